package uk.gov.justice.probation.devolution.localstack;

import java.time.Instant;
import java.util.List;

/**
 * The next date of a trial.
 *
 * @param at to the minute in which it begins
 * @param what happens then, a line for each kind
 * @param onTheWay how many other dates come before it
 */
public record NextDate(Instant at, List<String> what, int onTheWay) {}
