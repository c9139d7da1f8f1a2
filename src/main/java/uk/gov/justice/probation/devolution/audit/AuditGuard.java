package uk.gov.justice.probation.devolution.audit;

import java.util.Set;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Hides the audit of a subject from those who may not see the subject itself, whatever else they may read. */
public interface AuditGuard {

    /**
     * @param subject as audit entries name it, e.g. {@code case/12}
     * @throws NotAllowedException if the colleague may not see the subject
     */
    void mustSee(String subject, Colleague by);

    /** Those of these subjects that the colleague may not see. */
    Set<String> hidden(Set<String> subjects, Colleague by);
}
