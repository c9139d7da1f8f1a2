package uk.gov.justice.probation.devolution.work.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.AssignUserTaskCommandStep1;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.SignIns;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.work.SomeTasks;

@ConsoleTest
class DeputiesPageTest {
    private static final String GROUP = "practitioner-nw";
    /** Of the same group as Ann: who is called like a group is in it. */
    private static final String BEN = GROUP;

    private static final String CAT = "practitioner-yath";
    private static final TaskOnPage KIND = new TaskOnPage("process", "Task_One", Set.of());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    SignIns signIns;

    @Autowired
    CamundaClient camunda;

    private SomeTasks tasks;
    private long ofAnn;

    @BeforeEach
    void annHasClaimedATaskOfTheirGroup() {
        tasks = new SomeTasks(jdbc);
        ofAnn = tasks.of(KIND, "consultation/1", GROUP, "ann");
    }

    @Test
    void whoWillBeAwayNamesADeputyAndBothSeeAndKnowIt() throws Exception {
        http.perform(get("/work/deputies").with(colleague("ann")))
                .andExpect(content().string(containsString("Nobody, today or later.")));
        http.perform(naming(BEN, TODAY, TODAY.plusDays(11)).with(colleague("ann")))
                .andExpect(redirectedUrl("/work/deputies"));

        String until = TODAY.plusDays(11).format(DAY);
        http.perform(get("/work/deputies").with(colleague("ann")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Who stands in for you", BEN, "Today", TODAY.format(DAY), until)));
        http.perform(get("/work/deputies").with(colleague(BEN)))
                .andExpect(content().string(stringContainsInOrder("People you stand in for", "ann", "Today", until)));
        assertThat(told(BEN)).containsExactly("You stand in for ann");
        assertThat(audited()).containsExactly("DEPUTY_NAMED");
    }

    @Test
    void theDeputySeesWhatIsClaimedByWhoIsAwayAndTakesItOver() throws Exception {
        long ofDan = tasks.of(KIND, "consultation/2", GROUP, "dan");
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("ann")));

        sees("/work", allOf(containsString("You stand in for ann today"), containsString("For ann"), link(ofDan)));
        sees("/work?whose=away", allOf(link(ofAnn), not(link(ofDan))));
        sees("/work/pass-on?task=" + ofAnn, containsString("Me: I stand in for the colleague who has claimed them"));

        AssignUserTaskCommandStep1 assigning = mock(AssignUserTaskCommandStep1.class, RETURNS_DEEP_STUBS);
        doReturn(assigning).when(camunda).newAssignUserTaskCommand(ofAnn);
        confirmed(http, passingOn("me", ofAnn, ofDan).with(colleague(BEN)))
                .andExpect(flash().attribute("notice", "1 passed on, 1 stay where they are."));
        verify(assigning, timeout(20_000)).assignee("ann");
        verify(assigning, timeout(20_000)).assignee(BEN);
        verify(camunda, after(500).never()).newAssignUserTaskCommand(ofDan);
        assertThat(told("ann")).containsExactly("Your deputy saw to a task");
        assertThat(told(BEN)).containsExactly("You stand in for ann");
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE action = 'TASK_PASSED_ON'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("\"standingInFor\"", "ann");
    }

