package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.session.Counted.Standing;

/**
 * A session whose outcome is to be settled together with others, and its order as it stands before any of them is.
 *
 * @param cameAt as planned unless other times were recorded, like {@code leftAt}
 * @param education whether its project's work counts towards education, training and employment
 */
record RecordedSession(
        long id,
        long orderId,
        long caseId,
        String regionCode,
        LocalDate onDate,
        LocalTime startTime,
        LocalTime endTime,
        LocalTime cameAt,
        LocalTime leftAt,
        int penaltyMinutes,
        String outcomeCode,
        boolean education,
        int minutesOrdered,
        int minutesCredited,
        int eteMinutesCredited)
        implements Worked {

    @Override
    public int workedMinutes() {
        return new TimeWorked(onDate, startTime, endTime).within(cameAt, leftAt).minutes();
    }

    Standing order() {
        return new Standing(minutesOrdered, minutesCredited, eteMinutesCredited);
    }

    String subject() {
        return "session/" + id;
    }
}
