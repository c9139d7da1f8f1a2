package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;

/** Somebody is no longer expected on these registers. Published in the transaction that cancels their sessions. */
public record RegistersLeft(List<Long> registerIds) {
    public RegistersLeft {
        registerIds = List.copyOf(registerIds);
    }
}
