package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.handover.InventoryBatch.Found;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Takes the inventory of a handover: what its from-units hold for its region, service and scope at this moment, with
 * the version of each case, and who has to be briefed. It can be taken again until the transfer begins.
 */
@Service
public class TakingInventory {

    /**
     * What was found: cases in scope, how many of them have open work, and colleagues to brief in the receiving team.
     */
    public record Inventory(int inScope, int workInProgress, int staffToBrief, String teamName) {}

    private final HandoverRepository handovers;
    private final InventoryBatch inventories;
    private final ReceivingTeamQuery teams;
    private final BriefingBatch briefings;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    TakingInventory(
            HandoverRepository handovers,
            InventoryBatch inventories,
            ReceivingTeamQuery teams,
            BriefingBatch briefings,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.inventories = inventories;
        this.teams = teams;
        this.briefings = briefings;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    // many inventories are taken at once when windows open: the locks on gaps of a stricter isolation would block each
    // other
    @Transactional
    public Inventory take(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        if (handover.state().beforeTransfer()) {
            Found found = inventories.claim(
                    handover, inventories.takesTheRest(handover) ? othersStillOpen(handover) : List.of());
            handover.inventoryTaken(found.inScope(), found.workInProgress(), clock.instant());
            briefings.rosterFor(handover);
            audit.record(
                    "system",
                    "INVENTORY_TAKEN",
                    handover.subject(),
                    handover.regionCode(),
                    Map.of(
                            "planRow",
                            handover.planRowId(),
                            "inScope",
                            handover.inScope(),
                            "openWork",
                            handover.workInProgress()));
            if (handover.inScope() == 0) reportEmpty(handover);
        }
        return new Inventory(
                handover.inScope(), handover.workInProgress(), teams.toBrief(handover), teams.name(handover));
    }

    private List<Handover> othersStillOpen(Handover handover) {
        return handovers.findByRegionalProgrammeIdOrderById(handover.regionalProgrammeId()).stream()
                .filter(other -> !other.id().equals(handover.id())
                        && !other.state().ended()
                        && other.kind() != HandoverKind.MILESTONE)
                .filter(other -> other.fromUnits().stream().anyMatch(handover.fromUnits()::contains))
                .toList();
    }

    private void reportEmpty(Handover handover) {
        notifications.send(
                "empty-scope-%d-%s".formatted(handover.id(), clock.instant()),
                TaskGroup.of(Role.PROGRAMME, handover.regionCode()).name(),
                "%s: nothing is in scope".formatted(handover.planRowId()),
                "The inventory of %s found no case to move. Check the plan's scope, or that the cases were imported; you can have the inventory taken again in its task."
                        .formatted(handover.planRowId()),
                handover.subject());
    }
}
