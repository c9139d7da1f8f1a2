package uk.gov.justice.probation.devolution.imports;

import java.time.LocalDateTime;

/**
 * A file that was taken, and what it changed; {@code removed} is what a file that replaces everything no longer had.
 */
public record FileTaken(
        String file,
        String takenBy,
        LocalDateTime takenAt,
        int rows,
        int added,
        int changed,
        int unchanged,
        int removed) {}
