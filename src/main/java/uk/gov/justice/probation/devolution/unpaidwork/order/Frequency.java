package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How often an order has a session. */
public enum Frequency {
    ONCE("Once"),
    WEEKLY("Every week"),
    FORTNIGHTLY("Every two weeks");

    private final String label;

    Frequency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** All there are, as in a sentence: "once, every week or …". */
    public static String choices() {
        List<String> all =
                Stream.of(values()).map(one -> one.label.toLowerCase(Locale.UK)).toList();
        return "%s or %s".formatted(String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }
}
