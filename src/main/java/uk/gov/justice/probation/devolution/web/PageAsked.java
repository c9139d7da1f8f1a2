package uk.gov.justice.probation.devolution.web;

/**
 * Which page of a list is asked for, whatever was typed: the first if it is no number, and never one beyond what can be
 * counted.
 */
public record PageAsked(int number, int size) {

    public PageAsked {
        number = Math.clamp(number, 1, Integer.MAX_VALUE / size);
    }

    /** How many entries are on the pages before it. */
    public int before() {
        return (number - 1) * size;
    }

    /** How many pages this many entries take: at least one. */
    public int of(int entries) {
        return Math.max(1, Math.ceilDiv(entries, size));
    }
}
