package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;
import java.util.Map;

/**
 * A message to the engine, published as a Spring event inside the transaction that makes it true, and delivered at
 * least once after the commit. The engine keeps it for {@code timeToLive} and accepts a {@code messageId} only once
 * during that time.
 */
public record EngineMessage(
        String name, String correlationKey, String messageId, Map<String, Object> variables, Duration timeToLive) {}
