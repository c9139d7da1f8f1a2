package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TeamsOverview;
import uk.gov.justice.probation.devolution.workforce.TeamsOverview.Team;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * Warns if a receiving team would have too few experienced people, for example a new court team of people new to the
 * work. A team is everybody of a grade who works at the site today, plus the newcomers. People count as experienced
 * after long enough in post; newcomers only if they already do at least half of the place's tasks today (our own rule).
 */
@Component
public class ExperienceWarnings {
    private static final int PERCENT = 100;

    /**
     * A team with too few experienced people.
     *
     * @param atLeast percent that should be experienced
     */
    public record Warning(Option option, int people, int experienced, int atLeast) {

        public String inWords() {
            return "%s: %d of %d people would be experienced in the work (%d %%; it should be %d %% at least)."
                    .formatted(option.name(), experienced, people, PERCENT * experienced / people, atLeast);
        }
    }

    private final TeamsOverview teams;
    private final TodaysTasks tasks;
    private final PreferencingSettings settings;

    ExperienceWarnings(TeamsOverview teams, TodaysTasks tasks, PreferencingSettings settings) {
        this.teams = teams;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** @param people everybody who takes part, with the place they have now */
    List<Warning> of(List<Option> offered, List<Person> people) {
        Map<String, Team> today = teamsToday(offered, people);
        Map<Long, List<StaffMember>> coming = people.stream()
                .filter(person -> person.option() != null)
                .collect(Collectors.groupingBy(
                        person -> person.option().id(), Collectors.mapping(Person::staff, Collectors.toList())));
        Map<String, List<String>> tasksToday = coming.values().stream()
                .flatMap(List::stream)
                .map(StaffMember::teamKind)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), tasks::of));
        List<Warning> warnings = new ArrayList<>();
        for (Option option : offered) {
            List<StaffMember> arriving = coming.getOrDefault(option.id(), List.of());
            if (arriving.isEmpty()) continue;
            Team there = today.get(key(option.siteCode(), option.grade()));
            int all = arriving.size() + (there == null ? 0 : there.people());
            int experienced = (int) arriving.stream()
                            .filter(person -> isExperienced(person, option, tasksToday.get(person.teamKind())))
                            .count()
                    + (there == null ? 0 : there.experienced());
            if (PERCENT * experienced < settings.experiencedShare() * all)
                warnings.add(new Warning(option, all, experienced, settings.experiencedShare()));
        }
        return warnings;
    }

    private boolean isExperienced(StaffMember person, Option option, List<String> today) {
        return person.experienceMonths() >= settings.experiencedMonths()
                && 2 * option.newTasks(today).size() <= option.tasks().size();
    }

    /** By site and grade, without the people who are being placed. */
    private Map<String, Team> teamsToday(List<Option> offered, List<Person> placed) {
        List<String> sites = offered.stream().map(Option::siteCode).distinct().toList();
        return teams
                .at(
                        sites,
                        settings.experiencedMonths(),
                        placed.stream()
                                .map(person -> person.staff().staffNumber())
                                .toList())
                .stream()
                .collect(Collectors.toMap(team -> key(team.siteCode(), team.grade()), Function.identity()));
    }

    private static String key(String siteCode, String grade) {
        return siteCode + " " + grade;
    }
}
