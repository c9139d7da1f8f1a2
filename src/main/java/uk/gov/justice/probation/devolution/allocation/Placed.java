package uk.gov.justice.probation.devolution.allocation;

import java.util.List;

/**
 * Where one person goes, and why not somewhere they would have liked better.
 *
 * @param option null if they have no place
 * @param rank 1 for the first choice; for an option they did not ask for the request's rank for that; 0 without a place
 * @param ranked whether they asked for this option; what they did not ask for goes to the panel
 * @param decided whether this place, or having none, was given beforehand
 * @param lottery their position in the lottery, 1 first
 * @param allowed how many options no rule keeps from them
 * @param obstacles one for each choice better than this place, best first
 * @param elsewhere if they have no place or one they did not ask for: one for each other option that they did not ask
 *     for and no rule keeps from them, in the order of the options' ids
 */
public record Placed(
        String person,
        String option,
        int rank,
        boolean ranked,
        boolean decided,
        int lottery,
        int allowed,
        List<Obstacle> obstacles,
        List<Obstacle> elsewhere) {
    public Placed {
        obstacles = List.copyOf(obstacles);
        elsewhere = List.copyOf(elsewhere);
    }
}
