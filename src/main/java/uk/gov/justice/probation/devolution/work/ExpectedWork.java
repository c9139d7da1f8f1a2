package uk.gov.justice.probation.devolution.work;

import java.util.Optional;
import uk.gov.justice.probation.devolution.security.Colleague;

/** When somebody for whom nothing waits can expect their next task. Each module that plans work says it of its own. */
public interface ExpectedWork {

    /** Whole sentences; empty if nothing is planned for the colleague. */
    Optional<String> inWords(Colleague colleague);
}
