package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** The outcome that a part of a case was given before it is ended. */
@Embeddable
record GivenOutcome(String outcomeCode, String recordedBy, LocalDateTime recordedAt) {}
