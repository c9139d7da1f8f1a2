package uk.gov.justice.probation.devolution.consultation.following;

/** How many of how many. */
public record Progress(int done, int of) {

    public int percent() {
        return of == 0 ? 0 : done * 100 / of;
    }

    public boolean isComplete() {
        return of > 0 && done == of;
    }

    /** For example "12 of 34 (35%)". */
    public String inWords() {
        return of == 0 ? "Nobody to ask" : "%,d of %,d (%d%%)".formatted(done, of, percent());
    }
}
