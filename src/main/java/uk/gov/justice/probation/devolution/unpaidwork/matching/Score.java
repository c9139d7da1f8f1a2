package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.util.Comparator;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * How well a project suits, in points; more is better. The weights are our own (ADR 0079).
 *
 * @param distance {@value #DISTANCE} points next door, one less for every mile in a straight line; none if the distance
 *     is unknown
 * @param skills {@value #SKILL} points for each skill or education need it meets, at most {@value #SKILLS}
 * @param vacancies {@value #VACANCIES} points if every place is free on the best possible day, proportionally fewer
 *     otherwise
 * @param miles null if the person's home or the project's position is unknown
 */
public record Score(int distance, int skills, int vacancies, Integer miles) {
    public static final int DISTANCE = 50;
    public static final int SKILL = 10;
    public static final int SKILLS = 30;
    public static final int VACANCIES = 20;
    private static final double KILOMETRES_PER_MILE = 1.609344;

    /** Best first; for equal points, nearest first. */
    static final Comparator<Score> BEST_FIRST = Comparator.comparingInt(Score::total)
            .reversed()
            .thenComparing(Score::miles, Comparator.nullsLast(Comparator.naturalOrder()));

    static Score of(Person person, Project project, Days possible) {
        Integer miles = miles(person.home(), project.position());
        return new Score(
                miles == null ? 0 : Math.max(0, DISTANCE - miles),
                skills(person, project),
                vacancies(project, possible),
                miles);
    }

    public int total() {
        return distance + skills + vacancies;
    }

    /** For example "4 miles", or that it is not known. */
    public String distanceInWords() {
        if (miles == null) return "distance not known";
        return miles == 1 ? "1 mile" : miles + " miles";
    }

    private static Integer miles(Position home, Position project) {
        return home == null || project == null
                ? null
                : (int) Math.round(home.distanceTo(project) / KILOMETRES_PER_MILE);
    }

    private static int skills(Person person, Project project) {
        int met = 0;
        for (String skill : person.skills()) {
            if (project.skills().contains(skill)) met++;
        }
        return Math.min(SKILLS, SKILL * met);
    }

    private static int vacancies(Project project, Days possible) {
        int free = 0;
        for (var day : possible.list()) free = Math.max(free, project.free(day));
        return project.capacity() == 0 ? 0 : VACANCIES * free / project.capacity();
    }
}
