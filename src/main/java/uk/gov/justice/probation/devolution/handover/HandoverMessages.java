package uk.gov.justice.probation.devolution.handover;

import java.time.Duration;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the processes of handovers, each with its name, key and lifetime. */
final class HandoverMessages {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private HandoverMessages() {}

    /**
     * A message that arrives later no longer finds the go of that decision, and the process itself notices that go no
     * longer stands.
     */
    static EngineMessage goTakenBack(long handoverId, long goTask) {
        String key = TakingBackGo.goKey(handoverId, goTask);
        return new EngineMessage("handover.decisionTakenBack", key, "decisionTakenBack-" + key, Map.of(), A_DAY);
    }

    static EngineMessage individualStageReached(long handoverId) {
        return new EngineMessage(
                "consultation.individualStageReached",
                Long.toString(handoverId),
                "consultation-" + handoverId,
                Map.of("consultationReached", true),
                A_YEAR);
    }

    /** A handover that does not wait for the move ignores it. */
    static EngineMessage siteMoveEnded(long moveId, long fedId) {
        return new EngineMessage(
                "handover.siteMoveEnded",
                Long.toString(fedId),
                "siteMoveEnded-%d-%d".formatted(moveId, fedId),
                Map.of(),
                A_YEAR);
    }

    /** @param occasion an officer can be cleared more than once */
    static EngineMessage vettingCleared(long handoverId, String staffNumber, long occasion) {
        String key = handoverId + ":" + staffNumber;
        return new EngineMessage(
                "handover.vettingCleared", key, "vettingCleared-%s-%d".formatted(key, occasion), Map.of(), A_YEAR);
    }
}
