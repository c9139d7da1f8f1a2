package uk.gov.justice.probation.devolution.preferencing.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Duration;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Somebody for whom nothing waits in a consultation is told what comes next for them, and when. */
@ConsoleTest
class ExpectedWorkPageTest {
    private static final RequestPostProcessor PERSON = user("P0001").authorities(List.of());
    private static final List<String> LATER =
            List.of("tu-napo", "preference-panel-nw", "appeal-manager-nw", "appeal-panel-nw", "appeal-chair-nw");

    @Autowired
    MockMvc http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private long consultation;
    private long person;

    @BeforeEach
    void somebodyInAConsultation() {
        SomePreferences some = new SomePreferences(jdbc);
        consultation = some.consultation();
        person = some.people(consultation, 1).getFirst();
        given.allUnionsIn(consultation);
    }

    @Test
    void beforeTheUnionsAreToldNothingIsSaidToThem() throws Exception {
        given.theConsultation(consultation)
                .state("LAUNCHED")
                .beforeIndividualStage()
                .save();

        for (String who : LATER) shown(colleague(who), not(containsString("The last day planned")));
        shown(PERSON, containsString("The unions are heard first"));
    }

    @Test
    void whileTheUnionsAreHeardTheyAreToldWhenFeedbackIsDueAndWhatFollowsIt() throws Exception {
        given.theConsultation(consultation)
                .state("UNION")
                .beforeIndividualStage()
                .save();
        given.theUnion("NAPO").heard("Planted: we disagree").save();

        shown(
                colleague("tu-napo"),
                allOf(
                        containsString("is in. The director answers it next."),
                        containsString("The last day planned for that is"),
                        not(containsString("Planted"))));
        shown(colleague("tu-unison"), containsString("is due. The last day planned for that is"));
        shown(colleague("rpd-nw"), containsString("once all of them are heard"));
        for (String who : List.of("preference-panel-nw", "appeal-panel-nw"))
            shown(colleague(who), not(containsString("The last day planned")));
    }

    @Test
    void inTheIndividualStageTheNextStepOfEachIsSaidWithItsDay() throws Exception {
        given.theConsultation(consultation).state("INDIVIDUAL").save();
        given.theMember(person).oneToOneDue(TODAY.plusDays(7)).save();
        String due = Deadlines.inWords(TODAY.plusDays(7));

        shown(PERSON, containsString("meet your line manager. By "));
        for (String who : List.of("tu-napo", "preference-panel-nw"))
            shown(
                    colleague(who),
                    containsString(
                            "opens once everybody has had their one-to-one. The last day planned for that is " + due));
        shown(colleague("appeal-manager-nw"), containsString("once the director has decided the outcome"));
        shown(colleague("preference-panel-gm"), not(containsString("The last day planned")));

        given.theMember(person).met().save();
        shown(
                PERSON,
                containsString("rank the places you would take. The places are published when everybody has had"));
    }

    @Test
    void onceThePlacesArePublishedItIsSaidUntilWhenTheyAreRankedAndWhatFollows() throws Exception {
        given.aRound(consultation, 1).save();

        shown(PERSON, containsString("rank the places you would take. Until "));
        shown(colleague("tu-napo"), containsString("You can add a word to the draw"));
        shown(colleague("preference-panel-nw"), containsString("once the ranking is closed"));
        given.theConsultation(consultation)
                .state("OUTCOME")
                .appealsClose(CLOCK.instant().plus(Duration.ofDays(9)))
                .save();
        for (String who : List.of("appeal-manager-nw", "appeal-panel-nw", "appeal-chair-nw"))
            shown(
                    colleague(who),
                    containsString("people can appeal. You have a task as soon as an appeal is yours to look at."));
        given.theConsultation(consultation).state("CLOSED").save();
        for (String who : LATER) shown(colleague(who), not(containsString("The last day planned")));
        shown(PERSON, not(containsString("Next for you")));
    }

    @Test
    void aLineManagerIsToldWhomTheyMeetAndFromWhenOn() throws Exception {
        new SomePreferences(jdbc).staff("LM001", "CA", "L12");
        RequestPostProcessor manager = user("LM001").authorities(List.of());

        given.theConsultation(consultation)
                .state("LAUNCHED")
                .beforeIndividualStage()
                .save();
        shown(manager, not(containsString("You meet")));
        given.theConsultation(consultation)
                .state("UNION")
                .beforeIndividualStage()
                .save();
        shown(
                manager,
                allOf(
                        containsString("You meet 1 person one to one about"),
                        containsString("once the director has answered the unions. The last day planned for that is"),
                        containsString("href=\"/my-team\">Open My team")));
        shown(PERSON, not(containsString("You meet")));
    }

    @Test
    void whatIsExpectedLeadsToItsPage() throws Exception {
        given.theConsultation(consultation)
                .state("UNION")
                .beforeIndividualStage()
                .save();

        for (String who : List.of("tu-napo", "rpd-nw"))
            shown(colleague(who), containsString("href=\"/consultations/" + consultation + "\">Open "));
        shown(PERSON, containsString("href=\"/my\">Open My consultation"));
    }

    private void shown(RequestPostProcessor who, Matcher<String> expected) throws Exception {
        http.perform(get("/work").with(who))
                .andExpect(status().isOk())
                .andExpect(content().string(expected));
    }
}
