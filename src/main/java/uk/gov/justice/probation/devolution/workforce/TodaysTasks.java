package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** What each kind of team does today, so that a person sees what would be new to them and what they would keep. */
@Service
public class TodaysTasks {
    private final ReferenceQuery reference;

    TodaysTasks(ReferenceQuery reference) {
        this.reference = reference;
    }

    /** What a place's tasks are to somebody: not among today's, or among them. */
    public record Compared(List<String> newTasks, List<String> keptTasks) {}

    /** @param teamKind as in {@link StaffMember#teamKind} */
    public List<String> of(String teamKind) {
        return reference.tasks(teamKind);
    }

    /** Compares without regard to case, in the order of {@code tasks}. */
    public Compared compare(List<String> tasks, String teamKind) {
        List<String> today = of(teamKind);
        Predicate<String> known = task -> today.stream().anyMatch(task::equalsIgnoreCase);
        return new Compared(
                tasks.stream().filter(known.negate()).toList(),
                tasks.stream().filter(known).toList());
    }
}
