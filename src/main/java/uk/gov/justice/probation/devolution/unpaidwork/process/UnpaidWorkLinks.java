package uk.gov.justice.probation.devolution.unpaidwork.process;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    String register(String project, LocalDate day) {
        return "%s/upw/projects/%s/register?day=%s"
                .formatted(
                        base, URLEncoder.encode(project, StandardCharsets.UTF_8).replace("+", "%20"), day);
    }

    String enforcement(long enforcementId) {
        return "%s/upw/enforcements/%d".formatted(base, enforcementId);
    }
}
