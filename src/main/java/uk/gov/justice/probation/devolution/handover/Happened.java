package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a handover, as it is told.
 *
 * @param by who did it; null if the service did it by itself
 * @param because the facts it was done on, and what was noted, each as a sentence
 */
public record Happened(Instant at, String title, String by, String sentence, List<String> because) {}
