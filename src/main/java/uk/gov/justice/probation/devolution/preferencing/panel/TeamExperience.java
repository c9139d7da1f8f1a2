package uk.gov.justice.probation.devolution.preferencing.panel;

/**
 * How much experience a team that takes people in has in its work.
 *
 * @param before anybody comes
 * @param drawn with everybody whom the official allocation brings
 * @param now with the panel's moves
 * @param atLeast percent that should be experienced
 */
public record TeamExperience(String team, Share before, Share drawn, Share now, int atLeast) {

    /** Whether people come and too few of the team are experienced then. */
    public boolean tooLittle() {
        return !now.equals(before) && !now.isAtLeast(atLeast);
    }

    public String inWords() {
        return "%s: %d of %d people would be experienced in the work (%d %%; it should be %d %% at least)."
                .formatted(team, now.experienced(), now.people(), now.percent(), atLeast);
    }
}
