package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random requests, small enough for {@link EveryAllocation}, in which places are scarce, rules forbid a lot, and people
 * rank few options or none.
 */
final class Requests {
    /** The aims that have an optimum; the draw has turns. */
    static final List<Objective> OPTIMA = List.of(Objective.GREEDY, Objective.GENEROUS, Objective.BALANCED);

    private Requests() {}

    static AllocationRequest random(Random random, int mostPeople, int mostOptions, int mostChoices) {
        int options = Math.min(mostOptions, random.nextInt(mostOptions + 4));
        List<Place> places = new ArrayList<>();
        for (int option = 0; option < options; option++)
            places.add(
                    new Place("option " + (char) ('A' + option), random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2)));
        int allowedPercent = 30 + random.nextInt(71);
        List<Applicant> applicants = new ArrayList<>();
        int people = Math.min(mostPeople, random.nextInt(mostPeople + 4));
        for (int person = 0; person < people; person++)
            applicants.add(applicant("person " + person, places, random, mostChoices, allowedPercent));
        Objective objective = OPTIMA.get(random.nextInt(OPTIMA.size()));
        Integer notAsked = random.nextBoolean() ? mostChoices + 1 + random.nextInt(2) : null;
        return new AllocationRequest(places, applicants, objective, random.nextLong(), notAsked);
    }

    private static Applicant applicant(
            String person, List<Place> places, Random random, int mostChoices, int allowedPercent) {
        List<String> options =
                new ArrayList<>(places.stream().map(Place::option).toList());
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String option : options) {
            int chance = random.nextInt(100);
            if (chance < allowedPercent) verdicts.put(option, Verdict.yes());
            else if (chance < allowedPercent + 20) verdicts.put(option, Verdict.no("MOBILITY"));
        }
        if (random.nextBoolean()) Collections.shuffle(options, random);
        int choices = random.nextInt(Math.min(mostChoices, options.size()) + 1);
        return new Applicant(person, options.subList(0, choices), verdicts);
    }

    /** The same request with its contents in another order. */
    static AllocationRequest shuffled(AllocationRequest request, Random random) {
        List<Place> places = new ArrayList<>(request.places());
        List<Applicant> applicants = new ArrayList<>(request.applicants());
        Collections.shuffle(places, random);
        Collections.shuffle(applicants, random);
        return new AllocationRequest(places, applicants, request.objective(), request.seed(), request.notAskedRank());
    }
}
