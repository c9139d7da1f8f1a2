package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;
import java.util.Map;

/**
 * A message to the engine, published as a Spring event inside the transaction that makes it true and delivered after
 * its commit, at least once. The engine keeps it for {@code timeToLive} and takes a {@code messageId} only once in that
 * time.
 */
public record EngineMessage(
        String name, String correlationKey, String messageId, Map<String, Object> variables, Duration timeToLive) {}
