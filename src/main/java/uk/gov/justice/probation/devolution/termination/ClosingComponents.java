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

/** Closes the components of a case. The termination remembers the state each of them had. */
@Component
class ClosingComponents {
    private final CaseComponents components;
    private final CaseEvents events;

    ClosingComponents(CaseComponents components, CaseEvents events) {
        this.components = components;
        this.events = events;
    }

    /** Locks the open components of a locked case until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<CaseComponent> hold(ProbationCase probationCase) {
        return components.lockOpen(probationCase.id());
    }

    /**
     * Ends the components that were given an outcome, on the day on which the case ends.
     *
     * @param held the open components of the case
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
     * Closes the appointments that are still open and, if an event such as a death ended the case, breaches and
     * warrants too.
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
