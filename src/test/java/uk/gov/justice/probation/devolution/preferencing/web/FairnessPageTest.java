package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class FairnessPageTest {

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

    private long consultation;
    private long sefton;

    /** Of 40 people, 16 of them part time, 20 get Sefton and the others Wirral. */
    @BeforeEach
    void fortyPeopleAndTwoPlaces() {
        SomePreferences some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.allUnionsIn(consultation);
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 20);
        long wirral = some.option(consultation, "NW_12", 30);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 40);
        List<Long> people = some.people(consultation, 40);
        for (int n = 1; n <= 16; n++)
            given.theColleague("P%04d".formatted(n)).partTime(60).save();
        people.forEach(person -> some.answer(person, sefton, wirral));
        allocating.allocate(consultation);
    }

    @Test
    void thePanelHrTheDirectorAndTheUnionsSeeTheTablesBeforeThePanelConfirms() throws Exception {
        page("hr-nw").andExpect(content().string(containsString("There are no tables yet")));
        opening.prepare(consultation);
        for (String reader : List.of("preference-panel-nw", "hr-nw", "rpd-nw", "tu-napo", "psc-service-owner"))
            page(reader)
                    .andExpect(content().string(containsString("The allocation, as counted on")))
                    .andExpect(content().string(containsString("Part time")))
                    .andExpect(content().string(containsString("Their first choice")))
                    .andExpect(content().string(containsString("<svg")))
                    .andExpect(content().string(containsString("Left out, because small numbers")));
        http.perform(get("/consultations/%d/allocation".formatted(consultation)).with(colleague("hr-nw")))
                .andExpect(content().string(containsString(fairness())));
    }

    @Test
    void nobodyElseSeesThem() throws Exception {
        opening.prepare(consultation);
        for (String other : List.of("hr-yath", "rpd-yath", "preference-panel-yath", "appeal-panel-nw", "case-admin-nw"))
            http.perform(get(fairness()).with(colleague(other))).andExpect(status().isForbidden());
        http.perform(get(fairness()).with(user("P0001").authorities(List.of()))).andExpect(status().isForbidden());
        String withoutUnions = "/consultations/%d/fairness".formatted(new SomePreferences(jdbc).consultation());
        http.perform(get(withoutUnions).with(colleague("tu-napo"))).andExpect(status().isForbidden());
        http.perform(get("/consultations/4711/fairness").with(colleague("hr-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theFilesHideWhatThePageHides() throws Exception {
        opening.prepare(consultation);
        String csv = http.perform(get(fairness()).param("format", "csv").with(colleague("tu-napo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines().toList())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("By", "Group", "Their first choice", "All"))
                .anySatisfy(line -> assertThat(line).contains("Working pattern", "Part time", "16"))
                .anySatisfy(line -> assertThat(line).contains("Working pattern", "Everybody", "20", "40"));
        http.perform(get(fairness()).param("format", "xlsx").with(colleague("tu-napo")))
                .andExpect(status().isOk());
    }

    @Test
    void theTablesOfAWhatIfRunAreMadeByWhoSeesTheAllocation() throws Exception {
        opening.prepare(consultation);
        page("hr-nw").andExpect(content().string(not(containsString("Tables of a what-if run"))));
        long run = allocating
                .whatIf(
                        consultation,
                        "More at Sefton",
                        new Assumptions(Map.of(sefton, 10), null, null),
                        new Colleague("hr-nw", Set.of("hr-nw")))
                .id();
        page("tu-napo").andExpect(content().string(not(containsString("More at Sefton"))));
        whatIf("tu-napo", Long.toString(run)).andExpect(status().isForbidden());
        whatIf("hr-nw", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("Choose a what-if run")));
        whatIf("hr-nw", Long.toString(run)).andExpect(redirectedUrl(fairness()));
        page("tu-napo")
                .andExpect(content().string(containsString("What if: More at Sefton, as counted on")))
                .andExpect(content().string(containsString(">The allocation</a>")));
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE action = 'FAIRNESS_TABLES_MADE' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("system", "hr-nw");
    }

    private ResultActions whatIf(String group, String run) throws Exception {
        return http.perform(post(fairness() + "/what-if")
                .with(colleague(group))
                .with(csrf())
                .param("run", run));
    }

    private ResultActions page(String group) throws Exception {
        return http.perform(get(fairness()).with(colleague(group))).andExpect(status().isOk());
    }

    private String fairness() {
        return "/consultations/%d/fairness".formatted(consultation);
    }
}
