package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Records the answers of people, and counts from records, to the gates of a handover. Percentages and counts are
 * computed, never typed. Every answer is audited.
 */
@Service
public class AnsweringGates {

    /** A colleague of the receiving team who still has to be briefed. Names appear only within that task. */
    public record ToBrief(String staffNumber, String displayName) {}

    /** How many people have to be briefed in total, and how many have been. */
    public record Progress(int all, int briefed) {

        /** Whole percent; 100 if nobody has to be briefed. */
        public int percent() {
            return all == 0 ? EVERYBODY : EVERYBODY * briefed / all;
        }
    }

    /** Colleagues needed for the work, and those in post in the receiving team. */
    public record Headcount(int required, int inPost) {}

    private static final Role CHANGE = Role.CHANGE;
    private static final int EVERYBODY = 100;
    private static final EnteredDay BRIEFED_ON = EnteredDay.required("the day of the briefing", DayRule.happened());
    private static final EnteredDay PUBLISHED_ON =
            EnteredDay.required("the day on which the process was published", DayRule.happened());
    private static final int NOTE = 300;
    private static final int REFERENCE = 100;
    private static final int MOST_COLLEAGUES = 10_000;

    private final HandoverRepository handovers;
    private final Units units;
    private final TaskSubjects subjects;
    private final ReceivingTeamQuery teams;
    private final BriefingBatch briefings;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    AnsweringGates(
            HandoverRepository handovers,
            Units units,
            TaskSubjects subjects,
            ReceivingTeamQuery teams,
            BriefingBatch briefings,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.units = units;
        this.subjects = subjects;
        this.teams = teams;
        this.briefings = briefings;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CannotSucceedException if the gates of the handover are not open */
    @Transactional
    public void begin(long handoverId, long processInstanceKey) {
        Handover handover = handovers.lock(handoverId);
        handover.mustBeGettingReady();
        subjects.note(processInstanceKey, handover.asTaskSubject());
    }

    @Transactional(readOnly = true)
    public List<ToBrief> staffToBrief(long handoverId) {
        return teams.stillToBrief(handovers.get(handoverId)).stream()
                .map(member -> new ToBrief(member.staffNumber(), member.displayName()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Progress briefing(long handoverId) {
        return teams.progress(handovers.get(handoverId));
    }

    /**
     * @param staffNumbers who was briefed; if nobody was although somebody still has to be, {@code whyNobody} says why
     * @return the percentage of the roster that has now been briefed
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if they cannot have been briefed on that day
     */
    @Transactional
    public int briefed(long handoverId, List<String> staffNumbers, LocalDate on, String whyNobody, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (isKept(by)) return teams.progress(handover).percent();
        if (handover.kind() == HandoverKind.SITE_MOVE)
            units.mustOwn(List.of(handover.toUnit()), by, "record who was briefed");
        else by.mustHold(CHANGE, handover.regionCode(), "record who was briefed");
        Entered reason = new Entered("The reason why nobody has been briefed yet", whyNobody);
        String why = staffNumbers.isEmpty() && !teams.stillToBrief(handover).isEmpty()
                ? reason.required(NOTE)
                : reason.atMost(NOTE);
        if (!staffNumbers.isEmpty()) BRIEFED_ON.mustHold(on, deadlines);
        if (!teams.areToBeBriefed(handover, staffNumbers))
            throw new BreaksRules("Somebody you ticked does not have to be briefed. Check the list and tick again.");
        briefings.briefed(handover, staffNumbers, on);
        int percent = teams.progress(handover).percent();
        Map<String, Object> facts =
                new LinkedHashMap<>(Map.of("staffNumbers", staffNumbers, "whyNobody", why == null ? "" : why));
        if (on != null) facts.put("on", on);
        answer(handover, Gate.BRIEFING, Answer.of(percent == EVERYBODY, "%d %% briefed".formatted(percent)), by, facts);
        return percent;
    }

    /** @param reference of the region's standard process on EQIP */
    @Transactional
    public void publishedOnEqip(long handoverId, String reference, LocalDate on, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (isKept(by)) return;
        by.mustHold(CHANGE, handover.regionCode(), "record the EQIP reference");
        String kept = new Entered("The EQIP reference", reference).required(REFERENCE);
        PUBLISHED_ON.mustHold(on, deadlines);
        answer(handover, Gate.EQIP, Answer.of(true, kept), by, Map.of("reference", kept, "publishedOn", on));
    }

    /** @param answer YES, or NO with a note on what is still to do */
    @Transactional
    public void trained(long handoverId, String answer, String note, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (isKept(by)) return;
        by.mustHold(CHANGE, handover.regionCode(), "record the OASys training");
        boolean complete = new Entered("Whether the training is complete", answer)
                .oneOf("YES", "NO")
                .equals("YES");
        Entered toDo = new Entered("What is still to do", note);
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("complete", complete));
        if ((complete ? toDo.atMost(NOTE) : toDo.required(NOTE)) != null) facts.put("note", toDo.text());
        answer(handover, Gate.TRAINING_OASYS, Answer.of(complete, complete ? "Complete" : "Not complete"), by, facts);
    }

    @Transactional(readOnly = true)
    public Headcount headcount(long handoverId) {
        Handover handover = handovers.get(handoverId);
        return new Headcount(teams.headcountRequired(handover), teams.headcount(handover));
    }

    /**
     * @param confirmed full-time equivalents that HR confirms for the receiving team on the planned date; fewer than
     *     needed requires a note
     */
    @Transactional
    public void recruited(long handoverId, Integer confirmed, String note, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (isKept(by)) return;
        by.mustHold(Role.HR, handover.regionCode(), "confirm the headcount");
        if (confirmed == null || confirmed < 0 || confirmed > MOST_COLLEAGUES) {
            throw new BreaksRules(
                    "The headcount must be a whole number from 0 to %d. Correct it.".formatted(MOST_COLLEAGUES));
        }
        int required = teams.headcountRequired(handover);
        Entered toDo = new Entered("The note on the headcount", note);
        Map<String, Object> facts = new LinkedHashMap<>(
                Map.of("required", required, "confirmed", confirmed, "inRecords", teams.headcount(handover)));
        if ((confirmed >= required ? toDo.atMost(NOTE) : toDo.required(NOTE)) != null) facts.put("note", toDo.text());
        answer(
                handover,
                Gate.RECRUITMENT,
                Answer.of(confirmed >= required, "%d of %d".formatted(confirmed, required), required, confirmed),
                by,
                facts);
    }

    private boolean isKept(TaskAnswer answer) {
        return audit.isRecorded(key(answer));
    }

    private static String key(TaskAnswer answer) {
        return "gate-" + answer.taskInstance();
    }

    private void answer(Handover handover, Gate gate, Answer answer, TaskAnswer by, Map<String, ?> facts) {
        handover.answer(gate, answer, by.by(), clock.instant());
        audit.recordOnce(key(by), by.by(), "GATE_" + gate, handover.subject(), handover.regionCode(), facts);
    }
}
