package uk.gov.justice.probation.devolution.termination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Closes the components of a case; their termination keeps the former state of each. */
@Component
class ClosingComponents {
    private final CaseComponents components;
    private final CaseEvents events;

    ClosingComponents(CaseComponents components, CaseEvents events) {
        this.components = components;
        this.events = events;
    }

    /** Locks what is open of the case, itself locked, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<CaseComponent> hold(ProbationCase probationCase) {
        return components.lockOpen(probationCase.id());
    }

    /**
     * @param held what is open of the case: the parts that have an outcome end with it, on the day on which the case
     *     ends
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(
            Termination termination,
            ProbationCase probationCase,
            List<CaseComponent> held,
            List<CasePart> parts,
            Instant at) {
        LocalDate endedOn = events.endedOn(termination, probationCase);
        Map<Long, CaseComponent> open = held.stream().collect(Collectors.toMap(CaseComponent::id, Function.identity()));
        for (CasePart part : parts) {
            if (termination.outcome(part) == null) continue;
            if (part.kind() == CasePart.Kind.UPW) termination.ended(part, at);
            else close(termination, open.get(part.item()), endedOn, termination.outcome(part), at);
        }
    }

    /**
     * What is open of the event besides its components: appointments and, if an event such as a death ended it,
     * breaches and warrants.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void closeTheRest(Termination termination, ProbationCase probationCase, Instant at) {
        hold(probationCase).stream()
                .filter(component -> !CasePart.hasOutcome(component))
                .forEach(component -> close(termination, component, probationCase.endedOn(), null, at));
    }

    private void close(Termination termination, CaseComponent component, LocalDate on, String outcome, Instant at) {
        termination.close(component, on, outcome, at);
        components.save(component);
    }
}
