package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * Warns where a receiving team would have too few experienced people (seed 002: a new court team of people new to this work). A team is who works at the site in the grade today
 * and who comes. Experienced is who has been in post long enough; of those who come, only who does at least half of the tasks of the place today (our own setting).
 */
@Service
public class ExperienceWarnings {
  private static final int PERCENT = 100;

  /** A team with too few experienced people. @param atLeast percent that should be experienced */
  public record Warning(Option option, int people, int experienced, int atLeast) {

    public String inWords() {
      return "%s: %d of %d people would be experienced in the work (%d %%; it should be %d %% at least).".formatted(
          option.name(), experienced, people, PERCENT * experienced / people, atLeast);
    }
  }

  private record Team(int people, int experienced) {
    Team plus(boolean experiencedToo) {
      return new Team(people + 1, experienced + (experiencedToo ? 1 : 0));
    }
  }

  private final Options options;
  private final Cohorts cohorts;
  private final StaffDirectory staff;
  private final TodaysTasks tasks;
  private final PreferencingSettings settings;
  private final JdbcClient jdbc;

  ExperienceWarnings(Options options, Cohorts cohorts, StaffDirectory staff, TodaysTasks tasks, PreferencingSettings settings, JdbcClient jdbc) {
    this.options = options;
    this.cohorts = cohorts;
    this.staff = staff;
    this.tasks = tasks;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** @param places option id by member id, null for no place */
  @Transactional(readOnly = true)
  public List<Warning> of(long consultationId, Map<Long, Long> places) {
    List<Option> offered = options.all(consultationId);
    Map<String, Team> today = teamsToday(consultationId, offered);
    Map<Long, List<StaffMember>> coming = coming(consultationId, places);
    Map<String, List<String>> tasksToday = coming.values().stream().flatMap(List::stream).map(StaffMember::teamKind).distinct()
        .collect(Collectors.toMap(Function.identity(), tasks::of));
    List<Warning> warnings = new ArrayList<>();
    for (Option option : offered) {
      List<StaffMember> arriving = coming.getOrDefault(option.id(), List.of());
      if (arriving.isEmpty()) continue;
      Team team = today.getOrDefault(key(option.siteCode(), option.grade()), new Team(0, 0));
      for (StaffMember person : arriving) team = team.plus(isExperienced(person, option, tasksToday.get(person.teamKind())));
      if (PERCENT * team.experienced() < settings.experiencedShare() * team.people()) {
        warnings.add(new Warning(option, team.people(), team.experienced(), settings.experiencedShare()));
      }
    }
    return warnings;
  }

  private boolean isExperienced(StaffMember person, Option option, List<String> today) {
    return person.experienceMonths() >= settings.experiencedMonths() && 2 * option.newTasks(today).size() <= option.tasks().size();
  }

  private Map<Long, List<StaffMember>> coming(long consultationId, Map<Long, Long> places) {
    List<Member> placed = cohorts.active(consultationId).stream().filter(member -> places.get(member.id()) != null).toList();
    Map<String, StaffMember> people = staff.all(placed.stream().map(Member::staffNumber).toList()).stream()
        .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
    return placed.stream().collect(Collectors.groupingBy(member -> places.get(member.id()), Collectors.mapping(member -> people.get(member.staffNumber()), Collectors.toList())));
  }

  /** By site and grade, without those who are being placed. */
  private Map<String, Team> teamsToday(long consultationId, List<Option> offered) {
    Set<String> sites = offered.stream().map(Option::siteCode).collect(Collectors.toSet());
    Map<String, Team> teams = new HashMap<>();
    if (sites.isEmpty()) return teams;
    jdbc.sql("""
            SELECT s.site_code, s.grade, COUNT(*), SUM(s.experience_months >= :months) FROM staff s
            WHERE s.site_code IN (:sites) AND NOT EXISTS (
              SELECT 1 FROM cohort_member m WHERE m.consultation_id = :consultation AND m.staff_number = s.staff_number AND m.active_mark = 1)
            GROUP BY s.site_code, s.grade
            """)
        .param("months", settings.experiencedMonths()).param("sites", sites).param("consultation", consultationId)
        .query(row -> {
          teams.put(key(row.getString(1), row.getString(2)), new Team(row.getInt(3), row.getInt(4)));
        });
    return teams;
  }

  private static String key(String siteCode, String grade) {
    return siteCode + " " + grade;
  }
}
