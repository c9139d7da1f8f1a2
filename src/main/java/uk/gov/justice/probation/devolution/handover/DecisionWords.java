package uk.gov.justice.probation.devolution.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.HandoverReport.DecisionMade;

/** Tells who decided what on a handover, and on which facts. */
record DecisionWords(DecisionMade made) {
    private record Words(String title, String sentence) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("INVENTORY_CONFIRM", new Words("Inventory confirmed", "%s confirmed the inventory.")),
            Map.entry(
                    "INVENTORY_TAKE_AGAIN",
                    new Words("Inventory refused", "%s asked for the inventory to be taken again.")),
            Map.entry("DECISION_GO", new Words("Decision to go", "%s decided that it goes ahead on %s.")),
            Map.entry("DECISION_HOLD", new Words("Held", "%s decided to hold it. It is now planned for %s.")),
            Map.entry("DECISION_CANCEL", new Words("Decision to cancel", "%s decided to cancel it.")),
            Map.entry(
                    "DECISION_TAKEN_BACK", new Words("Decision to go taken back", "%s took back the decision to go.")),
            Map.entry(
                    "EXCEPTIONS_RETRY",
                    new Words(
                            "Cases tried again",
                            "%s asked for the cases that stayed to be tried again, as decided for each.")),
            Map.entry(
                    "EXCEPTIONS_ACCEPTED",
                    new Words(
                            "Exceptions accepted",
                            "%s left the cases that stayed where they are, each with a reason.")),
            Map.entry(
                    "EXCEPTIONS_UNDECIDED",
                    new Words("Exceptions not decided", "%s completed the task while some cases were undecided.")),
            Map.entry("EXCEPTIONS_CALL_OFF", new Words("Called off over exceptions", "%s called the transfer off.")),
            Map.entry("SIGN_RELEASING_SIGN", new Words("Signed", "%s signed for the releasing side.")),
            Map.entry(
                    "SIGN_RELEASING_CALL_OFF",
                    new Words("Not signed", "%s called the transfer off for the releasing side.")),
            Map.entry("SIGN_RECEIVING_SIGN", new Words("Signed", "%s signed for the receiving side.")),
            Map.entry(
                    "SIGN_RECEIVING_CALL_OFF",
                    new Words("Not signed", "%s called the transfer off for the receiving side.")),
            Map.entry("REVIEW_STABLE", new Words("Reviewed", "%s reviewed it after hypercare and found it stable.")),
            Map.entry(
                    "REVIEW_STABLE_WITH_ACTIONS",
                    new Words("Reviewed", "%s reviewed it after hypercare and found it stable, with actions.")),
            Map.entry("OVERDUE_NOTED", new Words("Delay noted", "%s noted what is done about the delay.")));

    private static final Map<String, String> READINESS =
            Map.of("GO", "go", "CONDITIONAL", "go with conditions", "HOLD", "hold", "ESCALATE", "escalate");

    Happened told() {
        Words words = WORDS.getOrDefault(
                made.step() + "_" + made.outcome(),
                new Words("Decided", "%s decided: " + made.step() + " " + made.outcome() + "."));
        return new Happened(
                made.madeAt(),
                words.title(),
                made.madeBy(),
                words.sentence().formatted(made.madeBy(), Deadlines.inWords(made.newDate())),
                because());
    }

    private List<String> because() {
        List<String> because = new ArrayList<>();
        if (made.readiness() != null)
            because.add("Readiness was: %s. %s"
                    .formatted(
                            READINESS.getOrDefault(made.readiness(), made.readiness()),
                            made.reasons() == null ? "" : made.reasons())
                    .strip());
        if (made.note() != null && !made.note().isBlank()) because.add("Noted: " + made.note());
        return because;
    }
}
