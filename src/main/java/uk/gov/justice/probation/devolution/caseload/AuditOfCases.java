package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditGuard;
import uk.gov.justice.probation.devolution.security.Colleague;

/** What was done about a limited-access case says more than its CRN: its audit, and that of all that belongs to it, is for those who may see the case (ADR 0043). */
@Component
class AuditOfCases implements AuditGuard {
  private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/(\\d{1,18})");
  private static final String CASE = "case";

  private final Map<String, String> caseOf;
  private final Cases cases;
  private final CaseAccess access;
  private final JdbcClient jdbc;

  AuditOfCases(List<CaseSubject> subjects, Cases cases, CaseAccess access, JdbcClient jdbc) {
    this.caseOf = subjects.stream().collect(Collectors.toUnmodifiableMap(CaseSubject::kind, CaseSubject::caseQuery));
    this.cases = cases;
    this.access = access;
    this.jdbc = jdbc;
  }

  @Override
  public void mustSee(String subject, Colleague by) {
    Matcher named = SUBJECT.matcher(subject);
    if (!named.matches()) return;
    caseOf(named.group(1), Long.parseLong(named.group(2))).map(cases::get).filter(ProbationCase::limitedAccess).ifPresent(limited -> access.mustSee(limited, by));
  }

  private Optional<Long> caseOf(String kind, long id) {
    String query = CASE.equals(kind) ? "SELECT id FROM probation_case WHERE id = ?" : caseOf.get(kind);
    return query == null ? Optional.empty() : jdbc.sql(query).param(id).query(Long.class).optional();
  }
}
