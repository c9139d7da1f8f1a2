package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * When a project runs, as needed for its sessions.
 *
 * @param ends null if it has no end
 * @param education whether work there counts towards education, training and employment
 */
public record ProjectHours(
        String code,
        String name,
        Set<DayOfWeek> days,
        LocalTime start,
        LocalTime end,
        LocalDate opens,
        LocalDate ends,
        boolean education) {

    /** A session that begins there on a day. */
    public TimeWorked on(LocalDate day) {
        return new TimeWorked(day, start, end);
    }
}
