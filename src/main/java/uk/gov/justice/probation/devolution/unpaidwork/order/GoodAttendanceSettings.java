package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether the hours of orders are reduced for good attendance.
 *
 * @param from for orders made on this day or later; none if nothing is reduced
 */
@ConfigurationProperties("devolution.good-attendance")
public record GoodAttendanceSettings(LocalDate from) {

    /** Whether any order is reduced. */
    public boolean hold() {
        return from != null;
    }

    public boolean holdFor(LocalDate sentenced) {
        return hold() && !sentenced.isBefore(from);
    }
}
