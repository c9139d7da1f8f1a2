package uk.gov.justice.probation.devolution.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.audit.AuditTrail.Entry;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Stay;

/**
 * Tells in sentences what happened to a handover, the latest first: what was decided and on which facts, every answer
 * to a gate, what the inventory and the transfer came to. Who looked at it is not part of that, and neither is any
 * person on probation nor anybody who was briefed.
 */
@Service
public class HandoverStory {
    private static final String SERVICE = "system";

    /** Told of every state that nobody decided to enter. */
    private static final Map<HandoverState, String> STATES = Map.of(
            HandoverState.WAITING,
                    "It waits for a site move. The move first brings the work to the unit that hands it over.",
            HandoverState.TRANSFER, "The queues are frozen, and cases move in batches.",
            HandoverState.EXCEPTIONS,
                    "Some cases had changed since the inventory. They stay until the data lead decides.",
            HandoverState.HYPERCARE, "Both sides have signed. The work belongs to the receiving unit.",
            HandoverState.CLOSED, "Nothing is left to do.",
            HandoverState.CALLED_OFF, "Every case that had moved is back with the unit it came from.",
            HandoverState.CANCELLED, "Nothing moves.");

    private final AuditTrail audit;
    private final ProgressQuery progress;
    private final ObjectMapper json;

    HandoverStory(AuditTrail audit, ProgressQuery progress, ObjectMapper json) {
        this.audit = audit;
        this.progress = progress;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public List<Happened> of(HandoverReport handover) {
        List<Happened> all = new ArrayList<>();
        handover.decisions().stream()
                .map(made -> new DecisionWords(made).told())
                .forEach(all::add);
        audit.about(handover.subject()).stream()
                .flatMap(entry -> told(entry).stream())
                .forEach(all::add);
        handover.gates().stream().flatMap(HandoverStory::found).forEach(all::add);
        progress.stays(handover.id()).stream().flatMap(HandoverStory::entered).forEach(all::add);
        all.sort(Comparator.comparing(Happened::at).reversed());
        return all;
    }

    private Optional<Happened> told(Entry entry) {
        JsonNode facts = facts(entry);
        return switch (entry.action()) {
            case "INVENTORY_TAKEN" ->
                told(
                        entry,
                        "Inventory taken",
                        "%,d cases are in scope, %,d of them with open work."
                                .formatted(
                                        facts.path("inScope").asInt(),
                                        facts.path("openWork").asInt()));
            case "RECONCILED" ->
                told(
                        entry,
                        "Transfer reconciled",
                        "Of %,d cases in scope %,d moved and %,d stayed."
                                .formatted(
                                        facts.path("inScope").asInt(),
                                        facts.path("moved").asInt(),
                                        facts.path("left").asInt()));
            case "CASES_BROUGHT_BACK" ->
                told(
                        entry,
                        "Cases brought back",
                        "%,d cases are back where they came from."
                                .formatted(facts.path("returned").asInt()));
            case "EXCEPTIONS_DECIDED" ->
                told(
                        entry,
                        "Exceptions decided",
                        "%s decided about cases that stayed: %,d to be tried again, %,d to be left with a reason."
                                .formatted(
                                        entry.actor(),
                                        facts.path("retry").asInt(),
                                        facts.path("leave").asInt()));
            case "MILESTONE_REACHED" ->
                told(
                        entry,
                        "Milestone reached",
                        "%s reported that it was reached on %s.".formatted(entry.actor(), day(facts.path("reachedOn"))),
                        "Noted: " + facts.path("note").asText());
            case "GATE_BRIEFING" -> told(entry, title(Gate.BRIEFING), briefing(entry.actor(), facts));
            case "GATE_EQIP" ->
                told(
                        entry,
                        title(Gate.EQIP),
                        "%s recorded the reference %s, published on %s."
                                .formatted(
                                        entry.actor(),
                                        facts.path("reference").asText(),
                                        day(facts.path("publishedOn"))));
            case "GATE_TRAINING_OASYS" ->
                told(
                        entry,
                        title(Gate.TRAINING_OASYS),
                        "%s answered that the training is %s."
                                .formatted(
                                        entry.actor(),
                                        facts.path("complete").asBoolean() ? "complete" : "not complete"));
            case "GATE_RECRUITMENT" ->
                told(
                        entry,
                        title(Gate.RECRUITMENT),
                        "%s confirmed %,d of the %,d colleagues who are needed."
                                .formatted(
                                        entry.actor(),
                                        facts.path("confirmed").asInt(),
                                        facts.path("required").asInt()));
            default -> Optional.empty();
        };
    }

    private static String briefing(String actor, JsonNode facts) {
        int briefed = facts.path("staffNumbers").size();
        return briefed == 0
                ? "%s recorded that nobody was briefed.".formatted(actor)
                : "%s recorded that %,d %s briefed%s."
                        .formatted(
                                actor,
                                briefed,
                                briefed == 1 ? "colleague was" : "colleagues were",
                                facts.has("on") ? " on " + day(facts.path("on")) : "");
    }

    /** Those that the service finds by itself, of which the latest answer alone is known. */
    private static Stream<Happened> found(GateAnswer gate) {
        boolean told = gate.gate() == Gate.VETTING || gate.gate() == Gate.CONSULTATION;
        if (!told || gate.answeredAt() == null) return Stream.empty();
        return Stream.of(new Happened(
                gate.answeredAt(),
                title(gate.gate()),
                by(gate.answeredBy()),
                "%s: %s.".formatted(gate.met() ? "Met" : "Not met", gate.answer()),
                List.of()));
    }

    private static Stream<Happened> entered(Stay stay) {
        return STATES.containsKey(stay.state())
                ? Stream.of(new Happened(stay.since(), stay.state().label(), null, STATES.get(stay.state()), List.of()))
                : Stream.empty();
    }

    private static Optional<Happened> told(Entry entry, String title, String sentence, String... because) {
        return Optional.of(new Happened(entry.at(), title, by(entry.actor()), sentence, List.of(because)));
    }

    private static String by(String actor) {
        return SERVICE.equals(actor) ? null : actor;
    }

    private static String title(Gate gate) {
        return "Gate: " + gate.label();
    }

    private static String day(JsonNode day) {
        return day.isTextual() ? Deadlines.inWords(LocalDate.parse(day.asText())) : "a day that was not kept";
    }

    private JsonNode facts(Entry entry) {
        try {
            return json.readTree(entry.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit of %s holds no JSON".formatted(entry.subject()), e);
        }
    }
}
