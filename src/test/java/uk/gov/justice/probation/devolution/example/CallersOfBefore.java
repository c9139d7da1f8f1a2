package uk.gov.justice.probation.devolution.example;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import uk.gov.justice.probation.devolution.camunda.CallingProcesses;

/** Who called a process; also for one that is always called but that a test has started directly. */
@Primary
public final class CallersOfBefore implements CallingProcesses {
    private final CallingProcesses engine;
    private final Map<Long, Long> pretended = new HashMap<>();

    CallersOfBefore(@Qualifier("v2CallingProcesses") CallingProcesses engine) {
        this.engine = engine;
    }

    void pretend(long called, long caller) {
        pretended.put(called, caller);
    }

    @Override
    public Optional<Long> callerOf(long processInstanceKey) {
        if (processInstanceKey < 0) return Optional.empty();
        return engine.callerOf(processInstanceKey).or(() -> Optional.ofNullable(pretended.get(processInstanceKey)));
    }

    /** The outermost process, which was not called. */
    long root(long processInstanceKey) {
        return engine.callerOf(processInstanceKey).map(this::root).orElse(processInstanceKey);
    }
}
