package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;

/** Takes the actions of an enforcement, each once. */
@Component
class EnforcementActions {
    private final EnforcementSteps steps;
    private final ReplyDates replyDates;
    private final Deadlines deadlines;
    private final Clock clock;

    EnforcementActions(EnforcementSteps steps, ReplyDates replyDates, Deadlines deadlines, Clock clock) {
        this.steps = steps;
        this.replyDates = replyDates;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @return by when it must be replied to; the present time if it needs no reply, or one at once */
    Instant take(Locked locked, String code, String by) {
        EnforcementAction action = locked.enforcement().action(code).orElseGet(() -> taken(locked, code, by));
        LocalDate takenOn = deadlines.day(action.takenAt());
        return action.replyBy() == null || action.replyBy().equals(takenOn)
                ? action.takenAt()
                : deadlines.endOfDay(action.replyBy());
    }

    private EnforcementAction taken(Locked locked, String code, String by) {
        Instant now = clock.instant();
        EnforcementAction action = locked.enforcement().act(code, now, by, replyDates.of(code, deadlines.day(now)));
        Map<String, Object> facts =
                new LinkedHashMap<>(Map.of("enforcement", locked.enforcement().id(), "action", code));
        if (action.replyBy() != null) facts.put("replyBy", action.replyBy());
        steps.audit(locked, by, "ENFORCEMENT_ACTION", facts);
        return action;
    }
}
