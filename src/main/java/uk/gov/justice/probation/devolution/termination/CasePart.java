package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;

/**
 * A part of a case that can be ended with its own outcome, or the event as a whole.
 *
 * @param reference its number in nDelius; the event's number for EVENT
 * @param item id of the order, the component or the case
 * @param label its name in nDelius
 * @param mustEnd whether it has run its course and therefore needs an outcome; other parts may be ended too
 */
public record CasePart(Kind kind, String reference, long item, String label, LocalDate startedOn, boolean mustEnd) {

    /** The kinds of part. */
    public enum Kind {
        /** An unpaid work requirement. */
        UPW,
        REQUIREMENT,
        LICENCE_CONDITION,
        REGISTRATION,
        EVENT;

        /** Whether an open part of this kind keeps the sentence going, unless the case itself has ended. */
        boolean runsOn() {
            return this == REQUIREMENT || this == LICENCE_CONDITION;
        }

        /** Whether it can end only together with the whole event. */
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
     * Whether components of this kind are ended with their own outcome. Appointments, warrants and breaches are not:
     * they are closed.
     */
    static boolean hasOutcome(CaseComponent component) {
        return switch (component.kind()) {
            case REQUIREMENT, LICENCE_CONDITION, REGISTRATION -> true;
            case APPOINTMENT, WARRANT, BREACH -> false;
        };
    }

    /** The name of its field on the page. */
    public String key() {
        return new PartKey(kind, reference).text();
    }

    /** Its heading on the page. */
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
