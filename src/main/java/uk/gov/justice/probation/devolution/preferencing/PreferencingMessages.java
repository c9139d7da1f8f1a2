package uk.gov.justice.probation.devolution.preferencing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the processes of rounds, rankings and appeals, each with its name, key, id and lifetime. */
public final class PreferencingMessages {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private PreferencingMessages() {}

    static EngineMessage staffJoined(long consultationId, long memberId) {
        return told("preferencing.staffJoined", consultationId, each(), Map.of("memberId", memberId), AN_HOUR);
    }

    static EngineMessage staffLeft(long memberId) {
        return told("preferencing.staffLeft", memberId, each(), Map.of(), AN_HOUR);
    }

    static EngineMessage datesExtended(long memberId) {
        return told("preferencing.datesExtended", memberId, each(), Map.of(), AN_HOUR);
    }

    /** HR closed the ranking before its last day. */
    public static EngineMessage closedEarly(long consultationId) {
        return told("preferencing.closedEarly", consultationId, "closedEarly-" + consultationId, Map.of(), A_MONTH);
    }

    /** Somebody answered on their page. Sent for each answer. */
    public static EngineMessage rankingGiven(long memberId, long answerId) {
        return told("preferencing.rankingGiven", memberId, "ranking-" + answerId, Map.of(), AN_HOUR);
    }

    /**
     * The line manager recorded on our page what somebody wants, or that they cannot be reached: the process that asks
     * prepares its question again and finds the answer. It has listened to this name since before there was the page.
     */
    public static EngineMessage recordedForPerson(long memberId, long answerId) {
        return told("preferencing.datesExtended", memberId, "recorded-for-person-" + answerId, Map.of(), AN_HOUR);
    }

    public static EngineMessage appealLodged(long appealId) {
        return told(
                "preferencing.appealLodged",
                appealId,
                "appealLodged-" + appealId,
                Map.of("appealId", appealId),
                A_MONTH);
    }

    /** An appeal was closed. The consultation's process may be waiting for its last one and checks again. */
    public static EngineMessage appealClosed(long consultationId, long appealId) {
        return told("preferencing.appealsDecided", consultationId, "appealClosed-" + appealId, Map.of(), AN_HOUR);
    }

    /** An id for messages that are sent each time something happens. */
    private static String each() {
        return UUID.randomUUID().toString();
    }

    private static EngineMessage told(String name, long key, String id, Map<String, Object> variables, Duration kept) {
        return new EngineMessage(name, Long.toString(key), id, variables, kept);
    }
}
