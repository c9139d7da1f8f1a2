package uk.gov.justice.probation.devolution.camunda;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** A metric: how many answers are waiting for somebody to say what their task is about. */
@Component
class CountsTasksOfBefore implements MeterBinder {
    private final TasksOfBefore tasks;

    CountsTasksOfBefore(TasksOfBefore tasks) {
        this.tasks = tasks;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tasks.of.before", tasks, TasksOfBefore::number)
                .description("Answers that wait until somebody says what their task is about")
                .register(registry);
    }
}
