package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * A handover's cases as people read them. Who looked is in the audit; for a limited-access case everybody sees only its
 * CRN here.
 */
@Service
public class CaseLists {

    /** Everything but the CRN and {@code state} is null for a limited-access case. */
    public record Item(
            String crn,
            boolean limitedAccess,
            Integer eventNumber,
            String service,
            String pdu,
            String team,
            Boolean workInProgress,
            String state) {}

    public record Page(List<Item> items, int number, int of, int total) {}

    private static final int PAGE_SIZE = 50;

    private final InventoryQuery inventories;
    private final TransferExceptions exceptions;
    private final Units units;
    private final AuditTrail audit;

    CaseLists(InventoryQuery inventories, TransferExceptions exceptions, Units units, AuditTrail audit) {
        this.inventories = inventories;
        this.exceptions = exceptions;
        this.units = units;
        this.audit = audit;
    }

    /** Those who answer for the work on either side, and the region's data lead. */
    public boolean mayRead(HandoverReport handover, Colleague by) {
        String region = handover.region().code().toLowerCase(Locale.ROOT);
        return by.isServiceOwner()
                || by.heldFor(Role.HEAD_OF_OPERATIONS).contains(region)
                || by.heldFor(Role.DATA_LEAD).contains(region)
                || Stream.concat(handover.from().stream(), Stream.of(handover.to()))
                        .map(unit -> units.get(unit.code()).slug())
                        .anyMatch(by.heldFor(Role.PSC_MANAGER)::contains);
    }

    private void mustRead(HandoverReport handover, Colleague by) {
        if (mayRead(handover, by)) return;
        throw new NotAllowedException(
                "Only the units between which %s moves, and the data lead and the Head of Operations of %s, can see its cases. You are signed in as %s."
                        .formatted(handover.planRowId(), handover.region().name(), by.userName()));
    }

    /** What the inventory found, a page at a time; a page beyond the last one is the last one. */
    @Transactional
    public Page inventory(HandoverReport handover, int wanted, Colleague by) {
        mustRead(handover, by);
        int total = inventories.count(handover.id());
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = Math.clamp(wanted, 1, pages);
        List<Item> items = inventories.items(handover.id(), PAGE_SIZE, (number - 1) * PAGE_SIZE);
        if (total > 0)
            audit.record(
                    by.userName(),
                    "INVENTORY_VIEWED",
                    handover.subject(),
                    handover.region().code(),
                    Map.of("page", number, "cases", items.size()));
        return new Page(items, number, pages, total);
    }

    /** The cases that wait for a decision of the data lead. */
    @Transactional
    public List<OpenException> exceptions(HandoverReport handover, Colleague by) {
        mustRead(handover, by);
        List<OpenException> open = exceptions.open(handover.id());
        if (!open.isEmpty())
            audit.record(
                    by.userName(),
                    "EXCEPTIONS_VIEWED",
                    handover.subject(),
                    handover.region().code(),
                    Map.of("cases", open.size()));
        return open.stream().map(CaseLists::onlyWhatMayBeSeen).toList();
    }

    private static OpenException onlyWhatMayBeSeen(OpenException item) {
        return item.limitedAccess()
                ? new OpenException(item.itemId(), item.crn(), 0, null, true, item.decision(), null)
                : item;
    }
}
