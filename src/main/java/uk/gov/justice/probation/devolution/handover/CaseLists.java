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
 * Lists a handover's cases for people. Every look is audited, and a limited-access case shows only its CRN to
 * everybody.
 */
@Service
public class CaseLists {

    /** For a limited-access case, everything but the CRN and {@code state} is null. */
    public record Item(
            String crn,
            boolean limitedAccess,
            Integer eventNumber,
            String service,
            String pdu,
            String team,
            Boolean workInProgress,
            String state) {}

    /** A page of a list: its number, how many pages there are, and how many items in total. */
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

    /** Those responsible for the work on either side, and the region's data lead. */
    public boolean mayRead(HandoverReport handover, Colleague by) {
        String region = handover.region().code().toLowerCase(Locale.ROOT);
        return by.isServiceOwner()
                || by.heldFor(Role.HEAD_OF_OPERATIONS).contains(region)
                || by.heldFor(Role.DATA_LEAD).contains(region)
                || Stream.concat(handover.from().stream(), Stream.of(handover.to()))
                        .map(unit -> units.get(unit.code()).slug())
                        .anyMatch(by.heldFor(Role.PSC_MANAGER)::contains);
    }

    /** @throws NotAllowedException unless {@link #mayRead} */
    public void mustRead(HandoverReport handover, Colleague by) {
        if (mayRead(handover, by)) return;
        throw new NotAllowedException(
                "Only the units between which %s moves, and the data lead and the Head of Operations of %s, can see its cases. You are signed in as %s."
                        .formatted(handover.planRowId(), handover.region().name(), by.userName()));
    }

    /** One page of what the inventory found. Beyond the last page, the last one is returned. */
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

    /** A part of what the inventory found, for whoever takes all of it along. */
    @Transactional
    public List<Item> inventory(HandoverReport handover, Colleague by, int atMost, int before) {
        mustRead(handover, by);
        if (before == 0)
            audit.record(
                    by.userName(),
                    "INVENTORY_VIEWED",
                    handover.subject(),
                    handover.region().code(),
                    Map.of("cases", inventories.count(handover.id())));
        return inventories.items(handover.id(), atMost, before);
    }

    /** The cases that wait for the data lead's decision. */
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
                ? new OpenException(item.itemId(), item.crn(), 0, null, true, item.decision(), null, null)
                : item;
    }
}
