package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.NameInFull;
import uk.gov.justice.probation.devolution.workforce.VettingCleared;

/**
 * Officers of receiving teams who wait for vetting: an unvetted PSO carries no caseload (programme, gate VETTING). HR clears them here or by a staff import; every
 * handover that waits for the officer is told. Where vetting is refused no handover waits for ever: HR puts another officer in their place, or releases the post.
 */
@Service
public class VettingChecks {

  public record WaitingOfficer(String staffNumber, String name, String grade, boolean refused, List<String> handovers) {}

  /** Why a post cannot be released or filled so, in words for HR. */
  public static class PostNotChangedException extends RuntimeException {
    PostNotChangedException(String message) {
      super(message);
    }
  }

  private record Officer(String staffNumber, String regionCode, String teamCode, String grade, String vetting) {

    boolean mayCarryCases() {
      return vetting.equals("CLEARED") || vetting.equals("NOT_REQUIRED");
    }
  }

  private static final Duration KEPT = Duration.ofDays(365);

  private final HandoverRepository handovers;
  private final ReceivingTeams teams;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  VettingChecks(HandoverRepository handovers, ReceivingTeams teams, Notifications notifications, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc,
      Clock clock) {
    this.handovers = handovers;
    this.teams = teams;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The staff numbers of the officers this handover waits for, written down so that a clearance finds it. */
  @Transactional
  public List<String> outstanding(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    List<String> waiting = teams.waitingForVetting(handover);
    waiting.forEach(officer ->
        jdbc.sql("INSERT INTO handover_vetting (handover_id, staff_number) VALUES (?, ?) ON DUPLICATE KEY UPDATE cleared_at = NULL").params(handoverId, officer).update());
    return waiting;
  }

  /** Reminds regional HR; {@code occasion} names the chase, so that one delivered twice is sent once. */
  @Transactional
  public void chase(long handoverId, String staffNumber, long occasion) {
    Handover handover = handovers.get(handoverId);
    jdbc.sql("UPDATE handover_vetting SET chased = chased + 1 WHERE handover_id = ? AND staff_number = ?").params(handoverId, staffNumber).update();
    notifications.send("vetting-chase-" + occasion, "hr-" + handover.regionCode().toLowerCase(Locale.ROOT),
        "%s: vetting is still outstanding".formatted(handover.planRowId()),
        "The officer with staff number %s waits for vetting. Until it is cleared %s cannot go ahead. Chase it, then record the result on the vetting page. If it was refused, replace the officer or release the post there."
            .formatted(staffNumber, handover.planRowId()),
        handover.subject());
  }

  @Transactional(readOnly = true)
  public List<WaitingOfficer> waiting(String regionCode) {
    return jdbc.sql("""
            SELECT s.staff_number, %s AS name, s.grade, s.vetting_status = 'REFUSED' AS refused,
              (SELECT GROUP_CONCAT(h.plan_row_id ORDER BY h.id SEPARATOR ',') FROM handover_vetting v JOIN handover h ON h.id = v.handover_id
               WHERE v.staff_number = s.staff_number AND v.cleared_at IS NULL AND h.closed_at IS NULL) AS handovers
            FROM staff s WHERE s.region_code = ? AND s.grade = 'PSO'
              AND (s.vetting_status = 'PENDING' OR s.vetting_status = 'REFUSED' AND s.staff_number NOT IN (SELECT staff_number FROM refused_post))
            ORDER BY s.display_name, s.staff_number
            """.formatted(NameInFull.sql("s")))
        .param(regionCode)
        .query((row, n) -> new WaitingOfficer(row.getString("staff_number"), row.getString("name"), row.getString("grade"), row.getBoolean("refused"), split(row.getString("handovers"))))
        .list();
  }

  /** @throws AccessDeniedException where the colleague is not HR of the officer's region */
  @Transactional
  public void cleared(String staffNumber, Colleague by) {
    String region = jdbc.sql("SELECT region_code FROM staff WHERE staff_number = ?").param(staffNumber).query(String.class).optional()
        .orElseThrow(() -> new IllegalArgumentException("There is nobody with the staff number %s. Check the number".formatted(staffNumber)));
    if (!by.holds("hr", region)) throw new AccessDeniedException("Only HR of %s may record the vetting of its officers".formatted(region));
    int changed = jdbc.sql("UPDATE staff SET vetting_status = 'CLEARED' WHERE staff_number = ? AND vetting_status <> 'CLEARED'").param(staffNumber).update();
    if (changed == 0) return;
    audit.record(by.userName(), "VETTING_CLEARED", "staff/" + staffNumber, region, Map.of("staffNumber", staffNumber));
    events.publishEvent(new VettingCleared(staffNumber));
  }

  /**
   * Vetting was refused: the handovers wait on until the place is given to another officer or the post is released, anew where that was decided after an earlier refusal.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where the officer does not wait for vetting
   */
  @Transactional
  public void refuse(String staffNumber, Colleague by) {
    Officer officer = ofOwnRegion(staffNumber, by);
    if (!officer.vetting().equals("PENDING")) throw new PostNotChangedException("%s does not wait for vetting. Load the page again.".formatted(staffNumber));
    jdbc.sql("UPDATE staff SET vetting_status = 'REFUSED' WHERE staff_number = ?").param(staffNumber).update();
    forgetThePost(staffNumber);
    audit.record(by.userName(), "VETTING_REFUSED", "staff/" + staffNumber, officer.regionCode(), Map.of("staffNumber", staffNumber));
  }

  /**
   * The team does without the officer whose vetting was refused.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where there is no refusal to act on
   */
  @Transactional
  public void release(String staffNumber, Colleague by) {
    decide(refused(staffNumber, by), null, by);
  }

  /**
   * Another officer, who is cleared, takes the place of the one whose vetting was refused; they are to be briefed as everybody else.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where there is no refusal to act on, or the other officer cannot take the place
   */
  @Transactional
  public void replace(String staffNumber, String replacement, Colleague by) {
    Officer refused = refused(staffNumber, by);
    Officer other = officer(replacement).orElseThrow(() -> new PostNotChangedException("There is nobody with the staff number '%s'. Check the number.".formatted(replacement)));
    if (!other.regionCode().equals(refused.regionCode())) throw new PostNotChangedException("The officer %s belongs to another region. Choose one of this region.".formatted(replacement));
    if (!other.grade().equals(refused.grade())) throw new PostNotChangedException("%s is not of the grade %s. Choose an officer of that grade.".formatted(replacement, refused.grade()));
    if (!other.mayCarryCases()) throw new PostNotChangedException("%s is not cleared by vetting either. Choose an officer who is.".formatted(replacement));
    if (other.teamCode().equals(refused.teamCode())) throw new PostNotChangedException("%s is in the team already. Choose somebody else, or release the post.".formatted(replacement));
    if (jdbc.sql("SELECT COUNT(*) FROM refused_post WHERE replaced_by = ?").param(replacement).query(Integer.class).single() > 0) {
      throw new PostNotChangedException("%s takes somebody else's place already. Choose another officer.".formatted(replacement));
    }
    decide(refused, replacement, by);
  }

  private Officer refused(String staffNumber, Colleague by) {
    Officer officer = ofOwnRegion(staffNumber, by);
    if (!officer.vetting().equals("REFUSED")) throw new PostNotChangedException("The vetting of %s was not refused. Nothing was changed.".formatted(staffNumber));
    return officer;
  }

  private Officer ofOwnRegion(String staffNumber, Colleague by) {
    Officer officer = officer(staffNumber).orElseThrow(() -> new PostNotChangedException("There is nobody with the staff number '%s'. Check the number.".formatted(staffNumber)));
    if (!by.holds("hr", officer.regionCode())) throw new AccessDeniedException("Only HR of %s may decide about the posts of its officers".formatted(officer.regionCode()));
    return officer;
  }

  private Optional<Officer> officer(String staffNumber) {
    return jdbc.sql("SELECT staff_number, region_code, team_code, grade, vetting_status FROM staff WHERE staff_number = ? FOR UPDATE").param(staffNumber)
        .query((row, n) -> new Officer(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).optional();
  }

  private void decide(Officer refused, String replacement, Colleague by) {
    int decided = jdbc.sql("INSERT IGNORE INTO refused_post (staff_number, replaced_by, decided_by, decided_at) VALUES (?, ?, ?, ?)")
        .params(Arrays.asList(refused.staffNumber(), replacement, by.userName(), Utc.of(clock.instant()))).update();
    if (decided == 0) throw new PostNotChangedException("Somebody has decided about the post of %s already.".formatted(refused.staffNumber()));
    audit.record(by.userName(), replacement == null ? "POST_RELEASED" : "POST_REPLACED", "staff/" + refused.staffNumber(), refused.regionCode(),
        replacement == null ? Map.of() : Map.of("replacedBy", replacement));
    jdbc.sql("SELECT h.id FROM handover_briefing b JOIN handover h ON h.id = b.handover_id WHERE b.staff_number = ? AND h.closed_at IS NULL ORDER BY h.id").param(refused.staffNumber())
        .query(Long.class).list().forEach(handover -> teams.rosterFor(handovers.lock(handover)));
    tellHandovers(refused.staffNumber());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellHandovers(VettingCleared cleared) {
    forgetThePost(cleared.staffNumber());
    tellHandovers(cleared.staffNumber());
  }

  /** What was decided about the post after an earlier refusal. */
  private void forgetThePost(String staffNumber) {
    jdbc.sql("DELETE FROM refused_post WHERE staff_number = ?").param(staffNumber).update();
  }

  private void tellHandovers(String staffNumber) {
    List<Long> waiting = jdbc.sql("SELECT handover_id FROM handover_vetting WHERE staff_number = ? AND cleared_at IS NULL").param(staffNumber).query(Long.class).list();
    jdbc.sql("UPDATE handover_vetting SET cleared_at = ? WHERE staff_number = ? AND cleared_at IS NULL")
        .params(Utc.of(clock.instant()), staffNumber)
        .update();
    for (long handoverId : waiting) {
      String key = handoverId + ":" + staffNumber;
      events.publishEvent(new EngineMessage("handover.vettingCleared", key, "vettingCleared-%s-%d".formatted(key, clock.millis()), Map.of(), KEPT));
    }
  }

  private static List<String> split(String list) {
    return list == null ? List.of() : List.of(list.split(","));
  }
}
