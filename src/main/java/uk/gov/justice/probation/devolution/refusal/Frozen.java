package uk.gov.justice.probation.devolution.refusal;

/**
 * A handover holds the work of a case. Nothing was changed, and the work continues by itself when the handover is done.
 */
public final class Frozen extends Refusal {

    public Frozen(String sentence) {
        super(sentence);
    }

    /** @param work completes "The … of CRN", e.g. "unpaid work" */
    public Frozen(String work, String crn) {
        super("The %s of CRN %s is being handed over. It goes on by itself when the handover is done"
                .formatted(work, crn));
    }
}
