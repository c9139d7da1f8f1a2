package uk.gov.justice.probation.devolution.unpaidwork.intake;

import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;

/**
 * The suitability and risk assessment of an order as it is written on our page. Not for logs: {@link #toString} leaves
 * all of it out.
 *
 * @param suitable null if not stated
 * @param needsAccess whether the person needs an accessible project, for health or disability; null if not stated
 * @param advised how often the person can work; null if not stated
 * @param health what stands in the way, empty if nothing does
 * @param risk what the supervisor must know, empty if there is nothing
 */
public record Assessment(Boolean suitable, Boolean needsAccess, Frequency advised, String health, String risk) {

    /** Characters of each of the two texts. */
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
