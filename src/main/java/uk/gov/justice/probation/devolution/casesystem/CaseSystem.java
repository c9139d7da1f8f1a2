package uk.gov.justice.probation.devolution.casesystem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Sends an event to the case system as a CloudEvent (version 1.0, JSON, structured). Each request says when it was sent
 * and is signed: {@value #SIGNATURE} is the HMAC-SHA256, in hexadecimal, of what {@value #TIME} says, a full stop and
 * the body, so that nobody can forge one, or send an old one again unnoticed.
 */
@Component
class CaseSystem {
    static final String TIME = "Devolution-Time";
    static final String SIGNATURE = "Devolution-Signature";
    static final String TYPE = "uk.gov.justice.probation.devolution.case-service.moved.v1";

    private static final String HMAC = "HmacSHA256";

    private final CaseSystemSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    /** @throws InvalidConfigurationPropertyValueException if what is set is not safe */
    CaseSystem(CaseSystemSettings settings, ObjectMapper json, Clock clock) {
        settings.mustBeSafe();
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @return why it has not arrived, or nothing if it has */
    Optional<String> send(CaseEvent event) throws InterruptedException {
        byte[] body = EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .serialize(asCloudEvent(event));
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.patience())
                .header("Content-Type", JsonFormat.CONTENT_TYPE)
                .header(TIME, time)
                .header(SIGNATURE, signature(settings.key(), time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2
                    ? Optional.empty()
                    : Optional.of("The case system answered with status %d.".formatted(answer.statusCode()));
        } catch (HttpTimeoutException e) {
            return Optional.of("The case system did not answer within %d seconds."
                    .formatted(settings.patience().toSeconds()));
        } catch (IOException e) {
            return Optional.of("The case system cannot be reached.");
        }
    }

    /** The id stays the same however often it is sent; {@code sequence} orders the events of one person. */
    private CloudEvent asCloudEvent(CaseEvent event) {
        return CloudEventBuilder.v1()
                .withId("case-service-" + event.id())
                .withSource(URI.create("/handovers/" + event.handoverId()))
                .withType(TYPE)
                .withSubject(event.crn())
                .withTime(event.movedAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", "%019d".formatted(event.id()))
                .withData(
                        "application/json",
                        JsonCloudEventData.wrap(json.createObjectNode()
                                .put("crn", event.crn())
                                .put("eventNumber", event.eventNumber())
                                .put("service", event.service())
                                .put("fromUnit", event.from())
                                .put("toUnit", event.to())
                                .put("responsibleFrom", event.movedAt() + "Z")))
                .build();
    }

    static String signature(String key, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
