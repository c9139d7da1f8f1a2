package uk.gov.justice.probation.devolution.unpaidwork.session;

import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;

/**
 * The minutes that a session's outcome adds to its order. {@code education} says whether they count towards education,
 * training and employment, up to the cap.
 */
record Counted(int minutes, boolean education) {

    /** An order's minutes without the session. */
    record Standing(int ordered, int credited, int educationCredited) {

        /** With the session. */
        Standing with(Counted counted) {
            return new Standing(ordered, credited + counted.minutes(), educationCredited + counted.educationMinutes());
        }
    }

    static Counted of(Worked session, OutcomeCode code, Meaning meaning, boolean education, Standing order) {
        if (!meaning.credits()) return new Counted(0, education);
        int minutes = CreditedMinutes.of(
                code,
                session.workedMinutes(),
                session.penaltyMinutes(),
                RemainingMinutes.of(order.ordered(), order.credited()));
        return new Counted(
                education ? EducationCap.counting(minutes, order.educationCredited(), order.ordered()) : minutes,
                education);
    }

    CreditEntry.Kind kind() {
        return education ? CreditEntry.Kind.EDUCATION : CreditEntry.Kind.WORK;
    }

    int educationMinutes() {
        return education ? minutes : 0;
    }
}
