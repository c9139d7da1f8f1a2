package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import uk.gov.justice.probation.devolution.security.Colleague;

/** What a module knows of a person's cases, for the page that is found by their CRN. Each module registers its own. */
public interface KnownOfCases {

    /**
     * A section of the page.
     *
     * @param none what it says if there is no entry
     */
    record Section(String title, String none, List<Entry> entries) {}

    /**
     * @param path its page; null if the colleague has no part in it
     * @param subject its name in audit entries, messages and tasks, e.g. {@code order/12}
     */
    record Entry(String words, String path, String state, List<String> facts, String subject) {}

    /** @param events some events of one person, all of which the colleague may see */
    Section about(List<ProbationCase> events, Colleague by);
}
