package uk.gov.justice.probation.devolution.imports;

/**
 * Numbers of lines in words, such as "3-512, 514". If there are very many parts, the first {@value #LISTED} and the
 * number of further lines.
 */
final class Lines {
    private static final int LISTED = 20;

    private final StringBuilder parts = new StringBuilder();
    private int listed;
    private long more;
    private long first = -1;
    private long last = -1;

    void add(long line) {
        if (line == last) return;
        if (line == last + 1 && first >= 0) {
            last = line;
            return;
        }
        endPart();
        first = line;
        last = line;
    }

    String inWords() {
        endPart();
        first = -1;
        return more == 0 ? parts.toString() : "%s and %,d more".formatted(parts, more);
    }

    private void endPart() {
        if (first < 0) return;
        if (listed == LISTED) {
            more += last - first + 1;
            return;
        }
        if (listed++ > 0) parts.append(", ");
        parts.append(first);
        if (last > first) parts.append('-').append(last);
    }
}
