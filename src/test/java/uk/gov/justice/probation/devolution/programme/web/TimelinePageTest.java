package uk.gov.justice.probation.devolution.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.ForecastPolicy;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;

@ConsoleTest
class TimelinePageTest {
    private static final List<String> FIVE = List.of("NW", "EM", "GM", "SC", "YATH");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Test
    void beforeTheLaunchItSaysWhereThePlanStands() throws Exception {
        http.perform(get("/timeline").with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing has been launched yet")));
    }

    @Test
    void everyRowOfThePlanStandsInWordsBesideItsBars() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, FIVE, Colleague.system());

        String page = page("/timeline");

        assertThat(page).contains("Showing all 47 rows of the plan", ForecastPolicy.IN_WORDS, "not counted yet");
        assertThat(count(page, "role=\"rowheader\"")).isEqualTo(47);
        assertThat(count(page, "class=\"chart__planned\""))
                .as("one a row, and the key")
                .isEqualTo(48);
        assertThat(count(page, "Expected on")).isEqualTo(47);
        assertThat(page).contains("Waits for <a", "Comes before <a", "no due date");
        assertThat(page).doesNotContain("style=");
    }

    @Test
    void whatMovedIsToldFromWhatIsLate() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(null, List.of("NW"), Colleague.system());
        given.theHandover("H-NW-1")
                .state("HYPERCARE")
                .counted(1250, 1240, 10)
                .transferred(Instant.parse("2021-11-03T10:00:00Z"))
                .save();

        String page = page("/timeline?region=NW&service=ALLOCATION");

        assertThat(page).contains("Showing 2 of 9 rows of the plan", "Moved on 3 November 2021", "3 days late");
        assertThat(page).contains("Still with the service centres:", "1,250");
        assertThat(page.indexOf("H-NW-2"))
                .as("what is still to move comes first")
                .isLessThan(page.indexOf("H-NW-1"));
        http.perform(get("/timeline").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Time in each state",
                                "Planned",
                                "9 of the 9",
                                "Overdue by region",
                                "North West",
                                "8 of 9")));
    }

    @Test
    void aFilterThatNamesNothingShowsEverything() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW"), Colleague.system());
        http.perform(get("/timeline").param("region", "<b>").with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Showing all 9 rows"), not(containsString("<b>\"")))));
        http.perform(get("/timeline").param("service", "ALLOCATION").with(colleague("hr-nw")))
                .andExpect(content().string(containsString("Showing 2 of 9 rows")));
    }

    @Test
    void allOfItCanBeTakenAlong() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW", "YATH"), Colleague.system());

        assertThat(page("/timeline?region=YATH&format=csv"))
                .contains("H-YATH-1", "Expected on", "\"M4\"")
                .doesNotContain("H-NW-1");
    }

    private String page(String path) throws Exception {
        return http.perform(get(path).with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static long count(String page, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(page).results().count();
    }
}
