package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * By when an enforcement action must be replied to; the periods are configurable. Evidence: 5 working days; a letter to
 * the person: 7 days; the breach pack: 10 working days. Actions that are not marked in the code list need no reply.
 */
@Component
class ReplyDates {
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    ReplyDates(Deadlines deadlines, UnpaidWorkSettings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** @return null if the action needs no reply */
    LocalDate of(String actionCode, LocalDate takenOn) {
        return switch (actionCode) {
            case ActionCodes.RESPONSE_PENDING, ActionCodes.REFERRED_TO_PRACTITIONER ->
                deadlines.workingDaysFrom(takenOn, settings.evidence());
            case ActionCodes.FIRST_WARNING, ActionCodes.SECOND_WARNING, ActionCodes.OTHER_LETTER ->
                takenOn.plusDays(settings.warningReply());
            case ActionCodes.BREACH_LETTER -> deadlines.workingDaysFrom(takenOn, settings.breachPack());
            default -> null;
        };
    }
}
