package uk.gov.justice.probation.devolution.localstack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.localstack.TrialEngine.Timer;
import uk.gov.justice.probation.devolution.work.SubjectsQuery;

/** Says in the words of the models what happens at a date, and which programmes, handovers and consultations wait. */
@Component
@Profile("local")
class TimersInWords {
    /** What may be called by its name to everybody; a case or a person is only counted. */
    private static final Set<String> NAMED = Set.of("programme", "handover", "consultation");

    private static final int NAMED_AT_ONCE = 3;

    private final SubjectsOfOpenTasks subjects;
    private final SubjectsQuery query;
    private final TaskModels models;
    /** A process is about the same for as long as it runs. */
    private final Map<Long, TaskSubject> known = new ConcurrentHashMap<>();

    TimersInWords(SubjectsOfOpenTasks subjects, SubjectsQuery query, TaskModels models) {
        this.subjects = subjects;
        this.query = query;
        this.models = models;
    }

    /** Whether it is about this subject, e.g. {@code handover/12}. */
    boolean isAbout(Timer timer, String subject) {
        return subject(timer).filter(known -> known.about().equals(subject)).isPresent();
    }

    /** The programmes, handovers and consultations that wait for a date, by their words, in their order. */
    Map<String, String> waiting(Collection<Timer> timers) {
        Map<TaskSubject, String> words = words(timers);
        Map<String, String> waiting = new LinkedHashMap<>();
        words.entrySet().stream()
                .sorted(Map.Entry.<TaskSubject, String>comparingByValue())
                .forEach(each -> waiting.put(each.getKey().about(), each.getValue()));
        return waiting;
    }

    /** A line for each kind of date, e.g. "Window opens (Regional programme): North West and 2 more". */
    List<String> inWords(Collection<Timer> timers) {
        Map<TaskSubject, String> words = words(timers);
        Map<String, List<Timer>> byKind = timers.stream()
                .sorted(Comparator.comparing(Timer::due))
                .collect(Collectors.groupingBy(this::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, some) -> {
            List<String> named = some.stream()
                    .flatMap(timer -> subject(timer).map(words::get).stream())
                    .distinct()
                    .sorted()
                    .toList();
            lines.add(kind + (named.isEmpty() ? some.size() == 1 ? "" : ": " + some.size() : ": " + list(named)));
        });
        return lines;
    }

    private String kind(Timer timer) {
        String name = models.nameOf(timer.process(), timer.element());
        String process = models.nameOf(timer.process());
        return models.attachedTo(timer.process(), timer.element())
                .map(step -> models.nameOf(timer.process(), step))
                .map(step -> "%s, of the step “%s” (%s)".formatted(name, step, process))
                .orElse("%s (%s)".formatted(name, process));
    }

    private static String list(List<String> named) {
        String some = named.stream().limit(NAMED_AT_ONCE).collect(Collectors.joining("; "));
        return named.size() > NAMED_AT_ONCE ? "%s and %d more".formatted(some, named.size() - NAMED_AT_ONCE) : some;
    }

    private Map<TaskSubject, String> words(Collection<Timer> timers) {
        Set<TaskSubject> named = timers.stream()
                .flatMap(timer -> subject(timer).stream())
                .filter(subject -> NAMED.contains(subject.about().split("/")[0]))
                .collect(Collectors.toSet());
        Map<TaskSubject, String> words = new HashMap<>(query.words(named));
        words.values().removeIf(String::isEmpty);
        return words;
    }

    private Optional<TaskSubject> subject(Timer timer) {
        TaskSubject subject = known.get(timer.processInstanceKey());
        if (subject == null) {
            subject = subjects.of(timer.processInstanceKey(), timer.processInstanceKey())
                    .orElse(null);
            if (subject != null)
                known.put(timer.processInstanceKey(), new TaskSubject("", "", subject.about(), subject.regionCode()));
        }
        return Optional.ofNullable(known.get(timer.processInstanceKey()));
    }
}
