package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An order and a project: either in, with a score and the possible days, or out, with every rule that excludes it.
 *
 * @param rank 1 for the best project that is in; 0 if it is out
 * @param score null if it is out
 */
public record Match(Project project, Set<Filter> out, int rank, Score score, List<Opening> openings) {

    /** A possible day of the week, from its first date on. */
    public record Opening(DayOfWeek day, LocalDate from, int free) {}

    public boolean in() {
        return out.isEmpty();
    }

    public Days days() {
        return Days.of(openings.stream().map(Opening::day).toArray(DayOfWeek[]::new));
    }

    /** Why it is in or out, one sentence each. */
    public List<String> reasons() {
        return in() ? whyIn() : out.stream().sorted().map(Filter::inWords).toList();
    }

    private List<String> whyIn() {
        return List.of(
                score.miles() == null
                        ? "How far it is from home is not known: 0 points"
                        : "About %s from home: %s".formatted(score.distanceInWords(), points(score.distance())),
                score.skills() == 0
                        ? "It meets none of the skill and education needs: 0 points"
                        : "It meets skill or education needs: %s".formatted(points(score.skills())),
                "%s: %s".formatted(freePlaces(), points(score.vacancies())));
    }

    private String freePlaces() {
        int most = openings.stream().mapToInt(Opening::free).max().orElse(0);
        return "%d of %d places free on the best day".formatted(most, project.capacity());
    }

    private static String points(int points) {
        return points == 1 ? "1 point" : points + " points";
    }
}
