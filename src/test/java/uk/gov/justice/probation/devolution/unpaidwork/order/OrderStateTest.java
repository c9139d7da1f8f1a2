package uk.gov.justice.probation.devolution.unpaidwork.order;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.COMPLETE;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.COURT;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.INSTRUCTIONS;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.NOT_STARTED;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.SESSIONS;
import static uk.gov.justice.probation.devolution.unpaidwork.order.OrderState.STOPPED;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementState;

class OrderStateTest {

    @Test
    void anOrderRunsFromItsStartToItsEnd() {
        assertThat(OrderState.values()).filteredOn(OrderState::ended).containsExactly(COMPLETE, COURT, STOPPED);
        assertThat(OrderState.values())
                .filteredOn(state -> !state.running())
                .containsExactly(NOT_STARTED, COMPLETE, COURT, STOPPED);
    }

    @Test
    void itTakesUpAPlaceFromTheChoiceOfAProjectOn() {
        assertThat(OrderState.values()).filteredOn(OrderState::placed).containsExactly(INSTRUCTIONS, SESSIONS);
    }

    @Test
    void anEnforcementIsOpenWhileSomethingIsToBeDone() {
        assertThat(EnforcementState.values())
                .filteredOn(EnforcementState::open)
                .containsExactly(EnforcementState.EVIDENCE, EnforcementState.WARNED, EnforcementState.BREACH);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 hours",
        "1, 1 minute",
        "59, 59 minutes",
        "60, 1 hour",
        "61, 1 hour 1 minute",
        "90, 1 hour 30 minutes",
        "120, 2 hours",
        "5881, 98 hours 1 minute"
    })
    void minutesAreSaidInHours(int minutes, String words) {
        assertThat(HoursInWords.of(minutes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 09:00, 16:00, 420",
        "2026-11-30, 09:00, 09:01, 1",
        "2026-11-30, 09:00, 09:00, 0",
        "2026-11-30, 09:01, 09:00, 0",
        "2027-03-28, 00:30, 03:30, 120",
        "2027-03-28, 01:00, 02:00, 0",
        "2027-10-31, 00:30, 03:30, 240"
    })
    void onlyMinutesThatReallyPassAreWorked(LocalDate on, String from, String until, int minutes) {
        assertThat(new TimeWorked(on, LocalTime.parse(from), LocalTime.parse(until)).minutes())
                .isEqualTo(minutes);
    }
}
