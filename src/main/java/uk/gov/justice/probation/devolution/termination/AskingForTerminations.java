package uk.gov.justice.probation.devolution.termination;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Terminations asked for by hand in a start form of Tasklist, which does not say who used it: what was asked is kept, a case administrator confirms or withdraws it, and nothing is
 * started before.
 */
@Service
public class AskingForTerminations {
  private static final Pattern CRN = Pattern.compile("[A-Za-z][0-9]{6}");

  /** What was asked. */
  public record Request(String crn, int eventNumber, String regionCode, String regionName) {

    /** As tasks name it. */
    public String text() {
      return "CRN %s, event %d".formatted(crn, eventNumber);
    }
  }

  private record Kept(Request request, String answer, String answeredBy) {}

  private final Cases cases;
  private final CaseAccess access;
  private final CaseOwners owners;
  private final StartingTerminations starting;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  AskingForTerminations(Cases cases, CaseAccess access, CaseOwners owners, StartingTerminations starting, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.cases = cases;
    this.access = access;
    this.owners = owners;
    this.starting = starting;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps what was asked, again and again the same.
   *
   * @return empty where nobody can be asked to confirm it: there is no such region, or it names no case
   */
  @Transactional
  public Optional<Request> ask(String crn, String eventNumber, String regionCode, long instance) {
    boolean readable = CRN.matcher(crn.strip()).matches() && eventNumber.matches("[0-9]{1,3}") && Integer.parseInt(eventNumber) > 0;
    int kept = !readable ? 0 : jdbc.sql("""
            INSERT IGNORE INTO termination_request (process_instance_key, crn, event_number, region_code, asked_at)
            SELECT :instance, :crn, :event, code, :now FROM region WHERE code = :region
            """)
        .param("instance", instance).param("crn", crn.strip().toUpperCase(Locale.ROOT)).param("event", eventNumber).param("now", now()).param("region", regionCode)
        .update();
    Optional<Request> request = find(instance).map(Kept::request);
    if (request.isEmpty()) {
      audit.recordOnce("termination-not-asked-" + instance, "system", "TERMINATION_START_NOT_READABLE", "process/" + instance, null, Map.of("readable", readable));
    } else if (kept > 0) {
      audit.record("system", "TERMINATION_ASKED_FOR", subject(instance), regionCode, Map.of("crn", request.get().crn()));
    }
    return request;
  }

  /** Whose it is to confirm it: the case administrators of the region named, and of the unit that does the terminations of such a case. */
  @Transactional(readOnly = true)
  public List<String> confirmers(long instance) {
    Request request = get(instance).request();
    Optional<String> owner = cases.find(request.crn(), request.eventNumber()).filter(found -> found.regionCode().equals(request.regionCode()))
        .flatMap(found -> owners.find(found.id(), StartingTerminations.SERVICE)).map(Owner::group);
    return Stream.concat(Stream.of("case-admin-" + request.regionCode().toLowerCase(Locale.ROOT)), owner.stream()).distinct().toList();
  }

  /**
   * Takes the answer to "Confirm what you are starting".
   *
   * @param answer START or WITHDRAW
   * @throws BreaksRules where it is neither
   */
  @Transactional
  public void answer(long instance, String answer, TaskAnswer by) {
    Kept kept = get(instance);
    mustConfirm(instance, by);
    cases.find(kept.request().crn(), kept.request().eventNumber()).filter(ProbationCase::limitedAccess).ifPresent(found -> access.mustSee(found, by.colleague()));
    if (!List.of("START", "WITHDRAW").contains(String.valueOf(answer))) throw new BreaksRules("Say whether it is to be started or withdrawn.");
    int taken = jdbc.sql("UPDATE termination_request SET answer = ?, answered_by = ?, answered_at = ? WHERE process_instance_key = ? AND answer IS NULL")
        .params(answer, by.by(), now(), instance).update();
    if (taken > 0) audit.record(by.by(), "TERMINATION_START_" + (answer.equals("START") ? "CONFIRMED" : "WITHDRAWN"), subject(instance), kept.request().regionCode(), Map.of("crn", kept.request().crn()));
  }

  /** Somebody who could have confirmed it has read why it could not be started. */
  @Transactional(readOnly = true)
  public void refusalRead(long instance, TaskAnswer by) {
    mustConfirm(instance, by);
  }

  /**
   * Starts what was confirmed.
   *
   * @return the termination's id
   * @throws NotPossibleNow with a sentence for who confirmed it
   */
  @Transactional
  public long start(long instance) {
    Kept kept = get(instance);
    if (!"START".equals(kept.answer())) throw new CannotSucceedException("Nobody has confirmed that this termination is to be started. It must not go on: cancel it.");
    return starting.startByHand(kept.request().crn(), kept.request().eventNumber(), kept.request().regionCode(), instance, kept.answeredBy());
  }

  public static String subject(long instance) {
    return "termination-request/" + instance;
  }

  private void mustConfirm(long instance, TaskAnswer by) {
    List<String> confirmers = confirmers(instance);
    if (by.colleague().isServiceOwner() || confirmers.stream().anyMatch(by.colleague().groups()::contains)) return;
    throw new NotAllowedException("Only a colleague in the group %s starts terminations there. You are signed in as %s.".formatted(String.join(" or ", confirmers), by.by()));
  }

  private Kept get(long instance) {
    return find(instance).orElseThrow(() -> new CannotSucceedException("Nothing is kept of what was asked here. Cancel it, and use the start form again."));
  }

  private Optional<Kept> find(long instance) {
    return jdbc.sql("""
            SELECT a.crn, a.event_number, a.region_code, r.name, a.answer, a.answered_by
            FROM termination_request a JOIN region r ON r.code = a.region_code WHERE a.process_instance_key = ?
            """)
        .param(instance)
        .query((row, n) -> new Kept(new Request(row.getString("crn"), row.getInt("event_number"), row.getString("region_code"), row.getString("name")),
            row.getString("answer"), row.getString("answered_by")))
        .optional();
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
