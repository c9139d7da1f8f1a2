package uk.gov.justice.probation.devolution.work.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.work.Waiting;
import uk.gov.justice.probation.devolution.work.WorkQuery;

/**
 * For every page about something for which a task may wait: what waits, for whom and since when. Whoever may do it is
 * led to the task; everybody else who may see the page reads whom it waits for.
 *
 * <p>A page about one subject says below its heading {@code <th:block
 * th:with="waits=${@openTasks.about('handover/12')}"><div th:replace="~{work/parts :: waiting
 * (${waits})}"></div></th:block>}. A list asks once for all its rows,
 * {@code th:with="waits=${@openTasks.bySubject(subjects)}"}, and each row says {@code <ul th:replace="~{work/parts ::
 * inRow (${waits.get(subject)})}"></ul>}. Both show nothing where nothing waits.
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
    public List<Waiting> about(String subject) {
        return about(subject, List.of(), List.of());
    }

    /** About a subject and what belongs to it. */
    public List<Waiting> about(String subject, Collection<String> some, Collection<String> more) {
        List<String> subjects = Stream.of(List.of(subject), some, more)
                .flatMap(Collection::stream)
                .toList();
        return work.about(subjects, signedIn.inEveryRole());
    }

    /** About each of many subjects; those for which nothing waits are left out. */
    public Map<String, List<Waiting>> bySubject(Collection<String> subjects) {
        return work.about(subjects, signedIn.inEveryRole()).stream().collect(Collectors.groupingBy(Waiting::about));
    }
}
