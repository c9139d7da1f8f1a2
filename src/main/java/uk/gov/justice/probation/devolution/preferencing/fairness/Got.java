package uk.gov.justice.probation.devolution.preferencing.fairness;

import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;

/**
 * What one person got.
 *
 * @param extraMinutes how much longer they travel each way than today; below zero if less, null if that is not known
 */
record Got(Outcome outcome, Integer extraMinutes) {}
