package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds, locks and saves the components of cases. */
@Service
public class CaseComponents {
    private final CaseComponentRepository components;

    CaseComponents(CaseComponentRepository components) {
        this.components = components;
    }

    /** Those of a case that are open, by kind and reference. */
    public List<CaseComponent> open(long caseId) {
        return components.open(caseId);
    }

    /** As {@link #open}, locked until the transaction ends. The case must be locked first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseComponent> lockOpen(long caseId) {
        return components.lockOpen(caseId);
    }

    public List<CaseComponent> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : components.all(ids);
    }

    /** As {@link #all}, locked until the transaction ends. Their case must be locked first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseComponent> lockAll(Collection<Long> ids) {
        return components.lockAllById(ids);
    }

    /** Whether the case has, or had, one of the kind. */
    public boolean has(long caseId, ComponentKind kind) {
        return components.has(caseId, kind);
    }

    /** Saves a locked one. */
    public void save(CaseComponent component) {
        components.save(component);
    }

    /**
     * The court has a breach of the case.
     *
     * @param reference by which it is found again, one for each
     * @param label what was breached, in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addBreach(long caseId, String reference, String label, LocalDate startedOn) {
        components.save(new CaseComponent(caseId, ComponentKind.BREACH, reference, label, startedOn));
    }
}
