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
}
