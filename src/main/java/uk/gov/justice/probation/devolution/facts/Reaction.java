package uk.gov.justice.probation.devolution.facts;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a family of processes does when a fact changes.
 *
 * @param words for people, as the table in {@code src/docs/facts.md} shows it
 */
public record Reaction(String words, Consumer<List<ChangedFact>> does) {
    private static final Consumer<List<ChangedFact>> NOTHING = changes -> {};

    /** Nothing follows, and why. */
    public static Reaction nothing(String why) {
        return new Reaction("Nothing: " + why, NOTHING);
    }

    /** Another event that is published at once brings it about. */
    public static Reaction byItsOwnEvent(String words) {
        return new Reaction(words, NOTHING);
    }
}
