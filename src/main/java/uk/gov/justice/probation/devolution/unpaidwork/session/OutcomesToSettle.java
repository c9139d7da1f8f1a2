package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;

/** The outcomes of these sessions are settled together. Published in the transaction that records them. */
public record OutcomesToSettle(List<Long> sessionIds) {

    /** So many fit into the outbox. */
    static final int MOST = 300;

    public OutcomesToSettle {
        sessionIds = List.copyOf(sessionIds);
    }
}
