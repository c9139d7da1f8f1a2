package uk.gov.justice.probation.devolution.handover.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the console's pages. */
@Component
class ConsoleLinks {
    private final String base;

    ConsoleLinks(@Value("${devolution.console-url}") String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    String inventory(long handoverId) {
        return "%s/handovers/%d/inventory".formatted(base, handoverId);
    }

    String exceptions(long handoverId) {
        return "%s/handovers/%d/exceptions".formatted(base, handoverId);
    }
}