    @Test
    void aDeputyGetsNoRightThatTheyDoNotHave() throws Exception {
        long ofAnotherGroup = tasks.of(KIND, "consultation/3", CAT, "ann");
        long order = new SomeOrders(jdbc).order();
        given.theCaseOf(order).limitedAccess().save();
        String crn = jdbc.sql("SELECT c.crn FROM probation_case c JOIN upw_order o ON o.case_id = c.id WHERE o.id = ?")
                .param(order)
                .query(String.class)
                .single();
        long ofALimitedCase = tasks.task(GROUP, "unpaidwork", "Task", "words", java.time.Instant.EPOCH, crn, "ann");
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("ann", GROUP, CAT)));

        sees("/work?whose=away", allOf(link(ofAnn), not(link(ofAnotherGroup)), not(containsString("words"))));
        http.perform(passingOn("me", ofALimitedCase, ofAnotherGroup).with(colleague(BEN)))
                .andExpect(content()
                        .string(allOf(containsString(BEN + " cannot see the case"), not(containsString("Task_One")))));
        verify(camunda, never()).newAssignUserTaskCommand(ofALimitedCase);
        verify(camunda, never()).newAssignUserTaskCommand(ofAnotherGroup);
    }

    @Test
    void aDeputyGivesNobodyWhatTheyMayNotSeeThemselves() throws Exception {
        long order = new SomeOrders(jdbc).order();
        given.theCaseOf(order).limitedAccess().save();
        String crn = jdbc.sql("SELECT c.crn FROM probation_case c JOIN upw_order o ON o.case_id = c.id WHERE o.id = ?")
                .param(order)
                .query(String.class)
                .single();
        long ofALimitedCase = tasks.task(GROUP, "unpaidwork", "Task", "words", java.time.Instant.EPOCH, crn, "ann");
        given.access(new SomeSessions(jdbc).caseOf(order), "dan");
        signIns.signedIn("account-of-dan", "dan", List.of(GROUP));
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("ann")));

        for (MockHttpServletRequestBuilder asked : List.of(
                passingOn("group", ofALimitedCase),
                passingOn("colleague", ofALimitedCase).param("to", "dan"),
                passingOn("me", ofALimitedCase)))
            http.perform(asked.with(colleague(BEN)))
                    .andExpect(content().string(containsString(BEN + " cannot see the case")));
    }

    @Test
    void aColleagueWhoHasNotSignedInForLongIsAskedTo() throws Exception {
        signIns.signedIn("account-of-eve", "eve", List.of(GROUP));
        given.everybodySignedIn(TODAY.minusMonths(2).atStartOfDay().toInstant(ZoneOffset.UTC));

        refused("eve", TODAY, TODAY, "eve has not signed in for some days");
        http.perform(passingOn("colleague", ofAnn).param("to", "eve").with(colleague("ann")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("eve has not signed in for some days")));
    }

    @Test
    void aLongNameIsToldEachTimeToo() throws Exception {
        String fay = "f".repeat(60);
        String gus = "g".repeat(60);
        signIns.signedIn("account-of-fay", fay, List.of(GROUP));
        for (int number = 2; number <= 3; number++) {
            long task = tasks.of(KIND, "consultation/" + number, GROUP, gus);
            confirmed(http, passingOn("colleague", task).param("to", fay).with(colleague(gus)));
        }

        assertThat(told(fay)).containsExactly("A task was passed on to you", "A task was passed on to you");
    }

    @Test
    void theAuditOfTheRegionSaysWhoNamedADeputy() throws Exception {
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("ann")));
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("dan", GROUP, CAT)));

        http.perform(get("/audit").with(colleague("rpd-nw", "rpd-nw")))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("ann</b>", "named a deputy in ", "Your work"),
                                not(containsString("dan</b>")))));
    }

    @Test
    void beforeTheFirstDayAndOnceItIsEndedNothingIsTakenOver() throws Exception {
        http.perform(naming(BEN, TODAY.plusDays(1), TODAY.plusDays(2)).with(colleague("ann")));
        nothingIsTakenOver();
        http.perform(naming(BEN, TODAY, TODAY).with(colleague("ann")));
        sees("/work?whose=away", link(ofAnn));

        long today = jdbc.sql("SELECT id FROM deputyship WHERE first_day = ?")
                .param(TODAY)
                .query(Long.class)
                .single();
        http.perform(ending(today).with(colleague(CAT, CAT))).andExpect(status().isNotFound());
        sees("/work?whose=away", link(ofAnn));
        http.perform(ending(today).with(colleague(BEN))).andExpect(redirectedUrl("/work/deputies"));
        nothingIsTakenOver();
        http.perform(ending(today).with(colleague("ann"))).andExpect(status().isConflict());
        assertThat(told("ann")).containsExactly(BEN + " no longer stands in for ann");
        assertThat(audited()).containsExactly("DEPUTY_NAMED", "DEPUTY_NAMED", "DEPUTY_ENDED");
    }

    @Test
    void whatCannotBeIsSaidAtItsField() throws Exception {
        refused("", TODAY, TODAY, "Enter the name your deputy signs in with");
        refused("ann", TODAY, TODAY, "you cannot stand in for yourself");
        refused("nobody-at-all", TODAY, TODAY, "Nobody signs in with this name");
        refused(CAT, TODAY, TODAY, CAT + " is in none of your groups");
        refused(BEN, TODAY.plusDays(2), TODAY.plusDays(1), "it is before the first day");
        http.perform(naming(BEN, TODAY, TODAY.plusDays(3)).with(colleague("ann")));
        refused(BEN, TODAY.plusDays(3), TODAY.plusDays(4), BEN + " is your deputy on some of these days already");
        http.perform(post("/work/deputies")
                        .with(csrf())
                        .with(colleague("ann"))
                        .param("deputy", BEN)
                        .param("from.day", "31")
                        .param("from.month", "2")
                        .param("from.year", "2027"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the day as day, month and year")));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM deputyship")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void nothingIsTakenOver() throws Exception {
        sees("/work", not(containsString("You stand in for")));
        sees("/work?whose=away", not(link(ofAnn)));
        http.perform(passingOn("me", ofAnn).with(colleague(BEN)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter somebody else")));
        http.perform(passingOn("group", ofAnn).with(colleague(BEN)))
                .andExpect(content().string(containsString("ann has claimed it")));
    }

    private void sees(String address, Matcher<String> what) throws Exception {
        http.perform(get(address).with(colleague(BEN))).andExpect(content().string(what));
    }

    private static Matcher<String> link(long task) {
        return containsString("id=\"task-%d\"".formatted(task));
    }

    private void refused(String deputy, LocalDate from, LocalDate to, String why) throws Exception {
        http.perform(naming(deputy, from, to).with(colleague("ann")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("There is a problem"), containsString(why))));
    }

    private static RequestPostProcessor colleague(String name) {
        return colleague(name, GROUP);
    }

    private static RequestPostProcessor colleague(String name, String... groups) {
        return user(name)
                .authorities(Set.of(groups).stream()
                        .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                        .toList());
    }

    private static MockHttpServletRequestBuilder naming(String deputy, LocalDate from, LocalDate to) {
        return post("/work/deputies")
                .with(csrf())
                .param("deputy", deputy)
                .param("from.day", "" + from.getDayOfMonth())
                .param("from.month", "" + from.getMonthValue())
                .param("from.year", "" + from.getYear())
                .param("to.day", "" + to.getDayOfMonth())
                .param("to.month", "" + to.getMonthValue())
                .param("to.year", "" + to.getYear());
    }

    private static MockHttpServletRequestBuilder ending(long deputyship) {
        return post("/work/deputies/end").with(csrf()).param("deputyship", "" + deputyship);
    }

    private static MockHttpServletRequestBuilder passingOn(String whom, long... keys) {
        MockHttpServletRequestBuilder request =
                post("/work/pass-on").with(csrf()).param("whom", whom);
        for (long key : keys) request.param("task", "" + key);
        return request;
    }

    private List<String> told(String whom) {
        return jdbc.sql("SELECT subject FROM notification WHERE to_group = ? ORDER BY id")
                .param(whom)
                .query(String.class)
                .list();
    }

    private List<String> audited() {
        return jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'DEPUTY%' ORDER BY id")
                .query(String.class)
                .list();
    }
}
