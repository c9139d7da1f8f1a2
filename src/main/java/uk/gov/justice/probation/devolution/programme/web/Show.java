package uk.gov.justice.probation.devolution.programme.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** Which rows of the plan the programme board lists. */
enum Show {
    ALL("All", entry -> true),
    STOPPED("Stopped", Entry::isStopped),
    LATE("Late", Entry::isLate),
    AT_RISK("At risk", Entry::isAtRisk),
    DUE_SOON("Due soon", Entry::isDueSoon);

    private final String title;
    private final Predicate<Entry> which;

    Show(String title, Predicate<Entry> which) {
        this.title = title;
        this.which = which;
    }

    public String title() {
        return title;
    }

    boolean holds(Entry entry) {
        return which.test(entry);
    }

    /** As it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whatever else was typed is all of them. */
    static Show of(String word) {
        return Arrays.stream(values())
                .filter(show -> show.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }
}
