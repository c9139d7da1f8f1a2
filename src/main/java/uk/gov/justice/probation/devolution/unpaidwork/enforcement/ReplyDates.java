package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * By when an enforcement action must be replied to: an explanation and the breach pack within working days, a letter to
 * the person within days, each as set. Actions that the code list does not mark need no reply.
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
