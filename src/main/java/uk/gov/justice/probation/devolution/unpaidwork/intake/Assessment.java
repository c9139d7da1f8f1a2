package uk.gov.justice.probation.devolution.unpaidwork.intake;

import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;

/**
 * The suitability and risk assessment of an order, as written on our page. {@link #toString} leaves all of it out, to
 * keep it out of logs.
 *
 * @param suitable null if not stated
 * @param needsAccess whether the person needs an accessible project because of health or disability; null if not stated
 * @param advised how often the person can work; null if not stated
 * @param health what limits the person's work; empty if nothing does
 * @param risk what the supervisor must know; empty if nothing
 */
public record Assessment(Boolean suitable, Boolean needsAccess, Frequency advised, String health, String risk) {

    /** In characters, for each of the two texts. */
    public static final int AT_MOST = 4000;

    public Assessment {
        health = health == null ? "" : health.strip();
        risk = risk == null ? "" : risk.strip();
    }

    @Override
    public String toString() {
        return "Assessment[]";
    }
}
