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
 */
public record AllocationRequest(List<Place> places, List<Applicant> applicants, Objective objective, long seed) {
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
            for (String option : applicant.ranked()) {
                if (!options.contains(option))
                    throw new IllegalArgumentException("Person %s ranked option %s, which is not among the places."
                            .formatted(applicant.person(), option));
            }
        }
    }
}
