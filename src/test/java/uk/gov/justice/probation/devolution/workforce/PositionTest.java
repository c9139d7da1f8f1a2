package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    private static final Position LIVERPOOL = new Position(53.41, -2.98);

    @Test
    void isAsFarAwayAsTheMapSays() {
        assertThat(LIVERPOOL.distanceTo(new Position(53.48, -2.24))).isCloseTo(49.6, within(0.5));
        assertThat(LIVERPOOL.distanceTo(LIVERPOOL)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"53.41, -2.98, 10", "53.39, -3.03, 20", "53.48, -2.24, 110"})
    void takesTenMinutesFromDoorToDoorAndTheRoadsAtFortyKilometresAnHour(
            double latitude, double longitude, int minutes) {
        assertThat(LIVERPOOL.minutesTo(new Position(latitude, longitude))).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"L3, L", "M60, M", "SW1A, SW", "CH41, CH"})
    void anAreaIsWhatTheDistrictBeginsWith(String district, String area) {
        assertThat(PostcodeAreas.areaOf(district)).isEqualTo(area);
    }
}
