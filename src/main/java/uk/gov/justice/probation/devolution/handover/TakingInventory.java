package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.notification.Notifications;

/**
 * What a handover moves: what its from-units hold for its region, service and scope at this moment, each with the version it was read at, and who has to be briefed.
 * Until the transfer begins it may be taken again.
 */
@Service
public class TakingInventory {

  public record Inventory(int inScope, int openWork, int staffToBrief, String teamName) {}

  private static final int NOTE = 2000;

  private final HandoverRepository handovers;
  private final Units units;
  private final Scopes scopes;
  private final ReceivingTeams teams;
  private final Decisions decisions;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  TakingInventory(HandoverRepository handovers, Units units, Scopes scopes, ReceivingTeams teams, Decisions decisions, Notifications notifications, AuditTrail audit, JdbcClient jdbc,
      Clock clock) {
    this.handovers = handovers;
    this.units = units;
    this.scopes = scopes;
    this.teams = teams;
    this.decisions = decisions;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // many inventories are taken at once when windows open: the locks on gaps of a stricter isolation would block each other
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Inventory take(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    if (handover.state().beforeTransfer()) {
      claimCases(handover);
      handover.inventoryTaken(count(handover, "TRUE"), count(handover, "cs.work_in_progress"), clock.instant());
      teams.rosterFor(handover);
      handover.gates().forEach(gate -> jdbc.sql("INSERT IGNORE INTO handover_gate (handover_id, gate) VALUES (?, ?)").params(handover.id(), gate.name()).update());
      audit.record("system", "INVENTORY_TAKEN", handover.subject(), handover.regionCode(),
          Map.of("planRow", handover.planRowId(), "inScope", handover.inScope(), "openWork", handover.openWork()));
      if (handover.inScope() == 0) reportEmpty(handover);
    }
    return new Inventory(handover.inScope(), handover.openWork(), teams.toBrief(handover), teams.name(handover));
  }

  /** @param answer CONFIRM, or TAKE_AGAIN with what was wrong */
  @Transactional
  public void confirm(long handoverId, String answer, String note, TaskAnswer by) {
    Handover handover = handovers.lock(handoverId);
    if (decisions.outcomeOf(by).isPresent()) return;
    units.mustOwn(handover.fromUnits(), by, "confirm the inventory");
    String confirmed = new Entered("Whether the inventory is right", answer).oneOf("CONFIRM", "TAKE_AGAIN");
    Entered wrong = new Entered("What was wrong with it", note);
    decisions.record(handover, by, Decision.of(Step.INVENTORY, confirmed, confirmed.equals("CONFIRM") ? wrong.atMost(NOTE) : wrong.required(NOTE)));
  }

  private void claimCases(Handover handover) {
    jdbc.sql("DELETE FROM handover_item WHERE handover_id = ?").param(handover.id()).update();
    ScopeQuery query = new ScopeQuery();
    Scope scope = scopes.get(handover.scope());
    StringBuilder claim = new StringBuilder(query.holding(handover, scopes.parts(handover.service()), scope));
    if (scope.remainder()) {
      for (Handover other : othersStillOpen(handover)) {
        claim.append(" AND NOT (").append(query.claimed(scopes.parts(other.service()), scopes.get(other.scope()))).append(")");
      }
    }
    jdbc.sql("""
            INSERT INTO handover_item (handover_id, case_service_id, case_id, case_version, last_changed, state)
            SELECT %d, cs.id, c.id, c.version, cs.last_changed, 'IN_SCOPE'
            FROM case_service cs JOIN probation_case c ON c.id = cs.case_id
            WHERE %s AND NOT EXISTS (SELECT 1 FROM handover_item taken WHERE taken.case_service_id = cs.id AND taken.claim_mark = 1)
            ORDER BY cs.id
            """.formatted(handover.id(), claim))
        .params(query.parameters())
        .update();
  }

  private List<Handover> othersStillOpen(Handover handover) {
    return handovers.findByRegionalProgrammeIdOrderById(handover.regionalProgrammeId()).stream()
        .filter(other -> !other.id().equals(handover.id()) && !other.state().ended() && other.kind() != HandoverKind.MILESTONE)
        .filter(other -> other.fromUnits().stream().anyMatch(handover.fromUnits()::contains))
        .toList();
  }

  private int count(Handover handover, String condition) {
    return jdbc.sql("SELECT COUNT(*) FROM handover_item i JOIN case_service cs ON cs.id = i.case_service_id WHERE i.handover_id = ? AND " + condition)
        .param(handover.id())
        .query(Integer.class)
        .single();
  }

  private void reportEmpty(Handover handover) {
    notifications.send("empty-scope-%d-%s".formatted(handover.id(), clock.instant()), "programme-" + handover.regionCode().toLowerCase(Locale.ROOT),
        "%s: nothing is in scope".formatted(handover.planRowId()),
        "The inventory of %s found no case to move. Check the plan's scope, or that the cases were imported; the inventory can be taken again in its task."
            .formatted(handover.planRowId()),
        handover.subject());
  }
}
