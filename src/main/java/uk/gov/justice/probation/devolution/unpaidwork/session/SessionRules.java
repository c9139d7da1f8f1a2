package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * The rules of the real system for a session, applied alike to the file, the page, the API and the task. Each broken
 * rule is reported with its field, named as in the file {@code upw-sessions}, and a reason that completes the sentence
 * beginning with the field's name.
 */
public final class SessionRules {
    /** Notes must be shorter than this, in characters. */
    public static final int NOTES_UNDER = 4_000;

    /** Why hours that count for another order of the person are refused. */
    static final String COUNTED_ELSEWHERE =
            "would count these hours twice: the person has attended a session of another order at the same time. Only a concurrent requirement (W06) shares them, with the outcome ATCH";

    private SessionRules() {}

    /**
     * A session as it would become.
     *
     * @param projectEnds null if it has no end
     * @param outcome null if none
     * @param notes null if none
     * @param sensitiveBefore whether its note was already marked sensitive
     */
    public record Candidate(
            LocalDate on,
            LocalTime start,
            LocalTime end,
            LocalDate sentenced,
            LocalDate projectEnds,
            Set<DayOfWeek> projectDays,
            OutcomeCode outcome,
            int penaltyMinutes,
            String notes,
            boolean sensitive,
            boolean sensitiveBefore) {

        boolean isPast(LocalDateTime now) {
            return hours().ends().isBefore(now);
        }

        boolean isFuture(LocalDateTime now) {
            return on.atTime(start).isAfter(now);
        }

        private TimeWorked hours() {
            return new TimeWorked(on, start, end);
        }
    }

    /**
     * Every broken rule, with the field as named in the file, e.g. "endTime".
     *
     * @param now in UK time
     */
    public static List<BrokenRule> brokenBy(Candidate session, LocalDateTime now) {
        List<BrokenRule> broken = new ArrayList<>(brokenDays(session));
        boolean timesHold = session.hours().holds();
        if (!timesHold) broken.add(new BrokenRule("endTime", TimeWorked.MUST_HOLD));
        if (session.penaltyMinutes() < 0) broken.add(new BrokenRule("penaltyMinutes", "must not be below 0"));
        int duration = session.hours().minutes();
        if (timesHold && session.penaltyMinutes() > duration)
            broken.add(new BrokenRule(
                    "penaltyMinutes", "must be at most the %d minutes from start to end".formatted(duration)));
        broken.addAll(brokenNotes(session.notes(), session.sensitive(), session.sensitiveBefore()));
        if (session.outcome() == null && session.isPast(now))
            broken.add(new BrokenRule("outcomeCode", "is missing: a session that is over needs an outcome"));
        if (session.outcome() != null
                && session.isFuture(now)
                && (session.outcome().attended() || session.outcome().enforceable())) {
            broken.add(
                    new BrokenRule(
                            "outcomeCode",
                            "cannot be given before the session: until then, only a reason why the person will not attend can be recorded"));
        }
        return broken;
    }

    /** What is wrong with the day, for planned sessions as well as those with an outcome. */
    public static List<BrokenRule> brokenDays(Candidate session) {
        List<BrokenRule> broken = new ArrayList<>();
        if (session.on().isBefore(session.sentenced())) broken.add(new BrokenRule("date", "is before the sentence"));
        if (session.projectEnds() != null && session.on().isAfter(session.projectEnds()))
            broken.add(new BrokenRule("date", "is after the project's end"));
        if (!session.projectDays().contains(session.on().getDayOfWeek()))
            broken.add(new BrokenRule("date", "is not a day on which the project runs"));
        return broken;
    }

    /** @param notes null if none */
    public static List<BrokenRule> brokenNotes(String notes, boolean sensitive, boolean sensitiveBefore) {
        List<BrokenRule> broken = new ArrayList<>();
        if (notes != null && notes.length() >= NOTES_UNDER)
            broken.add(new BrokenRule("notes", "must be under 4,000 characters"));
        if (sensitiveBefore && !sensitive)
            broken.add(new BrokenRule("sensitive", "must stay: a note once marked sensitive stays so"));
        return broken;
    }
}
