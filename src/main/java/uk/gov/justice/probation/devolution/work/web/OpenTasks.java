package uk.gov.justice.probation.devolution.work.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.work.WaitingTask;
import uk.gov.justice.probation.devolution.work.WorkQuery;

/**
 * For every page about something for which a task may wait: the tasks of whoever reads it, so that it can lead to them.
 */
@Component("openTasks")
class OpenTasks {
    private final WorkQuery work;
    private final SignedIn signedIn;

    OpenTasks(WorkQuery work, SignedIn signedIn) {
        this.work = work;
        this.signedIn = signedIn;
    }

    /** @param subject e.g. {@code handover/12} */
    public List<WaitingTask> about(String subject) {
        return about(subject, List.of(), List.of());
    }

    /** About a subject and what belongs to it. */
    public List<WaitingTask> about(String subject, Collection<String> some, Collection<String> more) {
        List<String> subjects = Stream.of(List.of(subject), some, more)
                .flatMap(Collection::stream)
                .toList();
        return work.about(subjects, signedIn.inEveryRole());
    }
}
