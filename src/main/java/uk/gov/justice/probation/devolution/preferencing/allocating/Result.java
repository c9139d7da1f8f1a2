package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;

/**
 * What one person got in a run.
 *
 * @param optionId null for no place
 * @param rank of the choice; of a place they did not ask for the rank after their last; 0 without a place
 * @param lottery their position in the lottery, 1 first
 * @param reasons in plain words; empty for a what-if run
 */
public record Result(long memberId, Long optionId, int rank, boolean ranked, int lottery, List<String> reasons) {}
