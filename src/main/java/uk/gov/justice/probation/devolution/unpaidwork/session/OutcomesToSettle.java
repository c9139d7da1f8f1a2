package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;

/** A file brought the outcomes of these sessions. Published in the transaction that imports it. */
public record OutcomesToSettle(List<Long> sessionIds) {

    /** So many fit into the outbox. */
    static final int MOST = 300;

    public OutcomesToSettle {
        sessionIds = List.copyOf(sessionIds);
    }
}
