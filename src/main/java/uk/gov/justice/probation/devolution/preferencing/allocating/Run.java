package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.time.Instant;
import java.util.List;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Score;

/**
 * An allocation that was computed.
 *
 * @param name what it was about: "Official allocation", "One more place at Sefton"
 * @param extraPlaces what was assumed of places, in words; empty: nothing
 * @param byRank people by the rank of their place, first choices first; a place that was not asked for counts as the rank after the last
 * @param unranked people whose place they did not ask for
 * @param computedInMs from the request to the last explanation, in milliseconds
 */
public record Run(
    long id, long consultationId, Kind kind, String name, Objective objective, int mobilityLimitMinutes, String extraPlaces, long seed, int people, int places, int unplaced,
    List<Integer> byRank, int unranked, long computedInMs, String runBy, Instant runAt) {

  /** What a run is for. */
  public enum Kind {
    OFFICIAL,
    WHAT_IF
  }

  public Score score() {
    return new Score(unplaced, byRank);
  }

  public int placed() {
    return people - unplaced;
  }

  public int firstChoices() {
    return score().at(1);
  }

  /** The worst rank anybody got; 0 where nobody got a place. */
  public int worstRank() {
    return score().worstRank();
  }
}
