package uk.gov.justice.probation.devolution.preferencing.allocating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Verdict;

class RecordedRequestTest {
    private static final Map<String, Verdict> SHARED = Map.of("1", Verdict.yes(), "2", Verdict.no("MOBILITY"));
    private static final AllocationRequest REQUEST = new AllocationRequest(
            List.of(new Place("1", 3), new Place("2", 0)),
            List.of(
                    new Applicant("ann", List.of("2", "1"), SHARED),
                    new Applicant("ben", List.of(), Map.of("1", Verdict.yes())),
                    new Applicant("cleo", List.of("1"), SHARED)),
            Objective.GENEROUS,
            42,
            6);

    @Test
    void anybodyCanComputeTheRunAgain() {
        assertThat(RecordedRequest.of(REQUEST).request()).isEqualTo(REQUEST);
    }

    @Test
    void placesThatOnlyConsentOpensAreTold() {
        AllocationRequest draw = new AllocationRequest(
                List.of(new Place("1", 1), new Place("2", 1)),
                List.of(new Applicant(
                        "ann", List.of("2"), Map.of("1", Verdict.no("MOBILITY"), "2", Verdict.byConsent()))),
                Objective.DRAW,
                -7);
        assertThat(RecordedRequest.of(draw).rules()).containsExactly(sorted(Map.of("1", "MOBILITY", "2", "CONSENT")));
        assertThat(RecordedRequest.of(draw).request()).isEqualTo(draw);
    }

    @Test
    void aRequestOfBeforeHadNoRankForPlacesNotAskedFor() throws Exception {
        String before = """
                {"objective":"GREEDY","seed":42,"places":{"1":1},"rules":[{"1":""}],"applicants":[{"person":"9","ranked":["1"],"rules":0}]}""";
        assertThat(new ObjectMapper()
                        .readValue(before, RecordedRequest.class)
                        .request()
                        .notAskedRank())
                .isNull();
    }

    @Test
    void theSeedIsTextAndReadersThatExpectANumberTakeIt() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String recorded = json.writeValueAsString(RecordedRequest.of(REQUEST));
        assertThat(recorded).contains("\"seed\":\"42\"");
        assertThat(json.readValue(recorded, RecordedRequest.class).request()).isEqualTo(REQUEST);
        assertThat(json.readValue(recorded, SeedOfBefore.class).seed()).isEqualTo(42);
        assertThat(json.readValue(recorded.replace("\"42\"", "-42"), RecordedRequest.class)
                        .seed())
                .isEqualTo(-42);
    }

    /** As the release before reads it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SeedOfBefore(long seed) {}

    @Test
    void rulesThatPeopleShareStandOnce() {
        RecordedRequest recorded = RecordedRequest.of(REQUEST);
        assertThat(recorded.rules()).containsExactly(sorted(Map.of("1", "", "2", "MOBILITY")), sorted(Map.of("1", "")));
        assertThat(recorded.applicants())
                .extracting(RecordedRequest.RecordedApplicant::rules)
                .containsExactly(0, 1, 0);
    }

    @Test
    void peopleByRankAreReadAsTheyAreKept() {
        PeopleByRank column = new PeopleByRank();
        for (List<Integer> people : List.of(List.<Integer>of(), List.of(0), List.of(12, 0, 3)))
            assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(people)))
                    .isEqualTo(people);
        assertThat(column.convertToDatabaseColumn(List.of(12, 0, 3))).isEqualTo("12,0,3");
    }

    private static SortedMap<String, String> sorted(Map<String, String> rules) {
        return new TreeMap<>(rules);
    }
}
