package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.Arrays;
import java.util.Locale;

/** Why a running order cannot wait, the most urgent reason first. */
public enum Urgency {
    ANY("All"),
    PAST("Past the last day"),
    SHORT("Short of hours"),
    ENFORCED("Enforcement running"),
    UNMANAGED("No practitioner");

    private final String title;

    Urgency(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As it stands in the address; whatever else is typed there is any. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Urgency of(String word) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.word().equals(word))
                .findFirst()
                .orElse(ANY);
    }
}
