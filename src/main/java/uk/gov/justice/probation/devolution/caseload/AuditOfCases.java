package uk.gov.justice.probation.devolution.caseload;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditGuard;
import uk.gov.justice.probation.devolution.security.Colleague;

/** What was done about a limited-access case says more than its CRN: its audit, and that of all that belongs to it, is for those who may see the case (ADR 0043). */
@Component
class AuditOfCases implements AuditGuard {
  private static final Pattern SUBJECT = Pattern.compile("([a-z-]+)/(\\d{1,18})");
  private static final Map<String, String> CASE_OF = Map.of(
      "case", "SELECT id FROM probation_case WHERE id = ?",
      "order", "SELECT case_id FROM upw_order WHERE id = ?",
      "session", "SELECT o.case_id FROM upw_session s JOIN upw_order o ON o.id = s.order_id WHERE s.id = ?",
      "enforcement", "SELECT o.case_id FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id WHERE e.id = ?",
      "termination", "SELECT case_id FROM termination WHERE id = ?",
      "case-letter", "SELECT case_id FROM case_letter WHERE id = ?");

  private final Cases cases;
  private final CaseAccess access;
  private final JdbcClient jdbc;

  AuditOfCases(Cases cases, CaseAccess access, JdbcClient jdbc) {
    this.cases = cases;
    this.access = access;
    this.jdbc = jdbc;
  }

  @Override
  public void mustSee(String subject, Colleague by) {
    Matcher named = SUBJECT.matcher(subject);
    if (!named.matches() || !CASE_OF.containsKey(named.group(1))) return;
    jdbc.sql(CASE_OF.get(named.group(1))).param(Long.valueOf(named.group(2))).query(Long.class).optional()
        .map(cases::get).filter(ProbationCase::limitedAccess).ifPresent(limited -> access.mustSee(limited, by));
  }
}
