package uk.gov.justice.probation.devolution.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

/** After a purge each worker would warn that it is cut off from the engine of before; it asks the next one at once. */
public final class CutStreams extends TurboFilter {

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable cause) {
        return logger.getName().equals("io.camunda.client.job.worker")
                        && format != null
                        && format.startsWith("Failed to stream jobs")
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
