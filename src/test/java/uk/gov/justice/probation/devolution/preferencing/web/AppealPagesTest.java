package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.HearingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.OpeningAppeals;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class AppealPagesTest {
    private static final String GROUNDS = "My mother's dialysis is in Bootle";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpeningAppeals opening;

    @Autowired
    HearingAppeals hearing;

    private SomeOutcomes outcomes;
    private long consultation;
    private long person;

    /** P0001 got their second choice and has their letter; LM001 is their line manager. */
    @BeforeEach
    void anOutcome() {
        var some = new SomePreferences(jdbc);
        outcomes = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        long wirral = some.option(consultation, "NW_12", 2);
        long sefton = some.option(consultation, "NW_10", 1);
        person = some.people(consultation, 2).getFirst();
        some.answer(person, sefton, wirral);
        outcomes.appealsCloseInDays(consultation, 5);
        outcomes.placed(person, wirral);
        outcomes.told(person);
    }

    @Test
    void thePersonSeesTheirResultAndCanAppeal() throws Exception {
        show(
                "/people/" + person + "/result",
                "P0001",
                allOf(
                        containsString("Your outcome"),
                        containsString("Wirral"),
                        containsString("Case administrator"),
                        containsString("Read the outcome letter"),
                        containsString("You can appeal until"),
                        containsString("/people/" + person + "/appeal")));
    }

    @Test
    void lineManagerAndHrSeeTheResultButNotTheWayToAppealAndNobodyElseSeesAnything() throws Exception {
        for (String reader : List.of("LM001", "hr-nw")) {
            staff("LM001");
            show(
                    "/people/" + person + "/result",
                    reader,
                    allOf(containsString("Outcome of Person P0001"), not(containsString("If you do not agree"))));
            http.perform(get("/people/" + person + "/appeal").with(colleague(reader)))
                    .andExpect(status().isForbidden());
        }
        for (String nobody : List.of("P0002", "hr-em", "appeal-panel-nw", "psc-service-owner")) {
            http.perform(get("/people/" + person + "/result").with(colleague(nobody)))
                    .andExpect(status().isForbidden());
            http.perform(post("/people/" + person + "/appeal")
                            .with(colleague(nobody))
                            .with(csrf())
                            .param("grounds", "x"))
                    .andExpect(status().isForbidden());
        }
        http.perform(get("/people/4711/result").with(colleague("hr-nw"))).andExpect(status().isNotFound());
    }

    @Test
    void beforeTheLetterThereIsNothingToSeeAndNothingToAppealAgainst() throws Exception {
        given.noOutcomeLetters();
        show(
                "/people/" + person + "/result",
                "P0001",
                allOf(containsString("There is no outcome yet"), not(containsString("Wirral"))));
        show(
                "/people/" + person + "/appeal",
                "P0001",
                allOf(containsString("Your outcome letter is not written yet"), not(containsString("<textarea"))));
        http.perform(post("/people/" + person + "/appeal")
                        .with(colleague("P0001"))
                        .with(csrf())
                        .param("grounds", GROUNDS))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void anAppealNeedsGrounds() throws Exception {
        http.perform(post("/people/" + person + "/appeal")
                        .with(colleague("P0001"))
                        .with(csrf())
                        .param("grounds", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("href=\"#grounds\""),
                                containsString("Enter why you appeal"),
                                containsString("Error: Appeal"))));
    }

    @Test
    void anAppealIsLodgedAndItsPersonFollowsIt() throws Exception {
        long appeal = lodged();
        show(
                "/appeals/" + appeal,
                "P0001",
                allOf(
                        containsString("Your appeal"),
                        containsString("dialysis"),
                        containsString("Wirral"),
                        not(containsString("<form th")),
                        not(containsString("Your reasons for"))));
        for (String page : List.of("result", "appeal")) {
            show(
                    "/people/" + person + "/" + page,
                    "P0001",
                    allOf(
                            containsString("See where your appeal stands"),
                            containsString("still open"),
                            containsString("/appeals/" + appeal)));
        }
        http.perform(get("/appeals").with(colleague("P0001"))).andExpect(status().isForbidden());
    }

    @Test
    void aLateAppealIsSaidToBeLate() throws Exception {
        outcomes.appealsCloseInDays(consultation, -1);
        show(
                "/people/" + person + "/appeal",
                "P0001",
                allOf(containsString("Appeals closed on"), containsString("why yours is late")));
        long appeal = lodged();
        show(
                "/appeals/" + appeal,
                "appeal-chair-nw",
                allOf(
                        containsString("after the closing date"),
                        containsString("Your reasons for whether this late appeal is admitted")));
    }

    @Test
    void theReviewerReadsGroundsAndExplanationAndWritesReasonsOnThePage() throws Exception {
        long appeal = lodged();
        opening.open(appeal, 1);
        show(
                "/appeals/" + appeal,
                "appeal-manager-nw",
                allOf(
                        containsString("Appeal of Person P0001"),
                        containsString("dialysis"),
                        containsString("How the place was found"),
                        containsString("Free now"),
                        containsString("Your reasons for the review")));
        show("/appeals/" + appeal, "appeal-panel-nw", not(containsString("Your reasons for")));
        write(appeal, "REVIEW", "appeal-panel-nw", "x").andExpect(status().isForbidden());
        write(appeal, "REVIEW", "appeal-manager-nw", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the reasons for the review")));
        write(appeal, "REVIEW", "appeal-manager-nw", "The journey was measured wrongly")
                .andExpect(redirectedUrl("/appeals/" + appeal))
                .andExpect(flash().attribute(
                                "notice", "The reasons for the review are saved. Now complete the task in Tasklist."));
        show(
                "/appeals/" + appeal,
                "appeal-manager-nw",
                allOf(containsString("The journey was measured wrongly"), containsString("Save the changed reasons")));

        hearing.review(appeal, "UPHOLD", SomeAnswers.of(1, "appeal-manager-nw"));
        show(
                "/appeals/" + appeal,
                "appeal-panel-nw",
                allOf(
                        containsString("The journey was measured wrongly"),
                        containsString("Your reasons for the panel")));
        write(appeal, "REVIEW", "appeal-manager-nw", "Other")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("no longer waits for the review")));
    }

    @Test
    void hrSeesWhereAnAppealStandsButNotWhatItSays() throws Exception {
        long appeal = lodged();
        show("/appeals/" + appeal, "hr-nw", allOf(containsString("Free now"), not(containsString("dialysis"))));
        show(
                "/appeals",
                "hr-nw",
                allOf(
                        containsString("1 appeal, 1 of them open"),
                        containsString("Person P0001"),
                        not(containsString("dialysis"))));
    }

    @Test
    void otherRegionsTheLineManagerAndTheServiceOwnerSeeNothing() throws Exception {
        long appeal = lodged();
        staff("LM001");
        for (String other : List.of("appeal-panel-em", "hr-em", "LM001", "psc-service-owner", "preference-panel-nw")) {
            http.perform(get("/appeals/" + appeal).with(colleague(other))).andExpect(status().isForbidden());
        }
        show("/appeals", "appeal-panel-em", containsString("Nobody in your region has appealed"));
        http.perform(get("/appeals").with(colleague("psc-service-owner"))).andExpect(status().isForbidden());
        http.perform(get("/appeals/4711").with(colleague("appeal-panel-nw"))).andExpect(status().isNotFound());
    }

    @Test
    void theMenuLeadsThoseWithAPartInThemToTheAppeals() throws Exception {
        show("/consultations", "appeal-manager-nw", containsString("href=\"/appeals\""));
        show("/consultations", "data-lead-nw", not(containsString("href=\"/appeals\"")));
    }

    private long lodged() throws Exception {
        confirmed(
                        http,
                        post("/people/" + person + "/appeal")
                                .with(colleague("P0001"))
                                .with(csrf())
                                .param("grounds", GROUNDS))
                .andExpect(redirectedUrlPattern("/appeals/*"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM appeal").query(Integer.class).single())
                .isEqualTo(1);
        return jdbc.sql("SELECT id FROM appeal").query(Long.class).single();
    }

    private void show(String page, String reader, Matcher<String> shows) throws Exception {
        http.perform(get(page).with(colleague(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(shows));
    }

    private ResultActions write(long appeal, String step, String writer, String text) throws Exception {
        return http.perform(post("/appeals/" + appeal + "/reasons")
                .with(colleague(writer))
                .with(csrf())
                .param("step", step)
                .param("text", text));
    }

    /** Who signs in with a staff number is a member of staff. */
    private void staff(String number) {
        boolean there = jdbc.sql("SELECT COUNT(*) FROM staff WHERE staff_number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!there)
            given.aColleague(number).named("Line Manager").grade("MANAGER").save();
    }
}
