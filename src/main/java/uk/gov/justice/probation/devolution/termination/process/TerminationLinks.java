package uk.gov.justice.probation.devolution.termination.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of terminations. */
@Component
class TerminationLinks {
    private final String base;

    TerminationLinks(@Value("${devolution.console-url}") String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    String termination(long id) {
        return "%s/terminations/%d".formatted(base, id);
    }
}
