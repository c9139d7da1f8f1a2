package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.workforce.Travel;

/** Finds in which groups people are. The number of queries does not depend on the number of people. */
@Component
class Groups {
    private static final int LONG_LIST = 5;

    private final Answers answers;
    private final ConfidentialRecords confidential;
    private final Travel travel;

    Groups(Answers answers, ConfidentialRecords confidential, Travel travel) {
        this.answers = answers;
        this.confidential = confidential;
        this.travel = travel;
    }

    /** The groups of everybody in the official allocation. */
    Map<Long, Map<Grouping, String>> of(Run official, People people) {
        Map<Long, Answer> asked = answers.latest(official.consultationId());
        Set<String> numbers = people.staff().keySet();
        Map<String, Adjustments> adjustments =
                confidential.adjustments(numbers, Consultations.subject(official.consultationId()));
        Map<String, String> homes = travel.homeAreas(people.staff().values());
        Map<Long, Map<Grouping, String>> groups = new HashMap<>();
        people.rows().forEach(person -> {
            Map<Grouping, String> of = new EnumMap<>(Grouping.class);
            of.put(Grouping.GRADE, person.grade());
            of.put(Grouping.WORKING_PATTERN, person.ftePercent() < 100 ? "Part time" : "Full time");
            of.put(
                    Grouping.HOME_AREA,
                    homes.containsKey(person.staffNumber())
                            ? "Postcode area " + homes.get(person.staffNumber())
                            : "Not known");
            of.put(Grouping.LIST_LENGTH, listLength(asked.get(person.memberId())));
            of.put(Grouping.ABSENCE, person.absence() == null ? "Not absent" : person.absence());
            of.put(
                    Grouping.ADJUSTMENTS,
                    adjustments
                                    .getOrDefault(person.staffNumber(), Adjustments.NONE)
                                    .equals(Adjustments.NONE)
                            ? "Without adjustments"
                            : "With adjustments");
            groups.put(person.memberId(), of);
        });
        return groups;
    }

    private static String listLength(Answer answer) {
        int length = answer == null ? 0 : answer.choices().size();
        if (length >= LONG_LIST) return "%d places or more".formatted(LONG_LIST);
        return length == 1 ? "1 place" : "%d places".formatted(length);
    }
}
