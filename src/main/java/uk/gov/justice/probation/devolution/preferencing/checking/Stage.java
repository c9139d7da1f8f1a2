package uk.gov.justice.probation.devolution.preferencing.checking;

/** How much of a round is shown. Each stage shows what the one before did. */
public enum Stage {
    /** The SHA-256 of the secret. */
    PUBLISHED,
    /**
     * Everybody's time to answer has ended: the words and the root of the tree of rows; to each person their own row.
     */
    ROWS_FIXED,
    /** Everybody's letter is written: whatever lets anybody find a result. */
    GIVEN_OUT;

    public boolean is(Stage stage) {
        return compareTo(stage) >= 0;
    }
}
