package uk.gov.justice.probation.devolution.preferencing.panel;

/** A move under consideration. {@code swapWith} is the member who takes the place that is left, or null. */
public record Proposal(long memberId, long toOption, Long swapWith) {}
