package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

class HoursTest {

    @ParameterizedTest
    @CsvSource({"9:30, 09:30", "09:30, 09:30", "14.05, 14:05", "2pm, 14:00", "2:30 PM, 14:30", "12am, 00:00"})
    void timesAreReadAsPeopleWriteThem(String entered, LocalTime read) {
        assertThat(Hours.entered(entered, "")).isEqualTo(new Hours(read, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "noon", "10:60", "1030", "13pm"})
    void whatIsNoTimeIsRefusedAtItsField(String entered) {
        assertThatThrownBy(() -> Hours.entered("9:00", entered))
                .isInstanceOfSatisfying(
                        BreaksRules.class,
                        refused -> assertThat(refused.problems("x")).containsOnlyKeys("until"));
    }

    @Test
    void itEndsAfterItBegins() {
        assertThat(Hours.entered(" ", null)).isNull();
        assertThatThrownBy(() -> Hours.entered("10:00", "10:00")).hasMessageContaining("later than");
        assertThatThrownBy(() -> Hours.entered("", "10:00")).hasMessageContaining("the start time");
        assertThat(Hours.entered("10:00", "1:30pm").inWords()).isEqualTo("10:00am to 1:30pm");
        assertThat(Hours.entered("10:00", "").inWords()).isEqualTo("from 10:00am");
    }
}
