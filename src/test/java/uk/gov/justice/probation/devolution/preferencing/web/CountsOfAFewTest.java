package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;
import uk.gov.justice.probation.devolution.preferencing.panel.Effect;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.Why;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/**
 * Two consultations came to the same, except for counts of fewer than five people: who does not see individual results
 * reads the same of both, wherever it stands.
 */
@ConsoleTest
class CountsOfAFewTest {
    private static final int PEOPLE = 40;

    /** What a few got, were moved to, lodged or began. */
    private record Few(
            int secondChoice, int thirdChoice, int notAsked, int none, int moved, int upheld, int not, int begun) {}

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel opening;

    @Autowired
    Panel panel;

    @Autowired
    ClosingConsultations closing;

    @Test
    void nothingThatIsReadWithoutIndividualResultsDependsOnThem() throws Exception {
        Map<String, String> one = read("P", new Few(12, 3, 2, 3, 1, 1, 1, 37));
        Map<String, String> other = read("Q", new Few(14, 1, 4, 1, 3, 0, 4, 39));
        assertThat(one).hasSize(10);
        one.forEach((where, what) ->
                assertThat(other.get(where)).as(where).isNotEmpty().isEqualTo(what));
        assertThat(one.get("/consultations/ID as rpd-nw"))
                .contains("Their first choice: 20")
                .contains("Another of their choices or A place they did not ask for or No place: 20")
                .contains("it would tell of fewer than 5 people");
    }

    @Test
    void noAuditEntryCountsWhatPeopleGot() {
        finished("P", new Few(12, 3, 2, 3, 1, 1, 1, 37));
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE subject LIKE 'consultation/%' AND facts IS NOT NULL")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts)
                        .doesNotContain(
                                "unplaced", "byRank", "notAskedFor", "worstRank", "movedByPanel", "firstChoices"));
    }

    private Map<String, String> read(String prefix, Few few) throws Exception {
        long consultation = finished(prefix, few);
        Map<String, String> read = new LinkedHashMap<>();
        List<RequestPostProcessor> readers = List.of(
                colleague("tu-napo"), colleague("rpd-nw"), user(prefix + "0001").authorities(List.of()));
        List<String> names = List.of("tu-napo", "rpd-nw", "somebody who takes part");
        for (int reader = 0; reader < readers.size(); reader++)
            for (String page : List.of(
                    "/consultations/%d",
                    "/api/consultations/%d", "/consultations/%d/fairness", "/consultations/%d/draw")) {
                MockHttpServletResponse response = http.perform(
                                get(page.formatted(consultation)).with(readers.get(reader)))
                        .andReturn()
                        .getResponse();
                if (response.getStatus() == 200)
                    read.put(
                            page.replace("%d", "ID") + " as " + names.get(reader),
                            withoutIdsAndTimes(response.getContentAsString(), consultation, prefix));
            }
        return read;
    }

    private long finished(String prefix, Few few) {
        SomePreferences some = new SomePreferences(jdbc);
        SomeOutcomes made = new SomeOutcomes(jdbc);
        long consultation = some.consultation();
        given.allUnionsIn(consultation);
        some.round(consultation, 4711);
        long first = some.option(consultation, "NW_10", 20);
        long second = some.option(consultation, "NW_12", PEOPLE);
        long third = some.option(consultation, "NW_05", PEOPLE);
        long other = some.option(consultation, "NW_07", PEOPLE);
        for (String site : List.of("NW_10", "NW_12", "NW_05", "NW_07")) some.journey("L12", site, 20);
        List<Long> people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(n -> some.person(consultation, "%s%04d".formatted(prefix, n), "CA", "L12"))
                .toList();
        people.forEach(person -> some.answer(person, first, second, third));
        allocating.allocate(consultation);
        opening.prepare(consultation);
        List<Long> got = new ArrayList<>();
        IntStream.range(0, 20).forEach(n -> got.add(first));
        IntStream.range(0, few.secondChoice()).forEach(n -> got.add(second));
        IntStream.range(0, few.thirdChoice()).forEach(n -> got.add(third));
        IntStream.range(0, few.notAsked()).forEach(n -> got.add(other));
        IntStream.range(0, few.none()).forEach(n -> got.add(null));
        for (int n = 0; n < PEOPLE; n++) made.placed(people.get(n), got.get(n));
        for (int n = 0; n < few.moved(); n++) moved(consultation, people.get(n), other);
        for (int n = 0; n < few.upheld(); n++) made.decided(people.get(n), AppealOutcome.UPHELD);
        for (int n = 0; n < few.not(); n++) made.decided(people.get(20 + n), AppealOutcome.REJECTED);
        for (int n = 0; n < few.begun(); n++)
            given.thePlacementOf(people.get(n)).moved().save();
        made.confirmed(consultation);
        closing.close(consultation);
        return consultation;
    }

    private void moved(long consultation, long person, long place) {
        Effect effect = panel.effect(consultation, new Proposal(person, place, null));
        panel.move(
                consultation,
                effect.proposal(),
                effect.version(),
                new Why("Why", "You asked for it.", "", ""),
                new Colleague("preference-panel-nw", Set.of("preference-panel-nw")));
    }

    private static String withoutIdsAndTimes(String text, long consultation, String prefix) {
        return text.substring(Math.max(0, text.indexOf("<main")))
                .replace("PSC Liverpool 2", "PSC Liverpool")
                .replaceAll("T[0-9:.]+Z|[0-9]{1,2}:[0-9]{2}(am|pm)", "TIME")
                .replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]*", "$1")
                .replaceAll("(consultations/|\"id\":)" + consultation + "\\b", "$1ID")
                .replaceAll("(people/)[0-9]+", "$1ID")
                .replaceAll("\\b" + prefix + "([0-9]{4})\\b", "$1");
    }
}
