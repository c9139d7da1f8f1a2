package uk.gov.justice.probation.devolution.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.consultation.outcome.DecidingOutcome;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class ConsultationPagesTest {
    private static final RequestPostProcessor PERSON = staff("NW0002");
    private static final RequestPostProcessor MANAGER = staff("NW0001");
    private static final RequestPostProcessor HR = colleague("hr-nw");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @Autowired
    SettingScope scope;

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    HoldingEvents events;

    @Autowired
    ChangingCohorts changing;

    @Autowired
    DecidingOutcome outcome;

    @Autowired
    ClosingConsultations closing;

    @Autowired
    Letters letters;

    private SomeConsultation some;

    @BeforeEach
    void example() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
    }

    private static RequestPostProcessor staff(String number) {
        return user(number).authorities(List.of());
    }

    @Test
    void theUnionsFeedbackIsForThoseItIsFor() throws Exception {
        long id = some.inTheIndividualStage(2);
        scope.set(
                id,
                new SettingScope.Scope(34, 0, "The service moves.", "Everybody gets a place nearby."),
                SomeAnswers.of(9, "hr-nw"));
        for (RequestPostProcessor reader : List.of(HR, colleague("rpd-nw"), colleague("tu-napo"))) {
            http.perform(get("/consultations/" + id).with(reader))
                    .andExpect(
                            content().string(allOf(containsString("We have read it."), containsString("Thank you."))));
        }
        for (RequestPostProcessor reader : List.of(PERSON, MANAGER, colleague("hr-gm"))) {
            http.perform(get("/consultations/" + id).with(reader))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("We have read it.")),
                                    containsString("Feedback is in"),
                                    containsString("Thank you."),
                                    containsString("Everybody gets a place nearby."))));
        }
        new SomeStaff(jdbc).add("NW0099", "NW", null);
        http.perform(get("/consultations/" + id).with(staff("NW0099"))).andExpect(status().isForbidden());
        http.perform(get("/consultations/4711").with(HR)).andExpect(status().isNotFound());
    }

    @Test
    void whatWaitsForWhomFollowsTheSteps() throws Exception {
        long id = some.launched(2);
        waits(id, "HR, North West", "Set out the scope", "No vacancies are known in North West");
        some.unionsAsked(id, 0);
        waits(id, "Napo", "Give the union&#39;s feedback");
        unions.missing(id)
                .forEach(union -> unions.recordFeedback(
                        id, union.code(), null, SomeAnswers.of(union.code().hashCode(), union.group())));
        waits(id, "Regional Probation Director, North West", "Respond to the unions");
        unions.respond(id, "Thank you.", SomeAnswers.of(1, "rpd-nw"));
        individualStage.open(id);
        oneToOnes.prepare(some.member(id, "NW0002"), 1);
        waits(id, "Schedule the events", "Name NW0001", "Hold 2 one-to-ones");
        events.schedule(
                id,
                new HoldingEvents.Events(LocalDate.of(2027, 3, 1), "Town hall", null, LocalDate.of(2027, 3, 5)),
                SomeAnswers.of(2, "hr-nw"));
        waits(id, "Ask questions", "5 March 2027", "Town hall");
    }

    @Test
    void hrCorrectsTheEventsAndEverybodyIsTold() throws Exception {
        long id = some.inTheIndividualStage(2);
        String page = "/consultations/%d/events".formatted(id);
        http.perform(event(page, 2, "Library").with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("No events of")));
        events.schedule(
                id,
                new HoldingEvents.Events(
                        LocalDate.of(2027, 3, 1), "Town hall", LocalDate.of(2027, 3, 3), LocalDate.of(2027, 3, 5)),
                SomeAnswers.of(2, "hr-nw"));
        http.perform(get("/consultations/" + id).with(HR)).andExpect(content().string(containsString(page)));
        http.perform(get("/consultations/" + id).with(PERSON))
                .andExpect(content().string(not(containsString("href=\"" + page + "\""))));
        http.perform(get(page).with(HR))
                .andExpect(content()
                        .string(allOf(containsString("value=\"Town hall\""), containsString("value=\"2027\""))));
        http.perform(event(page, 1, "")
                        .param("again.day", "30")
                        .param("again.month", "2")
                        .with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(allOf(containsString("href=\"#again-day\""), containsString("value=\"30\""))));
        http.perform(event(page, 1, "").with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#place\"")));
        http.perform(event(page, 6, "Library").with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("end on 5 March 2027: enter no later day")));
        http.perform(event(page, 2, "Library").with(colleague("hr-gm"))).andExpect(status().isForbidden());
        assertThat(told("events-corrected")).isZero();

        confirmed(http, event(page, 2, "Library").with(HR)).andExpect(redirectedUrl("/consultations/" + id));

        assertThat(told("events-corrected")).isEqualTo(2);
        assertThat(jdbc.sql("SELECT body FROM notification WHERE dedup_key LIKE 'events-corrected%' LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("You are now invited on 2 March 2027: Library.");
        http.perform(get("/consultations/" + id).with(PERSON))
                .andExpect(content()
                        .string(allOf(containsString("2 March 2027, Library"), not(containsString("3 March")))));
        http.perform(event(page, 2, "Library").with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("You have not changed anything")));
        http.perform(event(page, 6, "Library").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("end on 5 March 2027: enter no later day"),
                                containsString("href=\"#on-day\""))));
        confirmed(http, event(page, 4, "Library").with(HR)).andExpect(redirectedUrl("/consultations/" + id));
        events.schedule(
                id,
                new HoldingEvents.Events(
                        LocalDate.of(2027, 3, 1), "Town hall", LocalDate.of(2027, 3, 3), LocalDate.of(2027, 3, 5)),
                SomeAnswers.of(2, "hr-nw"));
        http.perform(get("/consultations/" + id).with(PERSON))
                .andExpect(content().string(containsString("4 March 2027, Library")));
        new Given(jdbc).theConsultation(id).answersPublished(CLOCK.instant()).save();
        http.perform(event(page, 1, "Library").with(HR))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("are over")));
    }

    private static MockHttpServletRequestBuilder event(String page, int day, String place) {
        return post(page)
                .with(csrf())
                .param("on.day", "" + day)
                .param("on.month", "3")
                .param("on.year", "2027")
                .param("place", place);
    }

    private int told(String key) {
        return jdbc.sql("SELECT COUNT(*) FROM notification WHERE dedup_key LIKE CONCAT(?, '%')")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private void waits(long id, String... texts) throws Exception {
        for (String text : texts)
            http.perform(get("/consultations/" + id).with(HR))
                    .andExpect(content().string(containsString(text)));
    }

    @Test
    void hrLetsSomebodyJoinAndLeaveAndGivesMoreTime() throws Exception {
        long id = some.inTheIndividualStage(2);
        new SomeStaff(jdbc).add("NW0099", "NW", "NW0001");
        http.perform(post("/consultations/%d/people/join".formatted(id))
                        .with(HR)
                        .with(csrf())
                        .param("staffNumber", " nw0099 "))
                .andExpect(redirectedUrl("/consultations/%d/people".formatted(id)));
        http.perform(get("/consultations/%d/people".formatted(id)).with(HR))
                .andExpect(content().string(allOf(containsString("Name NW0099"), containsString("3 take part"))));
        long member = some.member(id, "NW0099");
        String person = "/consultations/%d/people/%d".formatted(id, member);

        http.perform(post(person + "/dates").with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Enter the day until which"), containsString("Enter why"))));
        http.perform(post(person + "/dates")
                        .with(HR)
                        .with(csrf())
                        .param("to.day", "1")
                        .param("to.month", "2")
                        .param("to.year", "2020")
                        .param("reason", "Maternity leave"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("a day after today"), containsString("Maternity leave"))));
        confirmed(
                        http,
                        post(person + "/dates")
                                .with(HR)
                                .with(csrf())
                                .param("to.day", "1")
                                .param("to.month", "6")
                                .param("to.year", "2027")
                                .param("reason", "Maternity leave"))
                .andExpect(redirectedUrl(person));
        http.perform(get(person).with(HR))
                .andExpect(
                        content().string(allOf(containsString("Until 1 June 2027"), not(containsString("Maternity")))));
        assertThat(jdbc.sql("SELECT COALESCE(GROUP_CONCAT(facts), '') FROM audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Maternity");

        confirmed(http, post(person + "/leave").with(HR).with(csrf()))
                .andExpect(redirectedUrl("/consultations/%d/people".formatted(id)));
        http.perform(get("/consultations/%d/people".formatted(id)).with(HR))
                .andExpect(content().string(allOf(containsString("Has left"), containsString("2 take part"))));
        http.perform(post("/consultations/%d/people/join".formatted(id))
                        .with(HR)
                        .with(csrf())
                        .param("staffNumber", "NOBODY"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Nobody in North West has this staff number")));
        http.perform(post("/consultations/%d/people/join".formatted(id))
                        .with(HR)
                        .with(csrf())
                        .param("staffNumber", "NW0002"))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/consultations/%d/people/join".formatted(id))
                        .with(HR)
                        .with(csrf()))
                .andExpect(content().string(containsString("Enter a staff number")));
    }

    @Test
    void onlyHrOfTheRegionSeesAndChangesThePeople() throws Exception {
        long id = some.inTheIndividualStage(2);
        String person = "/consultations/%d/people/%d".formatted(id, some.member(id, "NW0002"));
        for (RequestPostProcessor other : List.of(colleague("hr-gm"), colleague("rpd-nw"), PERSON, MANAGER)) {
            http.perform(get("/consultations/%d/people".formatted(id)).with(other))
                    .andExpect(status().isForbidden());
            http.perform(get(person).with(other)).andExpect(status().isForbidden());
            http.perform(post(person + "/leave").with(other).with(csrf())).andExpect(status().isForbidden());
            http.perform(post(person + "/dates").with(other).with(csrf())).andExpect(status().isForbidden());
            http.perform(post("/consultations/%d/people/join".formatted(id))
                            .with(other)
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        http.perform(get("/consultations/%d/people/4711".formatted(id)).with(HR))
                .andExpect(status().isNotFound());
    }

    @Test
    void hrSeesWhoIsAwayLongerThanTheirDatesAllow() throws Exception {
        long id = some.launched(2);
        new SomeStaff(jdbc).absent("NW0003", LocalDate.of(2027, 3, 31));
        http.perform(get("/consultations/%d/people".formatted(id)).with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("Give them more time"), containsString("away until 31 March 2027"))));
    }

    @Test
    void thePersonTheirLineManagerAndHrKeepAndReadWhatIsConfidential() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = some.member(id, "NW0002");
        String circumstances = "/people/%d/circumstances".formatted(member);
        String oneToOne = "/people/%d/one-to-one".formatted(member);

        http.perform(post(circumstances).with(PERSON).with(csrf()).param("circumstances", "I care for my father."))
                .andExpect(redirectedUrl(circumstances));
        given.aVacancyForTheFirstRole("NW_10", 3);
        http.perform(post(oneToOne)
                        .with(MANAGER)
                        .with(csrf())
                        .param("outcome", "TO_BE_HELD")
                        .param("note", "Prefers mornings.")
                        .param("adjustments", "A desk by the door.")
                        .param("site-NW_10", "REQUIRED")
                        .param("site-NOWHERE", "EXCLUDED"))
                .andExpect(redirectedUrl("/my-team"));

        for (RequestPostProcessor reader : List.of(PERSON, MANAGER, HR)) {
            http.perform(get(circumstances).with(reader))
                    .andExpect(content()
                            .string(allOf(containsString("I care for my father."), containsString("Name NW0002"))));
            http.perform(get(oneToOne).with(reader))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Prefers mornings."),
                                    containsString("A desk by the door."),
                                    containsString("possible whatever the journey"))));
        }
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM audit_entry WHERE subject = 'staff/NW0002' AND action = 'CONFIDENTIAL_VIEWED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(facts) FROM audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("father", "mornings", "desk", "NW_10");
        assertThat(jdbc.sql("SELECT COALESCE(GROUP_CONCAT(body), '') FROM notification")
                        .query(String.class)
                        .single())
                .doesNotContain("father", "mornings", "desk");
    }

    @Test
    void nobodyElseSeesIt() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = some.member(id, "NW0002");
        for (RequestPostProcessor other : List.of(
                staff("NW0003"),
                colleague("hr-gm"),
                colleague("rpd-nw"),
                colleague("psc-service-owner"),
                colleague("tu-napo"),
                colleague("preference-panel-nw"))) {
            http.perform(get("/people/%d/circumstances".formatted(member)).with(other))
                    .andExpect(status().isForbidden());
            http.perform(get("/people/%d/one-to-one".formatted(member)).with(other))
                    .andExpect(status().isForbidden());
            http.perform(post("/people/%d/circumstances".formatted(member))
                            .with(other)
                            .with(csrf())
                            .param("circumstances", "x"))
                    .andExpect(status().isForbidden());
            http.perform(post("/people/%d/one-to-one".formatted(member))
                            .with(other)
                            .with(csrf())
                            .param("outcome", "DECLINED")
                            .param("note", "x"))
                    .andExpect(status().isForbidden());
            http.perform(post("/people/%d/one-to-one/stand-in".formatted(member))
                            .with(other)
                            .with(csrf())
                            .param("standIn", "NW0003"))
                    .andExpect(status().isForbidden());
        }
        http.perform(get("/people/4711/one-to-one").with(HR)).andExpect(status().isNotFound());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM confidential_record")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thePersonWritesNoAdjustmentsForThemselves() throws Exception {
        long member = some.member(some.inTheIndividualStage(2), "NW0002");
        http.perform(get("/people/%d/one-to-one".formatted(member)).with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Was the one-to-one held?")),
                                not(containsString("name=\"adjustments\"")))));
        for (String outcome : List.of("TO_BE_HELD", "DECLINED")) {
            http.perform(post("/people/%d/one-to-one".formatted(member))
                            .with(PERSON)
                            .with(csrf())
                            .param("outcome", outcome)
                            .param("note", "Nice.")
                            .param("adjustments", "Everything."))
                    .andExpect(status().isForbidden());
        }
        http.perform(post("/people/%d/one-to-one/stand-in".formatted(member))
                        .with(PERSON)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(post("/people/%d/circumstances".formatted(member))
                        .with(PERSON)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter a text")));
        http.perform(post("/people/%d/circumstances".formatted(member))
                        .with(PERSON)
                        .with(csrf())
                        .param("circumstances", "x".repeat(4001)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("4,000 characters")));
    }

    @Test
    void beforeTheIndividualStageNothingIsKeptAboutAnybody() throws Exception {
        long id = some.launched(2);
        long member = some.member(id, "NW0002");
        http.perform(get("/people/%d/circumstances".formatted(member)).with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                containsString("The unions are heard first"), not(containsString("Save</button>")))));
        http.perform(post("/people/%d/circumstances".formatted(member))
                        .with(PERSON)
                        .with(csrf())
                        .param("circumstances", "x"))
                .andExpect(status().isForbidden())
                .andExpect(result ->
                        assertThat(result.getResponse().getErrorMessage()).contains("the unions are heard first"));
        http.perform(post("/people/%d/one-to-one".formatted(member))
                        .with(MANAGER)
                        .with(csrf())
                        .param("outcome", "TO_BE_HELD")
                        .param("note", "x"))
                .andExpect(status().isForbidden());
        http.perform(post("/consultations/%d/questions".formatted(id))
                        .with(PERSON)
                        .with(csrf())
                        .param("question", "When?"))
                .andExpect(status().isForbidden());
        http.perform(get("/my").with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                containsString("The unions are heard first"), not(containsString("/circumstances")))));
    }

    @Test
    void aMemberOfStaffFindsEverythingOnTheirPage() throws Exception {
        long id = some.inTheIndividualStage(2);
        events.schedule(
                id,
                new HoldingEvents.Events(LocalDate.of(2027, 3, 1), "Town hall", null, null),
                SomeAnswers.of(2, "hr-nw"));
        events.invite(id);
        http.perform(get("/my").with(PERSON))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Name NW0002"),
                                containsString("/people/%d/one-to-one".formatted(some.member(id, "NW0002"))),
                                containsString("/circumstances"),
                                containsString("Town hall"),
                                containsString("You are invited on 1 March 2027"),
                                not(containsString("/my-team")),
                                not(containsString("/ranking")))));
        given.allConsultations().state("PREFERENCES").save();
        http.perform(get("/my").with(PERSON)).andExpect(content().string(containsString("/ranking")));
        long letter = letters.write(new LetterRequest(
                "welcome",
                "welcome-1",
                Template.WELCOME,
                "NW0002",
                "NW",
                Map.of(
                        "personName",
                        "Name NW0002",
                        "siteName",
                        "Sefton",
                        "roleName",
                        "Case administrator",
                        "startsOnText",
                        "10 January 2027",
                        "managerName",
                        "Name NW0001",
                        "newTasks",
                        List.of(),
                        "keptTasks",
                        List.of())));
        http.perform(get("/my").with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                containsString("/letters/" + letter),
                                containsString("Welcome to your new place of work"))));
        http.perform(get("/my").with(MANAGER))
                .andExpect(
                        content().string(allOf(containsString("/my-team"), not(containsString("/letters/" + letter)))));
        http.perform(get("/").with(PERSON)).andExpect(redirectedUrl("/my"));
        http.perform(get("/consultations").with(PERSON)).andExpect(redirectedUrl("/my"));
        http.perform(get("/my").with(HR))
                .andExpect(content().string(containsString("You are not taking part in a consultation")));
    }

    @Test
    void theirPageAsksTheDatabaseNoMoreOftenForSeveralConsultations() throws Exception {
        some.inTheIndividualStage(2);
        int personsPage = statements("/my", PERSON);
        int managersPage = statements("/my", MANAGER);
        int list = statements("/consultations", HR);
        given.allConsultations().state("CLOSED").save();
        launching.launch(
                new Launch("NW", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", 5, 90, null), SomeConsultation.HR);

        assertThat(statements("/my", PERSON)).isEqualTo(personsPage);
        assertThat(statements("/my", MANAGER)).isEqualTo(managersPage);
        assertThat(statements("/consultations", HR)).isEqualTo(list);
    }

    private int statements(String page, RequestPostProcessor reader) throws Exception {
        return Statements.during(() -> http.perform(get(page).with(reader)).andExpect(status().isOk()))
                .count();
    }

    @Test
    void questionsAreAnsweredAndPublishedWithoutWhoAsked() throws Exception {
        long id = some.inTheIndividualStage(2);
        String page = "/consultations/%d/questions".formatted(id);
        http.perform(post(page).with(PERSON).with(csrf()).param("question", "When do we move?"))
                .andExpect(redirectedUrl(page));
        http.perform(post(page).with(PERSON).with(csrf())).andExpect(status().isUnprocessableEntity());
        long question = jdbc.sql("SELECT id FROM consultation_question")
                .query(Long.class)
                .single();
        http.perform(get(page).with(staff("NW0003")))
                .andExpect(content().string(not(containsString("When do we move?"))));
        http.perform(get(page).with(HR))
                .andExpect(content().string(allOf(containsString("When do we move?"), not(containsString("NW0002")))));
        http.perform(post(page + "/%d/answer".formatted(question)).with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the answer")));
        http.perform(post(page + "/%d/answer".formatted(question))
                        .with(staff("NW0003"))
                        .with(csrf())
                        .param("answer", "Never."))
                .andExpect(status().isForbidden());
        http.perform(post(page + "/%d/answer".formatted(question))
                        .with(HR)
                        .with(csrf())
                        .param("answer", "In March."))
                .andExpect(redirectedUrl(page));
        http.perform(get(page).with(PERSON))
                .andExpect(content().string(allOf(containsString("In March."), containsString("You asked"))));
        http.perform(get(page).with(staff("NW0003"))).andExpect(content().string(not(containsString("In March."))));

        events.publishAnswers(id);
        http.perform(get(page).with(staff("NW0003")))
                .andExpect(content()
                        .string(allOf(
                                containsString("In March."),
                                containsString("Somebody asked"),
                                not(containsString("NW0002")))));
        new SomeStaff(jdbc).add("NW0099", "NW", null);
        http.perform(post(page).with(HR).with(csrf()).param("question", "Mine?"))
                .andExpect(status().isForbidden());
        given.allConsultations().questionsClose(LocalDate.of(2020, 1, 1)).save();
        http.perform(post(page).with(PERSON).with(csrf()).param("question", "Late?"))
                .andExpect(status().isForbidden());
    }

    @Test
    void questionsAboutNegotiationsGoToTheUnionWhereTheRegionSaysSo() throws Exception {
        jdbc.sql("INSERT INTO negotiation_region VALUES ('NW')").update();
        try {
            long id = some.inTheIndividualStage(2);
            String page = "/consultations/%d/questions".formatted(id);
            http.perform(get(page).with(PERSON))
                    .andExpect(content().string(containsString("It is about negotiations")));
            http.perform(post(page)
                            .with(PERSON)
                            .with(csrf())
                            .param("question", "What of our pay?")
                            .param("negotiation", "true"))
                    .andExpect(redirectedUrl(page));
            long question = jdbc.sql("SELECT id FROM consultation_question")
                    .query(Long.class)
                    .single();
            http.perform(get(page).with(HR)).andExpect(content().string(not(containsString("What of our pay?"))));
            http.perform(post(page + "/%d/answer".formatted(question))
                            .with(HR)
                            .with(csrf())
                            .param("answer", "Ours."))
                    .andExpect(status().isForbidden());
            http.perform(post(page + "/%d/answer".formatted(question))
                            .with(colleague("tu-unison"))
                            .with(csrf())
                            .param("answer", "We negotiate."))
                    .andExpect(redirectedUrl(page));
            events.publishAnswers(id);
            http.perform(get(page).with(PERSON)).andExpect(content().string(containsString("We negotiate.")));
            http.perform(get(page).with(staff("NW0003")))
                    .andExpect(content().string(not(containsString("We negotiate."))));
        } finally {
            jdbc.sql("DELETE FROM negotiation_region WHERE region_code = 'NW'").update();
        }
    }

    @Test
    void theReportStandsOnThePageWhenItIsClosed() throws Exception {
        long id = some.inTheIndividualStage(2);
        given.allConsultations().state("OUTCOME").save();
        oneToOnes.record(some.member(id, "NW0002"), "HELD", TODAY, true, SomeAnswers.of(3, "NW0001"));
        closing.close(id);
        closing.close(id);
        http.perform(get("/consultations/" + id).with(colleague("rpd-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Outcome report"),
                                containsString("1 held, 1 of them with a union representative"),
                                containsString("3 heard, 0 approved"))));
        assertThat(jdbc.sql("SELECT to_group FROM notification WHERE dedup_key LIKE 'closed-%' ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("hr-nw", "rpd-nw");
        http.perform(get("/messages").with(colleague("rpd-nw")))
                .andExpect(content().string(containsString("/consultations/" + id)));
    }
}
