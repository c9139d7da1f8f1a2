package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/**
 * A person's task list and receipts from the day on which the places are published, and the places they choose from.
 */
@ConsoleTest
class MyConsultationPagesTest {
    private static final RequestPostProcessor PERSON = staff("P0001");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private SomePreferences some;
    private SomeOutcomes outcomes;
    private long consultation;
    private long sefton;
    private long wirral;
    private long person;

    @BeforeEach
    void placesToChooseFrom() {
        some = new SomePreferences(jdbc);
        outcomes = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        sefton = some.option(consultation, "NW_10", 1);
        wirral = some.option(consultation, "NW_12", 3);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 95);
        person = some.people(consultation, 2).getFirst();
    }

    private static RequestPostProcessor staff(String number) {
        return user(number).authorities(List.of());
    }

    @Test
    void theTaskListSaysWhatIsToDoUntilWhenAndWhatIsDone() throws Exception {
        my(allOf(
                containsString("You have 1 thing to do."),
                containsString("govuk-tag--blue\">To do"),
                containsString("/people/%d/ranking".formatted(person)),
                containsString("What comes next")));

        answer(sefton);

        my(allOf(
                containsString("You have nothing to do now."),
                containsString("You answered on"),
                containsString("You can change it until")));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        my(allOf(containsString("You answered on"), not(containsString("You can change it until"))));
    }

    @Test
    void whoDidNotAnswerInTimeIsTold() throws Exception {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        my(allOf(
                containsString("govuk-tag--red\">Late"),
                containsString("Your line manager will contact you. We never assume an answer")));
    }

    @Test
    void theTaskListLeadsToTheOutcomeAndSaysTheLastDayToAppeal() throws Exception {
        my(allOf(
                containsString("After the panel and the director have decided"),
                not(containsString("/people/%d/result".formatted(person)))));
        outcomes.appealsCloseInDays(consultation, 5);
        outcomes.placed(person, wirral);
        outcomes.told(person);
        my(allOf(
                containsString("/people/%d/result".formatted(person)),
                containsString("/people/%d/appeal".formatted(person)),
                containsString("The last day is")));
        long appeal = outcomes.decided(person, AppealOutcome.REJECTED);
        my(allOf(containsString("You appealed on"), containsString("/appeals/" + appeal)));
    }

    @Test
    void eachAnswerHasAReceiptThatOnlyThePersonCanOpen() throws Exception {
        answer(sefton);
        answer(sefton, wirral);
        http.perform(post("/people/%d/circumstances".formatted(person))
                .with(PERSON)
                .with(csrf())
                .param("circumstances", "I care for my father."));
        outcomes.appealsCloseInDays(consultation, 5);
        outcomes.placed(person, wirral);
        outcomes.told(person);
        confirmed(
                http,
                post("/people/%d/appeal".formatted(person))
                        .with(PERSON)
                        .with(csrf())
                        .param("grounds", "The journey is too long."));
        String ranking = "R" + newest("preference_answer");
        String appeal = "A" + newest("appeal");
        String circumstances = "C"
                + jdbc.sql("SELECT MAX(id) FROM confidential_record WHERE kind = 'CIRCUMSTANCES'")
                        .query(Long.class)
                        .single();

        my(allOf(
                containsString("/my/receipts/" + ranking),
                containsString("/my/receipts/" + appeal),
                containsString("/my/receipts/" + circumstances)));
        receipt(
                ranking,
                stringContainsInOrder(
                        "First choice",
                        "Sefton probation office",
                        "Second choice",
                        "Wirral",
                        "You agreed to a longer journey to: Wirral"));
        receipt(appeal, containsString("The journey is too long."));
        receipt(circumstances, containsString("I care for my father."));
        for (String number : List.of(ranking, appeal, circumstances, "R4711", "X1", "R"))
            for (RequestPostProcessor other : List.of(staff("P0002"), staff("LM001"), colleague("hr-nw")))
                http.perform(get("/my/receipts/" + number).with(other)).andExpect(status().isForbidden());
        http.perform(get("/my/receipts/R4711").with(PERSON)).andExpect(status().isForbidden());
    }

    @Test
    void placesAreFilteredAndSortedAndWhatIsOverTheLimitIsSaidBeforeChoosing() throws Exception {
        String page = "/people/%d/ranking".formatted(person);
        http.perform(get(page).with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                containsString("Showing 2 of 2 places"),
                                stringContainsInOrder("scope=\"row\"", "Sefton", "scope=\"row\"", "Wirral"),
                                containsString("Over the limit: open to you if you agree to the journey"),
                                containsString("<optgroup label=\"Over the limit"),
                                containsString(", 95 minutes</option>"),
                                containsString("Journeys longer than 90 minutes each way"),
                                containsString("Case administrator: 95 minutes</label>"))));
        http.perform(get(page).param("sort", "places").with(PERSON))
                .andExpect(
                        content().string(stringContainsInOrder("scope=\"row\"", "Wirral", "scope=\"row\"", "Sefton")));
        for (String narrowed : List.of("within=limit", "within=half-the-limit", "site=NW_10"))
            http.perform(get(page + "?" + narrowed).with(PERSON))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Showing 1 of 2 places"),
                                    not(stringContainsInOrder("scope=\"row\"", "scope=\"row\"")),
                                    containsString("Show every place"))));
        http.perform(get(page).param("within", "over").with(PERSON))
                .andExpect(content().string(containsString("Showing 1 of 2 places")));
        http.perform(get(page).param("site", "NOWHERE").param("sort", "x").with(PERSON))
                .andExpect(content()
                        .string(allOf(containsString("Showing 0 of 2 places"), containsString("Send your answer"))));
    }

    private void answer(Long... places) throws Exception {
        var form = post("/people/%d/ranking".formatted(person))
                .with(PERSON)
                .with(csrf())
                .param("longJourneys", Long.toString(wirral));
        for (int at = 0; at < places.length; at++) form.param("choices[%d]".formatted(at), places[at].toString());
        http.perform(form).andExpect(redirectedUrl("/people/%d/ranking".formatted(person)));
    }

    private void my(Matcher<String> shown) throws Exception {
        http.perform(get("/my").with(PERSON))
                .andExpect(status().isOk())
                .andExpect(content().string(shown));
    }

    private void receipt(String number, Matcher<String> shown) throws Exception {
        String page = http.perform(get("/my/receipts/" + number).with(PERSON))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(number, "Only you can open this receipt", "Kept");
        assertThat(shown.matches(page)).as("%s of %s", shown, number).isTrue();
    }

    private long newest(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
