package uk.gov.justice.probation.devolution.engine;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import uk.gov.justice.probation.devolution.example.ExampleDay;

/** One life of the in-memory engine, from one purge to the next. */
final class EngineRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private final ZeebeTestEngine engine;
    private final ControlledActorClock clock;
    private final LogStreamWriter writer;
    private final EngineView view;
    private final LogStream log;

    /** @param earlier what the engine has already done when it starts */
    EngineRun(int port, Beginning earlier) {
        this.port = port;
        engine = EngineFactory.create(port);
        clock = (ControlledActorClock) internal(engine, "clock");
        log = (LogStream) internal(engine, "logStream");
        beginAfter(earlier);
        resetTime();
        engine.start();
        writer = log.newLogStreamWriter();
        view = new EngineView(log.newLogStreamReader());
    }

    int port() {
        return port;
    }

    /** What the engine has done so far. */
    EngineView view() {
        view.catchUp();
        return view;
    }

    LogStreamReader reader() {
        return log.newLogStreamReader();
    }

    /** Appends a command to the engine's log, as its gateway would; the answer is the command's position. */
    long append(ValueType type, Intent intent, long key, UnifiedRecordValue value) {
        RecordMetadata metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent);
        var entry = key > 0 ? LogAppendEntry.of(key, metadata, value) : LogAppendEntry.of(metadata, value);
        return writer.tryWrite(WriteContext.internal(), entry).get();
    }

    Instant now() {
        return clock.getCurrentTime();
    }

    /**
     * Moves time and waits for the timers that have become due; the engine moves its clock and checks timers
     * asynchronously.
     */
    void increaseTime(Duration duration) {
        Instant then = now().plus(duration);
        engine.increaseTime(duration);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while ((now().isBefore(then) || view().isTimerDue(then.toEpochMilli())) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** What has happened so far, for another engine to begin with; nothing may still be under way. */
    @SuppressWarnings("unchecked")
    Beginning asBeginning() {
        Object storage = internal(log, "logStorage");
        try (LogStreamReader reader = log.newLogStreamReader()) {
            return new Beginning(
                    List.copyOf((List<ByteBuffer>) internal(storage, "logEntries")),
                    Map.copyOf((Map<Long, Integer>) internal(storage, "positionIndexMapping")),
                    reader.seekToEnd());
        }
    }

    /** Back to the day on which all tests run. */
    void resetTime() {
        clock.reset();
        clock.addTime(Duration.between(now(), ExampleDay.MORNING));
        clock.update();
    }

    @Override
    public void close() {
        engine.stop();
    }

    /**
     * The engine repeats the events of its log when it starts, as after a restart. The in-memory log is a plain list,
     * to which several threads append while the engine reads; on a busy machine that would fail, so it gets another.
     */
    @SuppressWarnings("unchecked")
    private void beginAfter(Beginning earlier) {
        Object storage = internal(log, "logStorage");
        List<ByteBuffer> entries = new ArrayList<>();
        earlier.entries.forEach(entry -> entries.add(entry.duplicate()));
        set(storage, "logEntries", Collections.synchronizedList(entries));
        ((Map<Long, Integer>) internal(storage, "positionIndexMapping")).putAll(earlier.places);
        set(internal(log, "sequencer"), "position", earlier.lastPosition + 1);
    }

    private static void set(Object owner, String name, Object value) {
        try {
            field(owner, name).set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object internal(Object owner, String name) {
        try {
            return field(owner, name).get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("The engine has changed inside", e);
        }
    }

    /**
     * The log of an engine that has stopped.
     *
     * @param places the place of each entry by its first position, counted from 1
     */
    record Beginning(List<ByteBuffer> entries, Map<Long, Integer> places, long lastPosition) {
        static final Beginning EMPTY = new Beginning(List.of(), Map.of(), 0);
    }
}
