package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;

/**
 * A part of a case that is ended with an outcome of its own, or the event as a whole.
 *
 * @param reference the number it has in nDelius; the event's number for EVENT
 * @param item its id: of the order, of the component, or of the case
 * @param label as nDelius calls it
 * @param mustEnd whether it has run its course, so that it needs an outcome; the others may be ended as well
 */
public record CasePart(Kind kind, String reference, long item, String label, LocalDate startedOn, boolean mustEnd) {

    /** What can be ended with an outcome. */
    public enum Kind {
        /** An unpaid work requirement. */
        UPW,
        REQUIREMENT,
        LICENCE_CONDITION,
        REGISTRATION,
        EVENT;

        /** Whether the sentence goes on as long as this part is open and the case has not ended. */
        boolean runsOn() {
            return this == REQUIREMENT || this == LICENCE_CONDITION;
        }

        /** Whether it ends only with the whole event. */
        boolean endsWithTheEvent() {
            return this == REGISTRATION || this == EVENT;
        }
    }

    static CasePart of(Order order, boolean atItsEnd) {
        return new CasePart(
                Kind.UPW,
                order.requirementId(),
                order.id(),
                "Unpaid work",
                order.sentenceDate(),
                atItsEnd || order.hoursComplete());
    }

    static CasePart of(CaseComponent component, boolean atItsEnd) {
        return new CasePart(
                Kind.valueOf(component.kind().name()),
                component.reference(),
                component.id(),
                component.label(),
                component.startedOn(),
                atItsEnd);
    }

    static CasePart event(ProbationCase probationCase) {
        return new CasePart(
                Kind.EVENT,
                Integer.toString(probationCase.eventNumber()),
                probationCase.id(),
                "",
                probationCase.startDate(),
                true);
    }

    /**
     * Whether components of this kind are ended with an outcome of their own; appointments, warrants and breaches are
     * closed.
     */
    static boolean hasOutcome(CaseComponent component) {
        return switch (component.kind()) {
            case REQUIREMENT, LICENCE_CONDITION, REGISTRATION -> true;
            case APPOINTMENT, WARRANT, BREACH -> false;
        };
    }

    /** The name of its field on a page. */
    public String key() {
        return new PartKey(kind, reference).text();
    }

    /** How the page names it. */
    public String title() {
        return switch (kind) {
            case UPW -> "Unpaid work requirement " + reference;
            case REQUIREMENT -> "Requirement %s: %s".formatted(reference, label);
            case LICENCE_CONDITION -> "Licence condition %s: %s".formatted(reference, label);
            case REGISTRATION -> "Registration %s: %s".formatted(reference, label);
            case EVENT -> "The event as a whole";
        };
    }
}
