package uk.gov.justice.probation.devolution.consultation;

import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** A step of a consultation came after HR had cancelled it. */
public class CancelledException extends NotPossibleNow {

    CancelledException(String title) {
        super("'%s' was cancelled. There is nothing left to do here: its tasks are removed automatically."
                .formatted(title));
    }
}
