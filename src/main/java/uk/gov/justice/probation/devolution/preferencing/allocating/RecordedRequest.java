package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Verdict;

/**
 * Everything that went into a run, as it is stored and published. Anybody can compute the run again from it.
 *
 * @param seed text in JSON, because many readers round numbers of its size; in runs of before it is a number
 * @param notAskedRank the rank of a place that was not asked for; null if it is the one after each person's own last
 * @param places by option id
 * @param rules sets of hard-rule results by option id: empty if the option is allowed, CONSENT if only the person's
 *     consent to a long journey allows it, otherwise the rule that forbids it. People with the same results share one
 *     set.
 */
record RecordedRequest(
        Objective objective,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long seed,
        Integer notAskedRank,
        SortedMap<String, Integer> places,
        List<SortedMap<String, String>> rules,
        List<RecordedApplicant> applicants) {

    /**
     * @param number what the lottery hashes; null if it is the person's id
     * @param rules index of this person's set of rules, starting at 0
     */
    record RecordedApplicant(String person, String number, List<String> ranked, int rules) {}

    static RecordedRequest of(AllocationRequest request) {
        Map<Map<String, Verdict>, Integer> numbers = new LinkedHashMap<>();
        List<RecordedApplicant> applicants = new ArrayList<>();
        for (Applicant applicant : request.applicants()) {
            Integer number = numbers.get(applicant.verdicts());
            if (number == null) numbers.put(applicant.verdicts(), number = numbers.size());
            applicants.add(new RecordedApplicant(applicant.person(), applicant.number(), applicant.ranked(), number));
        }
        SortedMap<String, Integer> places = new TreeMap<>();
        request.places().forEach(place -> places.put(place.option(), place.places()));
        return new RecordedRequest(
                request.objective(),
                request.seed(),
                request.notAskedRank(),
                places,
                numbers.keySet().stream().map(RecordedRequest::codes).toList(),
                applicants);
    }

    AllocationRequest request() {
        List<Map<String, Verdict>> verdicts =
                rules.stream().map(RecordedRequest::verdicts).toList();
        return new AllocationRequest(
                places.entrySet().stream()
                        .map(place -> new Place(place.getKey(), place.getValue()))
                        .toList(),
                applicants.stream()
                        .map(applicant -> new Applicant(
                                applicant.person(),
                                applicant.number() == null ? applicant.person() : applicant.number(),
                                applicant.ranked(),
                                verdicts.get(applicant.rules())))
                        .toList(),
                objective,
                seed,
                notAskedRank);
    }

    private static SortedMap<String, String> codes(Map<String, Verdict> verdicts) {
        SortedMap<String, String> codes = new TreeMap<>();
        verdicts.forEach((option, verdict) -> codes.put(option, verdict.why()));
        return codes;
    }

    private static Map<String, Verdict> verdicts(Map<String, String> codes) {
        return codes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, code -> Verdict.of(code.getValue())));
    }
}
