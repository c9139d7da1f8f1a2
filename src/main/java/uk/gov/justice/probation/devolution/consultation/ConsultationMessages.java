package uk.gov.justice.probation.devolution.consultation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the processes of consultations and of participants, each with its name, key, id and lifetime. */
public final class ConsultationMessages {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private ConsultationMessages() {}

    public static EngineMessage launched(long consultationId) {
        return told(
                "consultation.launched",
                consultationId,
                "consultation-launched-" + consultationId,
                Map.of("consultationId", consultationId),
                A_DAY);
    }

    public static EngineMessage cancelled(long consultationId) {
        return told(
                "consultation.cancelled", consultationId, "consultation-cancelled-" + consultationId, Map.of(), A_DAY);
    }

    public static EngineMessage staffJoined(long consultationId, long memberId) {
        return told(
                "consultation.staffJoined",
                consultationId,
                "consultation-joined-" + memberId,
                Map.of("memberId", memberId),
                AN_HOUR);
    }

    public static EngineMessage staffLeft(long memberId) {
        return told("consultation.staffLeft", memberId, "consultation-left-" + memberId, Map.of(), AN_HOUR);
    }

    /** @param reason id of the record with the reason, so that each extension is sent */
    public static EngineMessage datesExtended(long memberId, long reason) {
        return told("consultation.datesExtended", memberId, "consultation-extended-" + reason, Map.of(), AN_HOUR);
    }

    /**
     * Somebody else may hold the one-to-one, or it was recorded on our page: its process prepares it again, and ends if
     * nothing is left to do. It listens to this name since before either was possible.
     */
    public static EngineMessage oneToOneChanged(long memberId) {
        return told(
                "consultation.datesExtended", memberId, "one-to-one-changed-" + UUID.randomUUID(), Map.of(), AN_HOUR);
    }

    private static EngineMessage told(String name, long key, String id, Map<String, Object> variables, Duration kept) {
        return new EngineMessage(name, Long.toString(key), id, variables, kept);
    }
}
