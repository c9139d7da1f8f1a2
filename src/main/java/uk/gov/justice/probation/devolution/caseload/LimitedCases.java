package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.LimitedSubjects;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/** Whether a task is about a limited-access case says the case, as it is now. */
@Component
class LimitedCases implements LimitedSubjects {
  private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/(\\d{1,18})");

  private final Map<String, String> caseOf;
  private final JdbcClient jdbc;

  LimitedCases(List<CaseSubject> subjects, JdbcClient jdbc) {
    this.caseOf = subjects.stream().collect(Collectors.toUnmodifiableMap(CaseSubject::kind, CaseSubject::caseQuery));
    this.jdbc = jdbc;
  }

  @Override
  public boolean isLimited(TaskSubject subject) {
    Matcher named = SUBJECT.matcher(subject.about());
    if (!named.matches() || !caseOf.containsKey(named.group(1))) return false;
    return jdbc.sql("SELECT limited_access FROM probation_case WHERE id = (%s)".formatted(caseOf.get(named.group(1)))).param(Long.parseLong(named.group(2)))
        .query(Boolean.class).optional().orElse(false);
  }
}
