package uk.gov.justice.probation.devolution.localstack;

import java.time.Instant;
import java.util.List;

/**
 * Moving on to a date, as far as it has come.
 *
 * @param to the date
 * @param waitsFor what is not done yet at the date reached; empty while nothing is waited for
 * @param ended whether it goes no further
 * @param reached whether it has come to its date, with everything done
 */
public record Move(Instant to, List<String> waitsFor, boolean ended, boolean reached) {
    static Move begun(Instant to) {
        return new Move(to, List.of(), false, false);
    }

    Move waiting(List<String> reasons) {
        return new Move(to, reasons, false, false);
    }

    Move done() {
        return new Move(to, List.of(), true, true);
    }

    Move stopped(List<String> reasons) {
        return new Move(to, reasons, true, false);
    }
}
