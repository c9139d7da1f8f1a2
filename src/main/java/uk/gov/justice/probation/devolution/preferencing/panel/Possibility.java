package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.List;
import uk.gov.justice.probation.devolution.preferencing.round.Option;

/**
 * Where a person could go: an option the rules allow them, its free places, and the people there who could change
 * places with them.
 */
public record Possibility(Option option, int free, int rank, List<Person> swaps) {}
