package uk.gov.justice.probation.devolution.preferencing.panel;

import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/**
 * Why the panel gives somebody another place: its reason, which is sealed, and the sentence that their letter has of
 * it. Of two who change places each has their own.
 *
 * @param reasonOfOther about whoever changes places with them, as {@code toldOther}; blank if nobody does
 */
public record Why(String reason, String told, String reasonOfOther, String toldOther) {
    static final int LONGEST_REASON = 1000;
    static final int LONGEST_SENTENCE = 300;

    public static final Why NOTHING = new Why("", "", "", "");

    public Why {
        reason = stripped(reason);
        told = stripped(told);
        reasonOfOther = stripped(reasonOfOther);
        toldOther = stripped(toldOther);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** @throws BreaksRules naming the field that says nothing or too much */
    void mustSay(boolean ofTwo) {
        mustBeReason("reason", reason);
        mustBeSentence("told", told);
        if (!ofTwo) return;
        mustBeReason("reasonOfOther", reasonOfOther);
        mustBeSentence("toldOther", toldOther);
    }

    private static void mustBeReason(String field, String text) {
        if (text.isEmpty()) throw new BreaksRules(field, "Enter why the panel moves this person.");
        if (text.length() > LONGEST_REASON)
            throw new BreaksRules(field, "The reason must be %d characters or fewer.".formatted(LONGEST_REASON));
    }

    private static void mustBeSentence(String field, String text) {
        if (text.isEmpty()) throw new BreaksRules(field, "Enter what the letter says to this person about the move.");
        if (text.length() > LONGEST_SENTENCE)
            throw new BreaksRules(
                    field, "What the letter says must be %d characters or fewer.".formatted(LONGEST_SENTENCE));
    }
}
