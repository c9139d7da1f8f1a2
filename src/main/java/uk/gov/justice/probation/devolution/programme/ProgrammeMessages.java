package uk.gov.justice.probation.devolution.programme;

import java.time.Duration;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the processes of programmes, each with its name, key and lifetime. */
final class ProgrammeMessages {
    private static final Duration A_DAY = Duration.ofDays(1);

    private ProgrammeMessages() {}

    static EngineMessage launched(long regionalProgrammeId, long programmeId, String regionCode) {
        return new EngineMessage(
                "programme.launched",
                regionCode,
                "programme-launched-" + regionalProgrammeId,
                Map.of("programmeId", programmeId, "regionCode", regionCode),
                A_DAY);
    }
}
