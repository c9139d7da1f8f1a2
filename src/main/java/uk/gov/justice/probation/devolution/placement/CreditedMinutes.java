package uk.gov.justice.probation.devolution.placement;

/**
 * How many minutes an outcome credits: end − start − penalty, never more than what remains, never without an attended outcome. In full: the session as planned, or longer
 * where it was worked longer; in part: the minutes attended.
 */
public final class CreditedMinutes {
  private CreditedMinutes() {}

  /**
   * @param planned minutes of the session as planned
   * @param worked minutes from when the person came until they went
   * @param penalty minutes taken off
   * @param remaining minutes that remain to be worked
   */
  public static int of(OutcomeCode outcome, int planned, int worked, int penalty, int remaining) {
    if (!outcome.attended()) return 0;
    int before = switch (outcome.credit()) {
      case FULL -> Math.max(planned, worked);
      case PART -> worked;
      case NONE -> 0;
    };
    return Math.max(0, Math.min(before - penalty, remaining));
  }
}
