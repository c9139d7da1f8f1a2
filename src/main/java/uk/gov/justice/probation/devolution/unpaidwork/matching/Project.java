package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * A project as matching sees it.
 *
 * @param closes its last day; null if it has none
 * @param capacity how many people it takes on each of its days
 * @param taken how many places are taken on each day of the week; a missing day means none
 * @param roshAllowed the levels of risk of serious harm it takes
 * @param position null if unknown
 * @param mayLieIn letters of the postcode areas it may lie in; null if its position is unknown, so that it may lie in
 *     any
 * @param people CRNs of the people working there
 * @param avoidedBy CRNs of people whom somebody working there must not meet
 */
public record Project(
        String code,
        String name,
        Kind kind,
        String regionCode,
        Days days,
        LocalDate opens,
        LocalDate closes,
        int capacity,
        Map<DayOfWeek, Integer> taken,
        Set<String> skills,
        Set<String> roshAllowed,
        boolean accessible,
        Position position,
        Set<String> mayLieIn,
        Set<String> people,
        Set<String> avoidedBy) {

    /** The kinds of project. People work only at the first two. */
    public enum Kind {
        GROUP,
        INDIVIDUAL,
        INDUCTION,
        EDUCATION
    }

    public Project {
        taken = Map.copyOf(taken);
        skills = Set.copyOf(skills);
        roshAllowed = Set.copyOf(roshAllowed);
        mayLieIn = mayLieIn == null ? null : Set.copyOf(mayLieIn);
        people = Set.copyOf(people);
        avoidedBy = Set.copyOf(avoidedBy);
    }

    /** Free places on the day; never below 0. */
    public int free(DayOfWeek day) {
        return Math.max(0, capacity - taken.getOrDefault(day, 0));
    }

    @Override
    public String toString() {
        return "Project[code=%s]".formatted(code);
    }
}
