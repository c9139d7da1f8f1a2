package uk.gov.justice.probation.devolution.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an allocation is computed from. Two requests that differ only in the order of their places or applicants have
 * the same answer.
 *
 * @param places every option once
 * @param applicants every person once; what they rank, and what they have verdicts on, is among the places
 * @param seed of the lottery, recorded before closing
 * @param notAskedRank the rank of a place that somebody did not ask for, after every rank that a list can have. Null in
 *     consultations launched when it was the rank after each person's own last, and after the longest list in the
 *     request for somebody who asked for nothing
 */
public record AllocationRequest(
        List<Place> places, List<Applicant> applicants, Objective objective, long seed, Integer notAskedRank) {
    /** Where a place that somebody did not ask for has the rank after their own last. */
    public AllocationRequest(List<Place> places, List<Applicant> applicants, Objective objective, long seed) {
        this(places, applicants, objective, seed, null);
    }

    public AllocationRequest {
        places = List.copyOf(places);
        applicants = List.copyOf(applicants);
        Objects.requireNonNull(objective, "An allocation needs an objective.");
        Set<String> options = places.stream().map(Place::option).collect(Collectors.toSet());
        if (options.size() < places.size())
            throw new IllegalArgumentException(
                    "An option is listed more than once among the places. List each option once.");
        var people = new HashSet<String>();
        for (Applicant applicant : applicants) {
            if (!people.add(applicant.person()))
                throw new IllegalArgumentException(
                        "Person %s applies more than once. List each person once.".formatted(applicant.person()));
            if (notAskedRank != null && applicant.ranked().size() >= notAskedRank)
                throw new IllegalArgumentException(
                        "Person %s ranked %d options, but a place that was not asked for has rank %d. It must come after every rank."
                                .formatted(
                                        applicant.person(), applicant.ranked().size(), notAskedRank));
            for (String option : applicant.ranked()) {
                if (!options.contains(option))
                    throw new IllegalArgumentException("Person %s ranked option %s, which is not among the places."
                            .formatted(applicant.person(), option));
            }
        }
    }
}
