package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** What each kind of team does today, so that a person can see what would be new to them and what they would keep. */
@Service
public class TodaysTasks {
    private final ReferenceQuery reference;

    TodaysTasks(ReferenceQuery reference) {
        this.reference = reference;
    }

    /** A place's tasks compared with a person's own: those not among today's, and those that are. */
    public record Compared(List<String> newTasks, List<String> keptTasks) {}

    /** @param teamKind as in {@link StaffMember#teamKind} */
    public List<String> of(String teamKind) {
        return reference.tasks(teamKind);
    }

    /** Compares ignoring case, in the order of {@code tasks}. */
    public Compared compare(List<String> tasks, String teamKind) {
        List<String> today = of(teamKind);
        Predicate<String> known = task -> today.stream().anyMatch(task::equalsIgnoreCase);
        return new Compared(
                tasks.stream().filter(known.negate()).toList(),
                tasks.stream().filter(known).toList());
    }
}
