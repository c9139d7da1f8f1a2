package uk.gov.justice.probation.devolution.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The families of processes, by the folders of their models, as people choose among them. */
public enum Family {
    PROGRAMME("Programme"),
    HANDOVER("Handovers"),
    CONSULTATION("Consultations"),
    PREFERENCING("Places and appeals"),
    LETTERS("Letters"),
    UNPAIDWORK("Unpaid work"),
    TERMINATION("Terminations");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The folder, as it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Family> of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word().equals(word))
                .findFirst();
    }
}
