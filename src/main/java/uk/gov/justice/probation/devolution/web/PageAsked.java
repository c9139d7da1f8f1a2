package uk.gov.justice.probation.devolution.web;

/**
 * The requested page of a list, whatever was typed: the first if it is not a number, and never beyond what can be
 * counted.
 */
public record PageAsked(int number, int size) {

    public PageAsked {
        number = Math.clamp(number, 1, Integer.MAX_VALUE / size);
    }

    /** How many entries precede this page. */
    public int before() {
        return (number - 1) * size;
    }

    /** How many pages this many entries need; at least one. */
    public int of(int entries) {
        return Math.max(1, Math.ceilDiv(entries, size));
    }

    /** Which entries of a list this page shows: "Showing 51 to 100 of 1,203". */
    public String showing(int entries) {
        if (before() >= entries) return "Showing none of %,d".formatted(entries);
        return "Showing %,d to %,d of %,d".formatted(before() + 1, Math.min(entries, before() + size), entries);
    }
}
