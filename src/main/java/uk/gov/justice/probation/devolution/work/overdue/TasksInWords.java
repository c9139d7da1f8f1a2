package uk.gov.justice.probation.devolution.work.overdue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.work.Holder;

/** What a message says of overdue tasks: those that read alike are one line with their number. */
record TasksInWords(List<OverdueTask> tasks, Deadlines deadlines) {
    /** A message holds no more. */
    private static final int LONGEST = 1500;

    /** @param one used for a single task, with its name put in */
    String subject(String one, String many) {
        return tasks.size() == 1 ? one.formatted(tasks.getFirst().name()) : many.formatted(tasks.size());
    }

    String lines() {
        Map<String, List<OverdueTask>> alike = tasks.stream()
                .collect(Collectors.groupingBy(OverdueTask::inWords, LinkedHashMap::new, Collectors.toList()));
        StringBuilder lines = new StringBuilder();
        int left = tasks.size();
        for (var each : alike.entrySet()) {
            String line = line(each.getKey(), each.getValue());
            if (lines.length() + line.length() > LONGEST) break;
            lines.append(line);
            left -= each.getValue().size();
        }
        return left == 0 ? lines.toString() : lines + "- and %d more\n".formatted(left);
    }

    /** What a deputy has to know; empty for everybody else. */
    String inWhosePlace(String reader) {
        return tasks.stream().anyMatch(task -> task.standIns().contains(reader))
                ? " A colleague for whom you stand in has claimed some of them: take those over there."
                : "";
    }

    /** The groups that may do them; colleagues are not named. */
    String whom() {
        String groups = tasks.stream()
                .flatMap(task -> task.offeredTo().stream())
                .filter(Holder::isGroup)
                .map(Holder::called)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return groups.isEmpty() ? "colleagues" : groups;
    }

    private String line(String words, List<OverdueTask> alike) {
        String due = Deadlines.inWords(deadlines.day(alike.getFirst().dueAt()));
        return alike.size() == 1
                ? "- %s, due on %s\n".formatted(words, due)
                : "- %s: %d tasks, the first due on %s\n".formatted(words, alike.size(), due);
    }
}
