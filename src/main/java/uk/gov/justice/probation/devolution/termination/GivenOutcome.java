package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** The outcome given to a part of a case before the case ends. */
@Embeddable
record GivenOutcome(String outcomeCode, String recordedBy, LocalDateTime recordedAt) {}
