package uk.gov.justice.probation.devolution.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.web.ListTaken;

/** Records who took a whole list along as a file, in the transaction that reads it. */
@Component
class AuditOfLists {
    private final AuditTrail audit;

    AuditOfLists(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    void keep(ListTaken taken) {
        audit.record(
                taken.by(),
                "LIST_TAKEN",
                "list/" + taken.list(),
                null,
                Map.of("format", taken.format(), "lines", taken.lines(), "narrowedBy", taken.narrowedBy()));
    }
}
