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
     * If it arrives late it no longer finds the go of that decision; the process then notices by itself that go has
     * been taken back.
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

    /** A handover that is not waiting for the move ignores it. */
    static EngineMessage siteMoveEnded(long moveId, long fedId) {
        return new EngineMessage(
                "handover.siteMoveEnded",
                Long.toString(fedId),
                "siteMoveEnded-%d-%d".formatted(moveId, fedId),
                Map.of(),
                A_YEAR);
    }

    /** @param occasion distinguishes repeated clearances of the same officer */
    static EngineMessage vettingCleared(long handoverId, String staffNumber, long occasion) {
        String key = handoverId + ":" + staffNumber;
        return new EngineMessage(
                "handover.vettingCleared", key, "vettingCleared-%s-%d".formatted(key, occasion), Map.of(), A_YEAR);
    }
}
