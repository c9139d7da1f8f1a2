package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TeamsOverview;
import uk.gov.justice.probation.devolution.workforce.TeamsOverview.Receiving;
import uk.gov.justice.probation.devolution.workforce.TeamsOverview.Team;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * Counts how many people of each team that takes people in are experienced in the work that it does. HR says which team
 * that is, and who has done its work for how long. Where HR has not said it, the team is everybody of the grade at the
 * site, and newcomers count if they have been in post long enough and already do half of the tasks. Whoever is away
 * does not count at all.
 */
@Component
class ExperienceOfTeams {
    private final TeamsOverview teams;
    private final TodaysTasks tasks;
    private final PreferencingSettings settings;
    private final Clock clock;

    ExperienceOfTeams(TeamsOverview teams, TodaysTasks tasks, PreferencingSettings settings, Clock clock) {
        this.teams = teams;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Several options can lead to one team. {@code work} is null where HR has not said which team it is. */
    private record Key(String siteCode, String team, String work) {}

    /** @param people everybody who takes part, with the place they have now */
    List<TeamExperience> of(List<Option> offered, List<Person> people) {
        LocalDate today = LocalDate.now(clock);
        List<String> sites = offered.stream().map(Option::siteCode).distinct().toList();
        List<String> staff =
                people.stream().map(person -> person.staff().staffNumber()).toList();
        Map<List<String>, Receiving> receiving = teams.receiving(sites).stream()
                .collect(Collectors.toMap(team -> List.of(team.siteCode(), team.roleCode()), Function.identity()));
        Map<List<String>, Team> grades = teams.at(sites, settings.experiencedMonths(), staff, today).stream()
                .collect(Collectors.toMap(team -> List.of(team.siteCode(), team.grade()), Function.identity()));
        Map<String, Map<String, Integer>> experience = teams.experience(staff);
        Map<String, List<String>> tasksToday = people.stream()
                .map(person -> person.staff().teamKind())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), tasks::of));
        List<Person> present = people.stream()
                .filter(person -> !person.staff().isAwayOn(today))
                .toList();
        Map<Long, List<Person>> drawn = present.stream()
                .filter(person -> person.result() != null && person.result().optionId() != null)
                .collect(Collectors.groupingBy(person -> person.result().optionId()));
        Map<Long, List<Person>> now = present.stream()
                .filter(person -> person.option() != null)
                .collect(Collectors.groupingBy(person -> person.option().id()));

        Map<Key, List<Option>> ways = new LinkedHashMap<>();
        for (Option option : offered) {
            ways.computeIfAbsent(
                            key(option, receiving.get(List.of(option.siteCode(), option.roleCode()))),
                            team -> new ArrayList<>())
                    .add(option);
        }
        List<TeamExperience> found = new ArrayList<>();
        ways.forEach((key, options) -> {
            Option first = options.getFirst();
            Share before = key.work() == null
                    ? today(grades.get(List.of(key.siteCode(), key.team())))
                    : stay(receiving.get(List.of(key.siteCode(), first.roleCode())));
            Share all = before;
            Share drawnTo = before;
            for (Option option : options) {
                all = all.with(coming(now, option, key.work(), experience, tasksToday));
                drawnTo = drawnTo.with(coming(drawn, option, key.work(), experience, tasksToday));
            }
            if (!all.equals(before) || !drawnTo.equals(before))
                found.add(new TeamExperience(name(key, options), before, drawnTo, all, settings.experiencedShare()));
        });
        return found;
    }

    private static Key key(Option option, Receiving team) {
        return team == null
                ? new Key(option.siteCode(), option.grade(), null)
                : new Key(option.siteCode(), team.name(), team.work());
    }

    private static String name(Key key, List<Option> options) {
        return "%s – %s"
                .formatted(
                        options.getFirst().siteName(),
                        key.work() == null
                                ? options.stream()
                                        .map(Option::roleName)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                : key.team());
    }

    private static Share today(Team team) {
        return team == null ? new Share(0, 0) : new Share(team.experienced(), team.people());
    }

    private Share stay(Receiving team) {
        return new Share(
                (int) team.months().stream().filter(this::isLongEnough).count(),
                team.months().size());
    }

    private Share coming(
            Map<Long, List<Person>> people,
            Option option,
            String work,
            Map<String, Map<String, Integer>> experience,
            Map<String, List<String>> tasksToday) {
        List<Person> coming = people.getOrDefault(option.id(), List.of());
        long experienced = coming.stream()
                .map(Person::staff)
                .filter(person -> work == null
                        ? isInPost(person, option, tasksToday.get(person.teamKind()))
                        : isLongEnough(experience
                                .getOrDefault(person.staffNumber(), Map.of())
                                .getOrDefault(work, 0)))
                .count();
        return new Share((int) experienced, coming.size());
    }

    private boolean isInPost(StaffMember person, Option option, List<String> today) {
        return isLongEnough(person.experienceMonths())
                && 2 * option.newTasks(today).size() <= option.tasks().size();
    }

    private boolean isLongEnough(int months) {
        return months >= settings.experiencedMonths();
    }
}
