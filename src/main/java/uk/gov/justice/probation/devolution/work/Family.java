package uk.gov.justice.probation.devolution.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The families of processes, by the folders of their models, as people choose among them. */
public enum Family {
    PROGRAMME("Programme", new Things("programme", "programmes")),
    HANDOVER("Handovers", new Things("handover", "handovers")),
    CONSULTATION("Consultations", new Things("consultation", "consultations")),
    PREFERENCING("Places and appeals", Things.PROCESSES),
    LETTERS("Letters", Things.PROCESSES),
    UNPAIDWORK("Unpaid work", new Things("process of unpaid work", "processes of unpaid work")),
    TERMINATION("Terminations", new Things("termination", "terminations"));

    /** What its processes are called when they are counted. */
    record Things(String one, String many) {
        static final Things PROCESSES = new Things("process", "processes");
    }

    private final String title;

    private final Things things;

    Family(String title, Things things) {
        this.title = title;
        this.things = things;
    }

    Things things() {
        return things;
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
