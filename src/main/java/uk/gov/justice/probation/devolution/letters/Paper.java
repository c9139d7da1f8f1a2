package uk.gov.justice.probation.devolution.letters;

/** Why a letter goes on paper, to be printed and handed over or posted by HR. */
public enum Paper {
    NO_ADDRESS(
            "The person has no email address, so this letter goes on paper. Print it and hand it over or post it. If they have an address after all, enter it here."),
    BY_HAND(
            "This letter contains words that our font cannot print, such as a name in another script. Print it, copy them by hand into the gaps from the list below, and hand it over or post it.");

    private final String task;

    Paper(String task) {
        this.task = task;
    }

    /**
     * Null if the letter can go by email.
     *
     * @param printable whether our font can print all of it
     * @param email null if the person has none
     */
    static Paper of(boolean printable, String email) {
        if (!printable) return BY_HAND;
        return email == null ? NO_ADDRESS : null;
    }

    /** What HR does with it. */
    public String task() {
        return task;
    }
}
