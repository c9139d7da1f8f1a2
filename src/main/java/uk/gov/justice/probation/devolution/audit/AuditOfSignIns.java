package uk.gov.justice.probation.devolution.audit;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.security.SignInRefused;

/** Records sign-ins that were refused. */
@Component
class AuditOfSignIns {
    static final String SUBJECT = "sign-in";
    private static final int LONGEST_NAME = 100;

    private final AuditTrail audit;

    AuditOfSignIns(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(SignInRefused refused) {
        audit.record(name(refused), "SIGN_IN_REFUSED", SUBJECT, null, Map.of("why", refused.why()));
    }

    private static String name(SignInRefused refused) {
        if (refused.userName() == null || refused.userName().isBlank()) return "unknown";
        return refused.userName().length() > LONGEST_NAME
                ? refused.userName().substring(0, LONGEST_NAME)
                : refused.userName();
    }
}
