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

    /** The open components of a case, by kind and reference. */
    public List<CaseComponent> open(long caseId) {
        return components.open(caseId);
    }

    /** Like {@link #open}, but locked until the transaction ends. Lock the case first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseComponent> lockOpen(long caseId) {
        return components.lockOpen(caseId);
    }

    public List<CaseComponent> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : components.all(ids);
    }

    /** These components, locked until the transaction ends. Lock their case first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseComponent> lockAll(Collection<Long> ids) {
        return components.lockAllById(ids);
    }

    /** Whether the case has, or had, a component of this kind. */
    public boolean has(long caseId, ComponentKind kind) {
        return components.has(caseId, kind);
    }

    /** Saves a locked component. */
    public void save(CaseComponent component) {
        components.save(component);
    }

    /**
     * Adds a breach that is before the court.
     *
     * @param reference unique identifier of the breach
     * @param label what was breached, in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addBreach(long caseId, String reference, String label, LocalDate startedOn) {
        components.save(new CaseComponent(caseId, ComponentKind.BREACH, reference, label, startedOn));
    }
}
