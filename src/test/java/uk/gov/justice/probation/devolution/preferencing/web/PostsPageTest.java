package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** HR turns 2.4 full-time equivalents at Sefton into whole posts. */
@ConsoleTest
class PostsPageTest {
    private static final RequestPostProcessor HR = colleague("hr-nw");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    ClosingConsultations closing;

    private long consultation;
    private String list;
    private String sefton;

    @BeforeEach
    void whatIsVacant() {
        var some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.theConsultation(consultation).state("INDIVIDUAL").save();
        some.vacancy("NW_10", "CA_GENERAL", 3);
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 240);
        some.vacancy("NW_12", "CA_GENERAL", 1);
        list = "/consultations/%d/posts".formatted(consultation);
        sefton = list + "/NW_10/CA_GENERAL";
    }

    @Test
    void hrSeesWhatIsVacantAndTurnsItIntoPostsWithWhatIsLeftOver() throws Exception {
        shows("/consultations/" + consultation, list);
        shows(list, "2.4 (88.8 hours a week)", "3 places, any hours", sefton);
        shows(
                sefton,
                "Which posts are offered?",
                "Full time is 37 hours a week",
                "as soon as the places are published",
                "value=\"37\"");
        http.perform(planned("", "37", "1", "18.5", "2")).andExpect(redirectedUrl(list));
        shows(
                list,
                "1 post of 37 hours a week, 2 posts of 18.5 hours a week",
                "0.4 (14.8 hours a week)",
                "1 place, any hours");
        shows(sefton, "value=\"18.5\"", "Offer the places for any hours");

        http.perform(planned("0", "37", "2").param("none", "none")).andExpect(redirectedUrl(list));
        shows(list, "3 places, any hours");
    }

    @Test
    void whatIsWrongIsSaidInItsRowAndWhatWasTypedStays() throws Exception {
        refused(planned("", "18,5", "2", "37", "-1"))
                .andExpect(content().string(containsString("href=\"#hours-0\"")))
                .andExpect(content().string(containsString("Row 1: the hours a week must be a number from 1 to 37")))
                .andExpect(content().string(containsString("href=\"#places-1\"")))
                .andExpect(content().string(containsString("value=\"18,5\"")));
        refused(post(sefton).with(HR).with(csrf()).param("hours", "18,5").param("places", "2"))
                .andExpect(content().string(containsString("Row 1: the hours a week must be a number from 1 to 37")))
                .andExpect(content().string(containsString("value=\"18,5\"")))
                .andExpect(content().string(not(containsString("Row 2:"))));
        refused(planned("", "37", "3"))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "These posts are 3 (111 hours a week) full-time equivalents, but there are 2.4 (88.8 hours a week)")));
        refused(planned("", "", "")).andExpect(content().string(containsString("Enter at least one post")));
        shows(list, "3 places, any hours");
    }

    @Test
    void whoIsSecondSeesWhatTheFirstPlannedAndMaySendTheirsAgain() throws Exception {
        http.perform(planned("", "37", "1"));
        http.perform(planned("", "37", "2"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else changed these posts")))
                .andExpect(content().string(containsString("1 post of 37 hours a week")))
                .andExpect(content().string(containsString("name=\"version\" value=\"0\"")));
        http.perform(planned("0", "37", "2")).andExpect(redirectedUrl(list));
        shows(list, "2 posts of 37 hours a week");
    }

    @Test
    void postsThatBecameTooManyAreMarkedBeforeThePlacesArePublished() throws Exception {
        http.perform(planned("", "37", "2"));
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 100);
        shows(list, "More than there is");
    }

    @Test
    void publishedPostsAreShownAndCanNoLongerBeChanged() throws Exception {
        http.perform(planned("", "37", "1", "18.5", "2"));
        publishing.publish(consultation);
        given.noVacancies();

        shows(list, "can no longer be changed", "2 posts of 18.5 hours a week", "0.4 (14.8 hours a week)");
        http.perform(get(list).with(HR)).andExpect(content().string(not(containsString(sefton))));
        http.perform(get(sefton).with(HR)).andExpect(redirectedUrl(list));
        refused(planned("0", "37", "2"))
                .andExpect(content().string(containsString("so their posts can no longer be changed")));
        shows("/consultations/%d/options".formatted(consultation), "18.5 hours a week", "Any hours", "are left over");
        assertThat(http.perform(get("/consultations/%d/options".formatted(consultation))
                                .param("format", "csv")
                                .with(HR))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"Sefton probation office\",\"Case administrator\",\"18.5\"");
    }

    @Test
    void whatIsLeftOverStandsInTheOutcomeReport() throws Exception {
        http.perform(planned("", "37", "1", "18.5", "2"));
        publishing.publish(consultation);
        given.theConsultation(consultation).state("OUTCOME").save();
        closing.close(consultation);

        shows(
                "/consultations/%d".formatted(consultation),
                "Full-time equivalents left over",
                "Sefton probation office, Case administrator: 0.4 (14.8 hours a week)");
        shows(
                "/api/consultations/%d".formatted(consultation),
                "\"leftOver\":[{\"site\":\"Sefton probation office\",\"role\":\"Case administrator\",\"fullTimeEquivalents\":\"0.4 (14.8 hours a week)\"}]");
    }

    @Test
    void nobodyElseSeesOrPlansThem() throws Exception {
        for (String group : new String[] {"hr-gm", "preference-panel-nw", "tu-napo"})
            for (MockHttpServletRequestBuilder request : new MockHttpServletRequestBuilder[] {
                get(list), get(sefton), post(sefton).with(csrf())
            }) http.perform(request.with(colleague(group))).andExpect(status().isForbidden());
        http.perform(get(list + "/NW_11/CA_GENERAL").with(HR)).andExpect(status().isNotFound());
        http.perform(get("/consultations/4711/posts").with(HR)).andExpect(status().isNotFound());
        given.noVacancies();
        shows(list, "Nothing is vacant in this region");
    }

    private ResultActions refused(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request)
                .andExpect(status().is(HttpStatus.UNPROCESSABLE_ENTITY.value()))
                .andExpect(content().string(containsString("There is a problem")));
    }

    /** @param typed hours and number of posts, row by row; the last row is empty */
    private MockHttpServletRequestBuilder planned(String version, String... typed) {
        MockHttpServletRequestBuilder request =
                post(sefton).with(HR).with(csrf()).param("version", version);
        for (int at = 0; at < typed.length; at += 2)
            request.param("hours", typed[at]).param("places", typed[at + 1]);
        return request.param("hours", "").param("places", "");
    }

    private void shows(String address, String... texts) throws Exception {
        ResultActions page = http.perform(get(address).with(HR)).andExpect(status().isOk());
        for (String text : texts) page.andExpect(content().string(containsString(text)));
    }
}
