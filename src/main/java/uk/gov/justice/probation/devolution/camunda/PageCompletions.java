package uk.gov.justice.probation.devolution.camunda;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Remembers who did which task on our page: to the engine, it is this application that completed it. */
@Component
class PageCompletions {
    private final PageCompletionRepository completions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PageCompletions(PageCompletionRepository completions, ApplicationEventPublisher events, Clock clock) {
        this.completions = completions;
        this.events = events;
        this.clock = clock;
    }

    /** A second time changes nothing; neither does anybody else. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(OpenUserTask task, String by, Map<String, Object> answers) {
        completions.askOnce(task.elementInstanceKey(), task.key(), by, Utc.of(clock.instant()));
        events.publishEvent(new TaskCompletion(task.key(), task.elementInstanceKey(), by, answers));
    }

    /** The engine has accepted that this colleague completed it; nobody else can have. */
    @Transactional
    public void accepted(TaskCompletion completion) {
        completions.accept(completion.elementInstance(), completion.by(), Utc.of(clock.instant()));
    }

    /**
     * Who completed a task.
     *
     * @param engine what the engine says, which does not know whom this application completed it for
     */
    String whoCompleted(long elementInstance, Supplier<String> engine) {
        Optional<PageCompletion> here = completions.findById(elementInstance);
        return here.filter(PageCompletion::isAccepted)
                .map(PageCompletion::completedBy)
                .orElseGet(() -> {
                    String said = engine.get();
                    return said.equals(CompletedUserTasks.NOBODY)
                            ? here.map(PageCompletion::completedBy).orElse(said)
                            : said;
                });
    }
}
