package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import uk.gov.justice.probation.devolution.workforce.VettingCleared;

/**
 * Officers of receiving teams who wait for vetting: an unvetted PSO carries no caseload (programme, gate VETTING). HR clears them here or by a staff import; every
 * handover that waits for the officer is told.
 */
@Service
public class VettingChecks {

  public record WaitingOfficer(String staffNumber, String displayName, String grade, List<String> handovers) {}

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
        "The officer with staff number %s waits for vetting. Until it is cleared %s cannot go ahead. Chase it, then record the result on the vetting page."
            .formatted(staffNumber, handover.planRowId()),
        handover.subject());
  }

  @Transactional(readOnly = true)
  public List<WaitingOfficer> waiting(String regionCode) {
    return jdbc.sql("""
            SELECT s.staff_number, s.display_name, s.grade,
              (SELECT GROUP_CONCAT(h.plan_row_id ORDER BY h.id SEPARATOR ',') FROM handover_vetting v JOIN handover h ON h.id = v.handover_id
               WHERE v.staff_number = s.staff_number AND v.cleared_at IS NULL AND h.closed_at IS NULL) AS handovers
            FROM staff s WHERE s.region_code = ? AND s.grade = 'PSO' AND s.vetting_status = 'PENDING' ORDER BY s.display_name
            """)
        .param(regionCode)
        .query((row, n) -> new WaitingOfficer(row.getString("staff_number"), row.getString("display_name"), row.getString("grade"), split(row.getString("handovers"))))
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

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellHandovers(VettingCleared cleared) {
    List<Long> waiting = jdbc.sql("SELECT handover_id FROM handover_vetting WHERE staff_number = ? AND cleared_at IS NULL").param(cleared.staffNumber()).query(Long.class).list();
    jdbc.sql("UPDATE handover_vetting SET cleared_at = ? WHERE staff_number = ? AND cleared_at IS NULL")
        .params(Utc.of(clock.instant()), cleared.staffNumber())
        .update();
    for (long handoverId : waiting) {
      String key = handoverId + ":" + cleared.staffNumber();
      events.publishEvent(new EngineMessage("handover.vettingCleared", key, "vettingCleared-%s-%d".formatted(key, clock.millis()), Map.of(), KEPT));
    }
  }

  private static List<String> split(String list) {
    return list == null ? List.of() : List.of(list.split(","));
  }
}
