package uk.gov.justice.probation.devolution.preferencing.round;

/** The last person's time to answer has ended. Published while the round is locked. */
public record RoundClosed(Round round) {}
