package uk.gov.justice.probation.devolution.unpaidwork.order;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** What somebody wrote about the person of an order, encrypted. */
@Embeddable
record OrderNote(byte[] content, String writtenBy, LocalDateTime writtenAt) {

    @Override
    public String toString() {
        return "OrderNote[]";
    }
}
