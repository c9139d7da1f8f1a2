package uk.gov.justice.probation.devolution.unpaidwork.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of an order, its sessions and its enforcements. */
@Component
class UnpaidWorkLinks {
    private final String base;

    UnpaidWorkLinks(@Value("${devolution.console-url}") String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    String order(long orderId) {
        return "%s/upw/orders/%d".formatted(base, orderId);
    }

    String assessment(long orderId) {
        return order(orderId) + "/assessment";
    }

    String projects(long orderId) {
        return order(orderId) + "/projects";
    }

    String session(long sessionId) {
        return "%s/upw/sessions/%d".formatted(base, sessionId);
    }

    String enforcement(long enforcementId) {
        return "%s/upw/enforcements/%d".formatted(base, enforcementId);
    }
}
