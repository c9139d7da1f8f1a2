package uk.gov.justice.probation.devolution.unpaidwork.matching;

/** A hard rule that keeps an order from a project. No score outweighs it. */
public enum Filter {
    REGION("It belongs to another region"),
    NOT_WORK("It is for induction or education, not for work"),
    /** Our own rule: on other placements, more people than the supervisor would learn about the person (ADR 0079). */
    LIMITED_ACCESS("Access to the case is limited: only individual placements are possible"),
    EXCLUDED_PROJECT("The person must be kept away from it"),
    EXCLUDED_PLACE("It may lie in a place the person must stay out of"),
    NO_CONTACT("Somebody works there who must be kept apart from the person"),
    RISK_NOT_RECORDED("The person's risk of serious harm is not recorded"),
    RISK("It does not take people with this risk of serious harm"),
    SPO_APPROVAL("The risk of serious harm is very high and no Senior Probation Officer has approved the placement"),
    PRACTITIONER_APPROVAL(
            "The person is managed under MAPPA level 2 or 3 and the practitioner has not approved the placement"),
    ACCESS("It is not accessible, which the person needs"),
    DAYS("It has no day on which the person is available"),
    NOT_OPEN("It is not open on the days the person is available"),
    FULL("It has no free place on the days the person is available");

    private final String inWords;

    Filter(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    int bit() {
        return 1 << ordinal();
    }
}
