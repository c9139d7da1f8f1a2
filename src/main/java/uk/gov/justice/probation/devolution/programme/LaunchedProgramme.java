package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * A launch of the plan. {@code shiftDays} is by how many days the plan's dates were moved, 0 for a replay of its own
 * dates.
 */
public record LaunchedProgramme(long id, List<String> regions, LocalDate baseDate, int shiftDays) {}
