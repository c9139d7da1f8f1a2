package uk.gov.justice.probation.devolution.telling;

import java.time.Duration;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the process about an email that was not delivered, each with its name, key, id and lifetime. */
final class TellingMessages {
    private static final Duration A_DAY = Duration.ofDays(1);

    private TellingMessages() {}

    static EngineMessage emailUndelivered(long id) {
        return new EngineMessage(
                "letters.emailUndelivered",
                Long.toString(id),
                "email-undelivered-" + id,
                Map.of("undeliveredId", id),
                A_DAY);
    }
}
