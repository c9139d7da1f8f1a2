package uk.gov.justice.probation.devolution.audit;

import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Keeps the audit of a subject from those who may not see the subject itself, whatever they may read otherwise. */
public interface AuditGuard {

    /**
     * @param subject as audit entries name it, e.g. {@code case/12}
     * @throws NotAllowedException if the colleague may not see the subject
     */
    void mustSee(String subject, Colleague by);
}
