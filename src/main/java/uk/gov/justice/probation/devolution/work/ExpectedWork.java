package uk.gov.justice.probation.devolution.work;

import java.util.List;
import uk.gov.justice.probation.devolution.security.Colleague;

/** When somebody for whom nothing waits can expect their next task. Each module that plans work says it of its own. */
public interface ExpectedWork {

    /**
     * What is expected.
     *
     * @param words whole sentences
     * @param page the address of a page that they may open and that shows it
     * @param title of that page
     */
    record Expected(String words, String page, String title) {}

    /** Empty if nothing is planned for the colleague. */
    List<Expected> of(Colleague colleague);
}
