package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** What was written about the person of an order: the latest note of each kind, encrypted and bound to its order. */
@Component
public class OrderNotes {

    /** What a note is about. */
    public enum Kind {
        HEALTH,
        RISK,
        SPO_APPROVAL,
        PRACTITIONER_APPROVAL,
        NOT_SUITABLE
    }

    private final Sealing sealing;
    private final Clock clock;

    OrderNotes(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The order must be locked, and saved afterwards. */
    public void write(Order order, Kind kind, String text, String by) {
        byte[] sealed = sealing.seal(text.getBytes(StandardCharsets.UTF_8), place(order, kind))
                .bytes();
        order.notes().put(kind, new OrderNote(sealed, by, Utc.of(clock.instant())));
    }

    /** Empty if nothing was written. Call it in the transaction that read the order. */
    public String read(Order order, Kind kind) {
        OrderNote note = order.notes().get(kind);
        return note == null
                ? ""
                : new String(sealing.open(Sealed.of(note.content()), place(order, kind)), StandardCharsets.UTF_8);
    }

    private static String place(Order order, Kind kind) {
        return "upw-order/%d/%s".formatted(order.id(), kind);
    }
}
