package uk.gov.justice.probation.devolution.handover;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How far a handover has come, for people and programs.
 *
 * @param due the date by which the plan wants it done; null if the plan states none
 * @param daysLate calendar days after {@code due} until it moved, or until today if it has not; 0 if it was called off
 *     or cancelled
 * @param processInstanceKey the instance to look at in Operate; null until the row's window opens
 */
public record HandoverReport(
        long id,
        String planRowId,
        HandoverKind kind,
        CodeAndName region,
        CodeAndName service,
        CodeAndName scope,
        List<CodeAndName> from,
        CodeAndName to,
        LocalDate windowStart,
        LocalDate due,
        LocalDate plannedDate,
        HandoverState state,
        int daysLate,
        Counts counts,
        Instant inventoryTakenAt,
        Instant transferredAt,
        Instant closedAt,
        String processInstanceKey,
        List<GateAnswer> gates,
        List<DecisionMade> decisions) {

    /** {@code inScope} and {@code openWork} are null until the inventory has been taken. */
    public record Counts(Integer inScope, Integer openWork, int moved, int left) {}

    /** A gate that the plan names for the handover. {@code answeredAt} is null until somebody answers. */
    public record GateAnswer(
            Gate gate,
            boolean met,
            String answer,
            Integer required,
            Integer actual,
            String answeredBy,
            Instant answeredAt) {
        static GateAnswer open(Gate gate) {
            return new GateAnswer(gate, false, null, null, null, null, null);
        }
    }

    /** {@code readiness} and {@code reasons} are what the decision was based on. */
    public record DecisionMade(
            String step,
            String outcome,
            String readiness,
            String reasons,
            String note,
            LocalDate newDate,
            String madeBy,
            Instant madeAt) {}

    HandoverReport with(Map<Gate, GateAnswer> answers, List<DecisionMade> made) {
        return new HandoverReport(
                id,
                planRowId,
                kind,
                region,
                service,
                scope,
                from,
                to,
                windowStart,
                due,
                plannedDate,
                state,
                daysLate,
                counts,
                inventoryTakenAt,
                transferredAt,
                closedAt,
                processInstanceKey,
                gates.stream()
                        .map(gate -> answers.getOrDefault(gate.gate(), gate))
                        .toList(),
                made);
    }

    /** Whether its cases, or the milestone, are still to come. */
    @JsonIgnore
    public boolean isToMove() {
        return transferredAt == null && !state.ended();
    }

    /** Its subject in the audit. */
    @JsonIgnore
    public String subject() {
        return "handover/" + id;
    }
}
