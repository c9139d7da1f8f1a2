package uk.gov.justice.probation.devolution.consultation.web;

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
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.work.SomeTasks;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** A line manager's people, their one-to-ones on one page each, and whoever stands in. */
@ConsoleTest
@RecordApplicationEvents
class MyTeamPagesTest {
    private static final RequestPostProcessor PERSON = staff("NW0002");
    private static final RequestPostProcessor MANAGER = staff("NW0001");
    private static final RequestPostProcessor OTHER_MANAGER = staff("NW0901");
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
    OneToOnes oneToOnes;

    @Autowired
    ApplicationEvents events;

    private SomeConsultation some;

    @BeforeEach
    void anotherLineManagerOfTheRegion() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
        var colleagues = new SomeStaff(jdbc);
        colleagues.add("NW0901", "NW", "PSC_LIVERPOOL", "MANAGER", null);
        colleagues.add("NW0902", "NW", "PSC_LIVERPOOL", "SPO", "NW0901");
    }

    private static RequestPostProcessor staff(String number) {
        return user(number).authorities(List.of());
    }

    @Test
    void aLineManagerSeesWhoIsToBeMetOverdueAndMet() throws Exception {
        long id = some.inTheIndividualStage(4);
        begun(id, "NW0002", TODAY.minusDays(1));
        begun(id, "NW0003", TODAY.plusDays(9));
        begun(id, "NW0004", TODAY.plusDays(9));
        record(id, "NW0004", "HELD").andExpect(redirectedUrl("/my-team"));
        record(id, "NW0005", "DECLINED").andExpect(redirectedUrl("/my-team"));
        var tasks = new SomeTasks(jdbc);
        long task = tasks.task("hr-nw", "Hold the one-to-one", "", CLOCK.instant());
        tasks.offered(task, "NW0001");
        tasks.about(task, "staff/NW0002");

        http.perform(get("/my-team").with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Overdue (1)"),
                                containsString("To be met (2)"),
                                containsString("Met (1)"),
                                containsString("Does not want one (1)"),
                                containsString("Showing 1 to 4 of 4"),
                                containsString("Name NW0002 (NW0002)"),
                                containsString("/people/%d/one-to-one\"".formatted(some.member(id, "NW0002"))),
                                containsString("/tasklist/%d\"".formatted(task)))));
        http.perform(get("/my-team").param("progress", "overdue").with(MANAGER))
                .andExpect(content().string(allOf(containsString("Name NW0002"), not(containsString("Name NW0003")))));
        http.perform(get("/my-team").param("progress", "met").with(MANAGER))
                .andExpect(content().string(allOf(containsString("Name NW0004"), not(containsString("Name NW0002")))));
        http.perform(get("/my-team").param("page", "7").with(MANAGER))
                .andExpect(content().string(containsString("This page no longer exists")));
        for (RequestPostProcessor nobodys : List.of(PERSON, OTHER_MANAGER, HR)) {
            http.perform(get("/my-team").with(nobodys))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("You have no one-to-ones to hold"),
                                    not(containsString("Name NW0003")))));
        }
    }

    @Test
    void theMenuLeadsToTheTeamOfWhoeverMeetsSomebody() throws Exception {
        some.launched(2);
        http.perform(get("/my").with(MANAGER)).andExpect(content().string(containsString("href=\"/my-team\"")));
        http.perform(get("/my").with(PERSON)).andExpect(content().string(not(containsString("href=\"/my-team\""))));
    }

    @Test
    void beforeTheIndividualStageNobodyIsToBeMet() throws Exception {
        long id = some.launched(2);
        http.perform(get("/my-team").with(MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString("The unions are heard first"),
                                not(containsString("Record the one-to-one")))));
        record(id, "NW0002", "HELD").andExpect(status().isForbidden());
    }

    @Test
    void theListAsksTheDatabaseNoMoreOftenForManyPeople() throws Exception {
        long id = some.inTheIndividualStage(60);
        for (int n = 4; n <= 61; n++)
            given.theMember(some.member(id, "NW%04d".formatted(n))).left().save();
        int few = statements();
        given.membersOf(id).cameBack().save();

        assertThat(statements()).isEqualTo(few);
        http.perform(get("/my-team").with(MANAGER))
                .andExpect(content().string(containsString("Showing 1 to 50 of 60")));
    }

    private int statements() throws Exception {
        return Statements.during(
                        () -> http.perform(get("/my-team").with(MANAGER)).andExpect(status().isOk()))
                .count();
    }

    @Test
    void everythingAboutAOneToOneIsRecordedOnOnePageAndItsProcessIsTold() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        http.perform(get("/people/%d/one-to-one".formatted(member)).with(MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"" + TODAY.getYear() + "\""),
                                containsString("What happens next"))));

        http.perform(held(member, TODAY)
                        .param("withUnionRep", "true")
                        .param("note", "Prefers mornings.")
                        .param("circumstances", "Cares for a father.")
                        .param("adjustments", "A desk by the door.")
                        .with(MANAGER))
                .andExpect(redirectedUrl("/my-team"));

        assertThat(standing(member)).isEqualTo("HELD on %s, with a union, by NW0001".formatted(TODAY));
        assertThat(oneToOnes.prepare(member, member).proceed()).isFalse();
        assertThat(told(member)).isEqualTo(1);
        http.perform(get("/people/%d/one-to-one".formatted(member)).with(PERSON))
                .andExpect(content()
                        .string(allOf(
                                containsString("Prefers mornings."),
                                containsString("Cares for a father."),
                                containsString("A desk by the door."),
                                containsString("with a union representative"),
                                containsString("by Name NW0001 (NW0001)"))));
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(facts) FROM audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("mornings", "father", "desk");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingIsKept() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        refused(held(member, TODAY.plusDays(1)).param("note", "Kept?"), "href=\"#met-on-day\"", "Kept?");
        refused(held(member, TODAY).param("metOn.month", "13"), "href=\"#met-on-day\"", "Error: ");
        refused(
                post("/people/%d/one-to-one".formatted(member)).with(csrf()).param("outcome", "HELD"),
                "href=\"#met-on-day\"",
                "Enter the day of the one-to-one");
        refused(
                post("/people/%d/one-to-one".formatted(member)).with(csrf()).param("note", "Kept?"),
                "href=\"#outcome-held\"",
                "Kept?");
        refused(held(member, TODAY).param("note", "x".repeat(4001)), "href=\"#note\"", "4,000 characters");
        assertThat(standing(member)).startsWith("WAITING");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM confidential_record")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told(member)).isZero();
    }

    private void refused(MockHttpServletRequestBuilder form, String... said) throws Exception {
        var page = http.perform(form.with(MANAGER)).andExpect(status().isUnprocessableEntity());
        for (String text : said) page.andExpect(content().string(containsString(text)));
    }

    @Test
    void theLastRecordHoldsUntilTheConsultationIsClosed() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        record(id, "NW0002", "DECLINED").andExpect(redirectedUrl("/my-team"));
        record(id, "NW0002", "TO_BE_HELD").andExpect(status().isUnprocessableEntity());

        http.perform(held(member, TODAY).with(HR)).andExpect(redirectedUrl("/people/%d/one-to-one".formatted(member)));
        http.perform(held(member, TODAY).param("note", "A later note.").with(MANAGER));

        assertThat(standing(member)).isEqualTo("HELD on %s, without a union, by hr-nw".formatted(TODAY));
        assertThat(told(member)).as("the process ended with the first").isEqualTo(1);
        assertThat(audited("ONE_TO_ONE_%")).containsExactly("ONE_TO_ONE_DECLINED", "ONE_TO_ONE_HELD");
        given.allConsultations().state("CLOSED").save();
        record(id, "NW0002", "DECLINED").andExpect(status().isForbidden());
    }

    @Test
    void adjustmentsThatStayTheSameAreNotKeptAgain() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        given.aVacancyForTheFirstRole("NW_10", 3);
        for (int sent : IntStream.range(0, 2).toArray())
            http.perform(post("/people/%d/one-to-one".formatted(member))
                            .with(csrf())
                            .param("outcome", "TO_BE_HELD")
                            .param("adjustments", "A desk by the door.")
                            .param("site-NW_10", "REQUIRED")
                            .with(MANAGER))
                    .andExpect(redirectedUrl("/my-team"));
        http.perform(held(member, TODAY).with(MANAGER)).andExpect(redirectedUrl("/my-team"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM confidential_record WHERE kind = 'ADJUSTMENTS'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverStandsInHoldsThisOneToOneAndSeesNothingElse() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        String page = "/people/%d/one-to-one".formatted(member);
        http.perform(post(page)
                        .with(csrf())
                        .param("outcome", "TO_BE_HELD")
                        .param("note", "Said to the manager.")
                        .with(MANAGER))
                .andExpect(redirectedUrl("/my-team"));
        http.perform(get(page).with(OTHER_MANAGER)).andExpect(status().isForbidden());
        http.perform(get(page + "/stand-in").with(MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString("Name NW0901 (NW0901)"),
                                not(containsString("Name NW0902 (NW0902)")),
                                containsString("Also for the other person"))));

        named(member, "NW0901", false, MANAGER).andExpect(redirectedUrl(page));

        assertThat(oneToOnes.prepare(member, member).asked().users()).containsExactly("NW0901", "NW0001");
        assertThat(told(member)).isEqualTo(1);
        http.perform(get("/my-team").with(OTHER_MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString("You, in place of Name NW0001 (NW0001)"),
                                not(containsString("Name NW0003")),
                                not(containsString("/stand-in")))));
        http.perform(get(page).with(OTHER_MANAGER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Said to the manager.")));
        for (String closed : List.of("/people/%d/circumstances", "/people/%d/ranking", "/people/%d/result"))
            http.perform(get(closed.formatted(member)).with(OTHER_MANAGER)).andExpect(status().isForbidden());
        http.perform(get("/people/%d/one-to-one".formatted(some.member(id, "NW0003")))
                        .with(OTHER_MANAGER))
                .andExpect(status().isForbidden());
        named(member, "NW0001", false, OTHER_MANAGER).andExpect(status().isForbidden());
        assertThat(messagesTo("NW0901")).singleElement().asString().contains("you stand in for a one-to-one");
        assertThat(messagesTo("NW0002")).singleElement().asString().contains("who holds your one-to-one");

        http.perform(held(member, TODAY).param("note", "Said to who stood in.").with(OTHER_MANAGER))
                .andExpect(status().is3xxRedirection());

        assertThat(standing(member)).isEqualTo("HELD on %s, without a union, by NW0901".formatted(TODAY));
        http.perform(get(page).with(OTHER_MANAGER)).andExpect(status().isForbidden());
        http.perform(get(page).with(MANAGER)).andExpect(content().string(containsString("Said to who stood in.")));
        assertThat(audited("ONE_TO_ONE_STAND_IN%")).containsExactly("ONE_TO_ONE_STAND_IN_NAMED");
    }

    @Test
    void whoeverStandsInSeesForWhomAndCanEndIt() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        named(member, "NW0901", false, HR).andExpect(status().is3xxRedirection());
        assertThat(messagesTo("NW0001")).singleElement().asString().contains("one of your one-to-ones has changed");
        SomeTasks tasks = new SomeTasks(jdbc);
        tasks.knownUntil(CLOCK.instant());
        long key = tasks.task("hr-gm", "consultation", "Hold the one-to-one", "", CLOCK.instant(), null, null);
        tasks.about(key, "staff/NW0002");
        tasks.offered(key, "NW0901");
        http.perform(get("/work").with(OTHER_MANAGER))
                .andExpect(content()
                        .string(stringContainsInOrder("/tasklist/" + key, "For Name NW0001 (NW0001)</strong>")));

        http.perform(get("/people/%d/one-to-one/stand-in".formatted(member)).with(OTHER_MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString("I no longer stand in"), not(containsString("Name NW0902 (NW0902)")))));
        named(member, "", false, OTHER_MANAGER).andExpect(redirectedUrl("/my-team"));

        assertThat(oneToOnes.prepare(member, member).asked().users()).containsExactly("NW0001");
        http.perform(get("/people/%d/one-to-one".formatted(member)).with(OTHER_MANAGER))
                .andExpect(status().isForbidden());
        assertThat(messagesTo("NW0901")).hasSize(2);
        assertThat(audited("ONE_TO_ONE_STAND_IN%"))
                .containsExactlyInAnyOrder("ONE_TO_ONE_STAND_IN_NAMED", "ONE_TO_ONE_STAND_IN_ENDED");
    }

    @Test
    void whoeverStandsInIsToldOnYourWorkWhomTheyMeetNext() throws Exception {
        long id = some.inTheIndividualStage(2);
        begun(id, "NW0003", TODAY.plusDays(5));
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        Matcher<String> theirs = stringContainsInOrder(
                "You meet 1 person one to one about",
                "the first by %s.".formatted(Deadlines.inWords(TODAY.plusDays(9))),
                "href=\"/my-team\">Open My team");
        nextFor(OTHER_MANAGER, not(containsString("You meet")));

        named(member, "NW0901", false, MANAGER);

        nextFor(OTHER_MANAGER, theirs);
        nextFor(MANAGER, containsString("You meet 2 people one to one about"));

        http.perform(between(member, TODAY.plusDays(1), TODAY.plusDays(2)));
        nextFor(OTHER_MANAGER, not(containsString("You meet")));
        http.perform(between(member, TODAY, TODAY));
        nextFor(OTHER_MANAGER, theirs);

        http.perform(held(member, TODAY).with(OTHER_MANAGER));
        nextFor(OTHER_MANAGER, not(containsString("You meet")));
        nextFor(MANAGER, containsString("You meet 1 person one to one about"));
    }

    private void nextFor(RequestPostProcessor who, Matcher<String> said) throws Exception {
        http.perform(get("/work").with(who)).andExpect(content().string(said));
    }

    @Test
    void somebodyStandsInFromADayToADayAndOnNoOther() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        String page = "/people/%d/one-to-one".formatted(member);
        http.perform(between(member, TODAY.minusDays(1), TODAY))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#from-day\"")));
        http.perform(between(member, TODAY.plusDays(2), TODAY.plusDays(1)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#until-day\"")));
        http.perform(between(member, TODAY, TODAY).param("until.year", "x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the day as day, month and year")));

        http.perform(between(member, TODAY.plusDays(1), TODAY.plusDays(2))).andExpect(redirectedUrl(page));

        http.perform(get(page).with(OTHER_MANAGER)).andExpect(status().isForbidden());
        http.perform(get(page).with(MANAGER)).andExpect(content().string(containsString(", from ")));
        assertThat(oneToOnes.prepare(member, member).asked().users()).containsExactly("NW0001");
        http.perform(get("/my-team").with(OTHER_MANAGER))
                .andExpect(content().string(containsString("You have no one-to-ones to hold")));
        http.perform(between(member, TODAY, TODAY)).andExpect(redirectedUrl(page));
        http.perform(get(page).with(OTHER_MANAGER)).andExpect(status().isOk());
        assertThat(oneToOnes.prepare(member, member).asked().users()).containsExactly("NW0901", "NW0001");
    }

    private static MockHttpServletRequestBuilder between(long member, LocalDate from, LocalDate until) {
        return post("/people/%d/one-to-one/stand-in".formatted(member))
                .with(csrf())
                .with(MANAGER)
                .param("standIn", "NW0901")
                .param("from.day", "" + from.getDayOfMonth())
                .param("from.month", "" + from.getMonthValue())
                .param("from.year", "" + from.getYear())
                .param("until.day", "" + until.getDayOfMonth())
                .param("until.month", "" + until.getMonthValue())
                .param("until.year", "" + until.getYear());
    }

    @Test
    void onlyALineManagerOfTheRegionWhoIsNotAwayStandsIn() throws Exception {
        long id = some.inTheIndividualStage(2);
        long member = begun(id, "NW0002", TODAY.plusDays(9));
        new SomeStaff(jdbc).add("GM0001", "GM", "PSC_LIVERPOOL", "MANAGER", null);
        new SomeStaff(jdbc).add("GM0002", "GM", "GM0001");
        for (String nobody : List.of("NW0003", "NW0001", "GM0001", "NW9999", "x"))
            named(member, nobody, false, MANAGER)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("href=\"#standIn\"")));
        new SomeStaff(jdbc).absent("NW0901", TODAY.plusDays(9));
        named(member, "NW0901", false, MANAGER).andExpect(status().isUnprocessableEntity());
        assertThat(told(member)).isZero();
    }

    @Test
    void somebodyCanStandInForEverybodyWhoIsStillToBeMetAndForNobodyAnyMore() throws Exception {
        long id = some.inTheIndividualStage(4);
        record(id, "NW0003", "HELD");
        long member = some.member(id, "NW0002");

        named(member, "NW0901", true, HR).andExpect(redirectedUrl("/people/%d/one-to-one".formatted(member)));

        assertThat(jdbc.sql("SELECT staff_number FROM cohort_member WHERE stand_in = 'NW0901' ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("NW0002", "NW0004", "NW0005");
        named(member, "", true, MANAGER);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM cohort_member WHERE stand_in IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        http.perform(get("/my-team").with(OTHER_MANAGER))
                .andExpect(content().string(containsString("You have no one-to-ones to hold")));
    }

    private ResultActions named(long member, String standIn, boolean everybody, RequestPostProcessor by)
            throws Exception {
        return http.perform(post("/people/%d/one-to-one/stand-in".formatted(member))
                .with(csrf())
                .param("standIn", standIn)
                .param("everybody", "" + everybody)
                .with(by));
    }

    private ResultActions record(long id, String person, String outcome) throws Exception {
        return http.perform(held(some.member(id, person), TODAY)
                .with(request -> {
                    request.setParameter("outcome", outcome);
                    return request;
                })
                .with(MANAGER));
    }

    private static MockHttpServletRequestBuilder held(long member, LocalDate on) {
        return post("/people/%d/one-to-one".formatted(member))
                .with(csrf())
                .param("outcome", "HELD")
                .param("metOn.day", "" + on.getDayOfMonth())
                .param("metOn.month", "" + on.getMonthValue())
                .param("metOn.year", "" + on.getYear());
    }

    private long begun(long id, String person, LocalDate due) {
        long member = some.member(id, person);
        oneToOnes.prepare(member, member);
        given.theMember(member).oneToOneDue(due).save();
        return member;
    }

    private String standing(long member) {
        return jdbc.sql("""
            SELECT CONCAT(one_to_one_state, ' on ', COALESCE(met_on, 'no day'), IF(with_union_rep, ', with a union', ', without a union'), ', by ', COALESCE(one_to_one_by, 'nobody'))
            FROM cohort_member WHERE id = ?
            """).param(member).query(String.class).single();
    }

    /** How often the process of the one-to-one was told to prepare it again. */
    private long told(long member) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals("consultation.datesExtended")
                        && message.correlationKey().equals("" + member))
                .count();
    }

    private List<String> audited(String action) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE ? ORDER BY id")
                .param(action)
                .query(String.class)
                .list();
    }

    private List<String> messagesTo(String who) {
        return jdbc.sql("SELECT CONCAT(subject, body) FROM notification WHERE to_group = ?")
                .param(who)
                .query(String.class)
                .list();
    }
}
