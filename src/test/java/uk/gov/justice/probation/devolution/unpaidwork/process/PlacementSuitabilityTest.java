package uk.gov.justice.probation.devolution.unpaidwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.example.Decision;

/** The decision table row by row, on Camunda's own decision engine. */
class PlacementSuitabilityTest {

    private static final Decision SUITABILITY =
            new Decision("processes/unpaidwork/placement-suitability.dmn", "placement-suitability");

    @ParameterizedTest
    @CsvSource({
        "RVHR, , true, false",
        "RHRH, , false, false",
        "RMRH, , false, false",
        "RLRH, , false, false",
        ", , false, false",
        "RLRH, M1, false, false",
        "RLRH, M2, false, true",
        "RLRH, M3, false, true",
        ", M3, false, true",
        "RVHR, M1, true, false",
        "RVHR, M2, true, true",
        "RVHR, M3, true, true"
    })
    void veryHighRiskNeedsTheSeniorMappaTwoAndThreeThePractitioner(
            String rosh, String mappa, boolean spo, boolean practitioner) {
        assertThat(of(rosh, mappa, true))
                .isEqualTo(Map.of("suitable", true, "spoApproval", spo, "practitionerApproval", practitioner));
    }

    @Test
    void whatIsNotSuitableIsNotApprovedByAnybody() {
        assertThat(of("RVHR", "M3", false))
                .isEqualTo(Map.of("suitable", false, "spoApproval", false, "practitionerApproval", false));
        assertThat(of("RLRH", null, false))
                .isEqualTo(Map.of("suitable", false, "spoApproval", false, "practitionerApproval", false));
    }

    @Test
    void whatWasNotAssessedIsNotSuitableYet() {
        assertThat(of("RLRH", null, null))
                .isEqualTo(Map.of("suitable", false, "spoApproval", false, "practitionerApproval", false));
    }

    /** A level that is renamed would otherwise fit no row any more, and nobody would have to approve. */
    @Test
    void theTableNamesTheLevelsThatFilesBring() throws IOException {
        String table = Files.readString(Path.of("processes/unpaidwork/placement-suitability.dmn"));

        assertThat(Pattern.compile(">\"(R\\w+)\"<").matcher(table).results().map(level -> level.group(1)))
                .isNotEmpty()
                .allSatisfy(level -> assertThat(RiskOfSeriousHarm.CODES).contains(level));
        assertThat(RiskOfSeriousHarm.CHOICES).isEqualTo("RVHR, RHRH, RMRH or RLRH");
    }

    private static Object of(String rosh, String mappa, Boolean suitable) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("roshLevel", rosh);
        facts.put("mappaLevel", mappa);
        facts.put("suitable", suitable);
        return SUITABILITY.of(facts);
    }
}
