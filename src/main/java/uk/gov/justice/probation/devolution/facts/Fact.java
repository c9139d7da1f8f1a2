package uk.gov.justice.probation.devolution.facts;

/** The facts that processes read when they begin, and that files, pages and calls change afterwards. */
public enum Fact {
    CASE_KEY("The CRN and event number of a case", 100),
    CASE_REGION("The region of a case", 100),
    LIMITED_ACCESS("Whether access to a case is limited", 100),
    PRACTITIONER("The practitioner of a case", 100),
    RISK("The risk of a case: serious harm, MAPPA level", 50),
    EXCLUSIONS("Whom and what a person must be kept away from", 50),
    HOURS_ORDERED("The hours that the court ordered", 1),
    PROJECT("The days, times and end of a project, and whom it takes", 1),
    PICK_UP("Where and when the people of a project are picked up", 1),
    LINE_MANAGER("The line manager of a member of staff", 100),
    STAFF_AWAY("Whether a line manager is away", 100),
    STAFF_REGION("The region of a member of staff", 100),
    STAFF_IN_CONSULTATION("Who takes part in a consultation", 100);

    private final String inWords;
    private final int atOnce;

    Fact(String inWords, int atOnce) {
        this.inWords = inWords;
        this.atOnce = atOnce;
    }

    public String inWords() {
        return inWords;
    }

    /**
     * How many changes of this fact are followed in one transaction: one, where following it locks orders of several
     * projects.
     */
    int atOnce() {
        return atOnce;
    }
}
