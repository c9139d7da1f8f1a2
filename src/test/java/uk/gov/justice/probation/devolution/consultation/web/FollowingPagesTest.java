package uk.gov.justice.probation.devolution.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOneReminders;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.ranking.RemindingPeople;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/**
 * HR follows a consultation: its steps, who has answered, who is reminded; and cancels it, or closes the ranking early.
 */
@ConsoleTest
class FollowingPagesTest {
    private static final RequestPostProcessor HR = colleague("hr-nw");
    private static final RequestPostProcessor DIRECTOR = colleague("rpd-nw");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @Autowired
    SettingScope scope;

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    OneToOneReminders oneToOneReminders;

    @Autowired
    RemindingPeople reminding;

    private SomeConsultation some;

    @BeforeEach
    void example() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
    }

    @Test
    void theStepsSayWhatIsDoneUnderWayAndToComeWithTheirDays() throws Exception {
        long id = some.launched(3);
        shows("/consultations/" + id, "1. Set out what is proposed", "Waits for: HR, North West", "Not yet");
        some.unionsAsked(id, 0);
        hear("NAPO", id);
        shows("/consultations/" + id, "1 of 3 unions have answered.", "Waits for: The unions");
        hear("UNISON", id);
        hear("GMB_SCOOP", id);
        unions.respond(id, "Thank you.", SomeAnswers.of(4711, "rpd-nw"));
        individualStage.open(id);
        meet(id, "NW0002");
        shows("/consultations/" + id, "1 of 3 people were met or declined.", "Waits for: Line managers");
        given.allConsultations()
                .individualStage(TODAY.minusDays(60).atStartOfDay().toInstant(ZoneOffset.UTC))
                .save();
        shows("/consultations/" + id, "govuk-tag--red\">Late");
        given.allConsultations().state("CLOSED").save();
        http.perform(get("/consultations/" + id).with(HR))
                .andExpect(content().string(not(containsString("Under way"))));
    }

    @Test
    void thePeopleAreSearchedNarrowedDownOrderedAndShownByPagesInOneStatement() throws Exception {
        long id = some.inTheIndividualStage(60);
        String page = "/consultations/%d/people".formatted(id);
        meet(id, "NW0002");
        new SomeStaff(jdbc).absent("NW0003", LocalDate.of(2027, 3, 31));
        shows(page, "Showing 1 to 50 of 60, most urgent first", "show who is away", "page=2");
        shows(page + "?page=2", "Showing 51 to 60 of 60", "Name NW0002");
        shows(page + "?page=9", "This page no longer exists");
        http.perform(get(page + "?q=nw0003").with(HR))
                .andExpect(
                        content().string(allOf(containsString("Name NW0003"), not(containsString("Name NW0004 (")))));
        shows(page + "?q=name nw0001&order=name", "Showing 1 to 50 of 60, by name");
        shows(page + "?show=met", "Showing 1 to 1 of 1", "Name NW0002", "Held");
        shows(page + "?show=away", "Showing 1 to 1 of 1", "Name NW0003");
        shows(page + "?show=overdue", "Nobody matches your search");
        shows(page + "?show=not-ranked&order=manager&page=2", "Showing 51 to 60 of 60, by line manager");
        shows(page + "?q=%25&show=nonsense&order=nonsense&team=nowhere&page=-3", "Nobody matches your search");

        int ofSixty = statements(page);
        given.theMember(some.member(id, "NW0004")).left().save();
        assertThat(statements(page + "?show=left")).isEqualTo(ofSixty);
    }

    @Test
    void ratesAreShownByUnionTeamAndLineManagerAndNotToOthers() throws Exception {
        long id = some.inTheIndividualStage(4);
        meet(id, "NW0002");
        String page = "/consultations/%d/responses".formatted(id);
        for (RequestPostProcessor reader : List.of(HR, DIRECTOR))
            http.perform(get(page).with(reader))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("3 of 3 (100%)"),
                                    containsString("1 of 4 (25%)"),
                                    containsString("Name NW0001"),
                                    containsString("By team"),
                                    containsString("Napo"))));
        http.perform(get(page).with(DIRECTOR)).andExpect(content().string(not(containsString("Remind them"))));
        for (RequestPostProcessor other : List.of(colleague("hr-gm"), colleague("rpd-gm"), colleague("tu-napo")))
            http.perform(get(page).with(other)).andExpect(status().isForbidden());
        http.perform(post(page + "/chase").with(DIRECTOR).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void everybodyWhoHasNotAnsweredIsRemindedInOneStepAndNobodyTwiceOnOneDay() throws Exception {
        long id = some.launched(3);
        String page = "/consultations/%d/responses".formatted(id);
        some.unionsAsked(id, 0);
        hear("NAPO", id);
        shows(page, "Will be reminded: 2 unions.");
        confirmed(http, post(page + "/chase").with(HR).with(csrf())).andExpect(redirectedUrl(page));
        unions.remind(id);
        assertThat(told("union-reminder")).containsExactlyInAnyOrder("tu-gmb-scoop", "tu-unison");
        shows(page, "Everybody who has not answered was reminded today");
        http.perform(post(page + "/chase").with(HR).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(told("union-reminder")).hasSize(2);

        hear("UNISON", id);
        hear("GMB_SCOOP", id);
        unions.respond(id, "Thank you.", SomeAnswers.of(4711, "rpd-nw"));
        individualStage.open(id);
        oneToOnes.prepare(some.member(id, "NW0002"), 1);
        oneToOnes.prepare(some.member(id, "NW0003"), 2);
        shows(page, "Will be reminded: 1 line manager.");
        confirmed(http, post(page + "/chase").with(HR).with(csrf())).andExpect(redirectedUrl(page));
        oneToOneReminders.remind(some.member(id, "NW0002"));
        oneToOneReminders.remind(some.member(id, "NW0003"));
        assertThat(told("one-to-one-reminder")).containsExactly("NW0001");
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(facts) FROM audit_entry WHERE action = 'CONSULTATION_CHASED'")
                        .query(String.class)
                        .single())
                .contains("2 unions", "1 line manager");
    }

    @Test
    void whoHasNotRankedIsRemindedAndTheRankingIsClosedEarlyOnceEverybodyHas() throws Exception {
        var preferences = new SomePreferences(jdbc);
        long id = preferences.consultation();
        preferences.round(id, 7);
        long option = preferences.option(id, "NW_10", 3);
        List<Long> people = preferences.people(id, 3);
        preferences.answer(people.getFirst(), option);
        reminding.remind(people.get(1));
        String page = "/consultations/%d/responses".formatted(id);
        String early = "/consultations/%d/close-early".formatted(id);
        shows(page, "1 of 3 (33%)", "Will be reminded: 1 person.", "because they were reminded today: 1");
        confirmed(http, post(page + "/chase").with(HR).with(csrf())).andExpect(redirectedUrl(page));
        reminding.remind(people.get(2));
        assertThat(told("ranking-reminder")).containsExactlyInAnyOrder("P0002", "P0003");
        http.perform(get(page).with(HR)).andExpect(content().string(not(containsString(early))));
        http.perform(post(early).with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("2 people have not answered yet")));
        http.perform(get(early).with(colleague("hr-gm"))).andExpect(status().isForbidden());

        preferences.answer(people.get(1), option);
        preferences.answer(people.get(2), option);
        shows(page, early);
        confirmed(http, post(early).with(HR).with(csrf())).andExpect(redirectedUrl("/consultations/" + id));
        assertThat(jdbc.sql("SELECT closed_at IS NOT NULL FROM preference_round WHERE consultation_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(told("closed-early")).hasSize(3);
        http.perform(post(early).with(HR).with(csrf()))
                .andExpect(content().string(containsString("is already closed")));
        given.theConsultation(id).state("PANEL").save();
        http.perform(post(early).with(HR).with(csrf()))
                .andExpect(content().string(containsString("No places are being ranked")));
    }

    @Test
    void hrCancelsAConsultationUntilTheUnionsAreTold() throws Exception {
        long id = some.launched(2);
        String page = "/consultations/%d/cancel".formatted(id);
        shows("/consultations/" + id, page);
        http.perform(post(page).with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter why it is cancelled")));
        http.perform(get(page).with(colleague("hr-gm"))).andExpect(status().isForbidden());
        http.perform(post(page).with(DIRECTOR).with(csrf()).param("reason", "x"))
                .andExpect(status().isForbidden());

        confirmed(http, post(page).with(HR).with(csrf()).param("reason", "The service stays in Liverpool."))
                .andExpect(redirectedUrl("/consultations/" + id));

        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.CANCELLED);
        assertThat(told("cancelled-")).containsExactlyInAnyOrder("hr-nw", "rpd-nw");
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE serialized_event LIKE '%consultation.cancelled%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        http.perform(get("/consultations/" + id).with(DIRECTOR))
                .andExpect(content()
                        .string(allOf(
                                containsString("The service stays in Liverpool."),
                                containsString("Cancelled on"),
                                containsString("Not taken"),
                                not(containsString(page)))));
        http.perform(post(page).with(HR).with(csrf()).param("reason", "Again"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("has ended already: it is cancelled")));
        assertThatThrownBy(() -> scope.set(id, new SettingScope.Scope(3, 0, "Why", "What"), SomeAnswers.of(9, "hr-nw")))
                .hasMessageContaining("was cancelled");

        long next = launching
                .launch(new Launch("NW", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", 5, 90, null), SomeConsultation.HR)
                .consultation()
                .id();
        some.unionsAsked(next, 0);
        http.perform(post("/consultations/%d/cancel".formatted(next))
                        .with(HR)
                        .with(csrf())
                        .param("reason", "The service stays."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("because the unions have been told of it")));
    }

    @Test
    void eachUnionReadsWhatItSaidItselfAndWhatBecameOfIt() throws Exception {
        long id = some.launched(2);
        String page = "/consultations/%d/unions".formatted(id);
        some.unionsAsked(id, 0);
        unions.recordFeedback(id, "NAPO", "Napo wants travel paid.", SomeAnswers.of(1, "tu-napo"));
        unions.recordFeedback(id, "UNISON", "UNISON wants more time.", SomeAnswers.of(2, "tu-unison"));
        unions.recordFeedback(id, "GMB_SCOOP", null, SomeAnswers.of(3, "tu-gmb-scoop"));
        for (RequestPostProcessor reader : List.of(HR, DIRECTOR))
            http.perform(get(page).with(reader))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Napo wants travel paid."),
                                    containsString("UNISON wants more time."),
                                    containsString("Not written yet"))));
        unions.respond(id, "Travel is paid.", SomeAnswers.of(4, "rpd-nw"));
        for (String address : List.of(page, "/consultations/" + id))
            http.perform(get(address).with(colleague("tu-napo")))
                    .andExpect(content().string(napoAlone()));
        http.perform(get(page).with(colleague("tu-napo")))
                .andExpect(content().string(allOf(containsString("Answered on"), containsString("Not made yet"))));
        http.perform(get(page).with(colleague("hr-gm"))).andExpect(status().isForbidden());
        http.perform(get(page).with(colleague("head-of-operations-nw"))).andExpect(status().isForbidden());
    }

    private static Matcher<String> napoAlone() {
        return allOf(
                containsString("Napo wants travel paid."),
                containsString("Travel is paid."),
                not(containsString("UNISON wants more time.")));
    }

    private void shows(String page, String... texts) throws Exception {
        String shown = http.perform(get(page).with(HR))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).as(page).contains(texts);
    }

    private void hear(String union, long id) {
        String slug = union.toLowerCase().replace('_', '-');
        unions.recordFeedback(id, union, null, SomeAnswers.of(union.hashCode(), "tu-" + slug));
    }

    private void meet(long id, String staffNumber) {
        oneToOnes.prepare(some.member(id, staffNumber), staffNumber.hashCode());
        oneToOnes.record(
                some.member(id, staffNumber), "HELD", TODAY, false, SomeAnswers.of(staffNumber.hashCode(), "NW0001"));
    }

    private List<String> told(String key) {
        return jdbc.sql("SELECT to_group FROM notification WHERE dedup_key LIKE CONCAT(?, '%') ORDER BY 1")
                .param(key)
                .query(String.class)
                .list();
    }

    private int statements(String page) throws Exception {
        return Statements.during(() -> http.perform(get(page).with(HR)).andExpect(status().isOk()))
                .count();
    }
}
