package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;

/**
 * What one person got in a run.
 *
 * @param optionId null for no place
 * @param rank of the choice. A place the person did not ask for has the rank after their last choice; no place is 0.
 * @param lottery their position in the lottery, starting at 1
 * @param forbiddenSince whether the rules forbid their place since the rows were fixed at closing
 * @param reasons in plain words; empty for a what-if run
 */
public record Result(
        long memberId,
        Long optionId,
        int rank,
        boolean ranked,
        int lottery,
        boolean forbiddenSince,
        List<String> reasons) {}
