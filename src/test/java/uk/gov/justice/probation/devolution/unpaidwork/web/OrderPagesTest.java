package uk.gov.justice.probation.devolution.unpaidwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class OrderPagesTest {

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartingOrders starting;

    private SomeOrders some;
    private long order;

    /** Of CRN X000001, half worked, with a session a week ago and one to come. */
    @BeforeEach
    void anOrder() {
        some = new SomeOrders(jdbc);
        some.project("P1");
        order = some.order();
        given.theOrder(order).credited(3000).creditedForLearning(60).save();
        some.session(order, "P1", TODAY.plusDays(3));
        starting.start(order, "system");
    }

    @Test
    void theRegionsOrdersAreListedAndFoundByTheirCrn() throws Exception {
        show(
                "/upw/orders",
                "case-admin-nw",
                allOf(
                        containsString("CRN X000001, event 1"),
                        containsString("Project P1"),
                        containsString("50 hours"),
                        containsString("Showing 1 to 1 of 1"),
                        containsString("Past the last day (0)"),
                        containsString("No practitioner (1)"),
                        containsString("Unpaid work")));
        show(
                "/upw/orders?urgent=past&pdu=Elsewhere",
                "pso-nw",
                allOf(
                        containsString("No orders in your region match the filters."),
                        containsString("/upw/orders?pdu=Elsewhere&amp;urgent=short")));
        show("/upw/orders?crn=x000001", "pso-nw", containsString("CRN X000001, event 1"));
        show("/upw/orders?crn=X000009", "pso-nw", containsString("There is no order for CRN X000009 in your region."));
        show("/upw/orders", "case-admin-gm", containsString("No order of your region is running."));
        http.perform(get("/upw/orders").with(colleague("hr-nw"))).andExpect(status().isForbidden());
    }

    @Test
    void anOrderShowsItsTimeSessionsEnforcementAndLetters() throws Exception {
        attended();
        given.theOrder(order).warnings(1).save();
        show(
                "/upw/orders/" + order,
                "upw-supervisor-nw",
                allOf(
                        containsString("CRN X000001, event 1: unpaid work"),
                        containsString("100 hours"),
                        containsString("1 hour, at most 30 hours count"),
                        containsString("Left to work"),
                        containsString("09:00 to 16:00"),
                        containsString("1 warning of the twelve months"),
                        containsString("There are no letters."),
                        containsString("will not be worked by the last day"),
                        containsString("Credit travel time"),
                        not(containsString("Assessment and approvals")),
                        not(containsString("More time from the court"))));
        show(
                "/upw/orders/" + order,
                "pso-nw",
                allOf(
                        containsString("Assessment and approvals"),
                        containsString("More time from the court"),
                        not(containsString("Credit travel time"))));
        http.perform(get("/upw/orders/" + order).with(colleague("pso-gm"))).andExpect(status().isForbidden());
        http.perform(get("/upw/orders/4711").with(colleague("pso-nw"))).andExpect(status().isNotFound());
    }

    @Test
    void aLimitedAccessCaseShowsItsCrnAndNothingElse() throws Exception {
        new SomeStaff(jdbc).add("P0007", "NW", null);
        given.theCaseOf(order).limitedAccess().practitioner("P0007").save();
        show(
                "/upw/orders",
                "case-admin-nw",
                allOf(
                        containsString("CRN X000001"),
                        containsString("Limited access"),
                        not(containsString("event 1")),
                        not(containsString("Project P1"))));
        for (String path : List.of("", "/assessment", "/projects")) {
            http.perform(get("/upw/orders/" + order + path).with(colleague("spo-nw")))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(not(containsString("P1"))));
        }
        http.perform(get("/api/upw/orders/X000001/1").with(by("case-admin-nw")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("P1"))));
        show(
                "/upw/orders/" + order,
                "P0007",
                allOf(containsString("This is a limited-access case"), containsString("Project P1")));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'ORDER_VIEWED' AND actor = 'P0007'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLookAtALimitedAccessCaseStaysInTheAuditTrailAlsoWhereNobodyAgrees() throws Exception {
        new SomeStaff(jdbc).add("P0007", "NW", null);
        given.theCaseOf(order).limitedAccess().practitioner("P0007").save();
        LocalDate until = TODAY.plusMonths(14);
        http.perform(post("/upw/orders/" + order + "/extension")
                        .with(colleague("P0007", "pso-nw"))
                        .with(csrf())
                        .param("until.day", "" + until.getDayOfMonth())
                        .param("until.month", "" + until.getMonthValue())
                        .param("until.year", "" + until.getYear()))
                .andExpect(content().string(containsString("Check before it happens")));
        http.perform(post("/upw/orders/" + order + "/travel")
                        .with(colleague("P0007", "upw-supervisor-nw"))
                        .with(csrf())
                        .param("minutes", "5")
                        .param("session", "" + attended()))
                .andExpect(content().string(containsString("Check before it happens")));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'ORDER_VIEWED' AND actor = 'P0007'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void travelTimeIsCreditedOnceForASessionAndAtMostThreeHours() throws Exception {
        long attended = attended();
        for (int time = 0; time < 2; time++) {
            confirmed(
                            http,
                            post("/upw/orders/" + order + "/travel")
                                    .with(colleague("upw-supervisor-nw"))
                                    .with(csrf())
                                    .param("minutes", "181")
                                    .param("session", "" + attended))
                    .andExpect(redirectedUrl("/upw/orders/" + order))
                    .andExpect(flash().attribute("notice", "3 hours of travel time count."));
        }
        assertThat(jdbc.sql("SELECT minutes_credited FROM upw_order")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3180);
        http.perform(post("/upw/orders/" + order + "/travel")
                        .with(colleague("upw-supervisor-nw"))
                        .with(csrf())
                        .param("minutes", "many")
                        .param("session", "" + attended))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Error:"), containsString("many"))));
        http.perform(post("/upw/orders/" + order + "/travel")
                        .with(colleague("upw-supervisor-nw"))
                        .with(csrf())
                        .param("minutes", "5"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose the session of this order that was attended")));
        http.perform(post("/upw/orders/" + order + "/travel")
                        .with(colleague("pso-nw"))
                        .with(csrf())
                        .param("minutes", "5")
                        .param("session", "" + attended))
                .andExpect(status().isForbidden());
    }

    private long attended() {
        long attended = some.session(order, "P1", TODAY.minusDays(7));
        given.theSession(attended).recorded("ATTC").save();
        return attended;
    }

    @Test
    void theCourtsExtensionMovesTheLastDay() throws Exception {
        LocalDate until = TODAY.plusMonths(14);
        extension("pso-nw", until).andExpect(redirectedUrl("/upw/orders/" + order));
        assertThat(jdbc.sql("SELECT extended_to FROM upw_order")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(until);
        show("/upw/orders/" + order, "pso-nw", containsString("extended by the court"));
        extension("pso-nw", TODAY)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("it must be after the last day so far")));
        http.perform(post("/upw/orders/" + order + "/extension")
                        .with(colleague("pso-nw"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        extension("case-admin-nw", until.plusDays(1)).andExpect(status().isForbidden());
    }

    @Test
    void theAssessmentIsWrittenAndApprovedOnItsPage() throws Exception {
        given.theOrder(order).state("ASSESSMENT").save();
        given.theCaseOf(order).rosh("RVHR").save();
        String page = "/upw/orders/" + order + "/assessment";
        show(page, "pso-nw", containsString("Is unpaid work suitable?"));
        http.perform(post(page)
                        .with(colleague("pso-nw"))
                        .with(csrf())
                        .param("suitable", "true")
                        .param("needsAccess", "false")
                        .param("health", "Bad back"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Select how often"), containsString("Bad back"))));
        http.perform(post(page)
                        .with(colleague("pso-nw"))
                        .with(csrf())
                        .param("suitable", "true")
                        .param("needsAccess", "false")
                        .param("advised", "WEEKLY")
                        .param("health", "Bad back"))
                .andExpect(redirectedUrl(page));
        show(
                page,
                "spo-nw",
                allOf(containsString("Bad back"), containsString("Every week"), not(containsString("<textarea"))));

        given.theOrder(order).state("APPROVAL").save();
        show(page, "spo-nw", containsString("as Senior Probation Officer"));
        http.perform(post(page + "/reason")
                        .with(colleague("spo-nw"))
                        .with(csrf())
                        .param("approver", "SPO")
                        .param("reason", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter your reason")));
        http.perform(post(page + "/reason")
                        .with(colleague("spo-nw"))
                        .with(csrf())
                        .param("approver", "SPO")
                        .param("reason", "Works alone there"))
                .andExpect(redirectedUrl(page));
        show(page, "practitioner-nw", allOf(containsString("Works alone there"), not(containsString("<textarea"))));
        for (String nobody : List.of("case-admin-nw", "upw-supervisor-nw", "pso-gm"))
            http.perform(get(page).with(colleague(nobody))).andExpect(status().isForbidden());
        http.perform(get("/upw/orders/4711/assessment").with(colleague("pso-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void everyProjectIsInOrOutAndTheCoordinatorSeesWhy() throws Exception {
        some.project("P2");
        given.theProject("P2").allows("RLRH").save();
        given.theOrder(order).state("PROJECT").save();
        String page = "/upw/orders/" + order + "/projects";
        show(
                page,
                "placement-coordinator-nw",
                allOf(
                        containsString("Can be chosen: 1"),
                        containsString("Cannot be chosen: 1"),
                        containsString("About 1 mile from home: 49 points"),
                        containsString("It does not take people with this risk of serious harm")));
        http.perform(get(page).with(colleague("case-admin-nw"))).andExpect(status().isForbidden());
        http.perform(get("/upw/orders/4711/projects").with(colleague("pso-nw"))).andExpect(status().isNotFound());
    }

    @Test
    void theProjectOfALimitedAccessCaseIsChosenHereByACoordinatorWithAccess() throws Exception {
        given.theOrder(order).state("PROJECT").withoutProject().save();
        given.theCaseOf(order).limitedAccess().save();
        given.theProject("P1").type("ES").save();
        given.access(some.caseOf(order), "placement-coordinator-nw");
        String page = "/upw/orders/" + order + "/projects";
        show(
                page,
                "placement-coordinator-nw",
                allOf(containsString("Can be chosen: 1"), containsString("Take the place")));
        choice(page, "placement-coordinator-nw", "P9")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("North West has no project with the code P9.")));
        choice(page, "pso-nw", "P1").andExpect(status().isForbidden());
        choice(page, "placement-coordinator-nw", "P1").andExpect(redirectedUrl("/upw/orders/" + order));
        assertThat(jdbc.sql("SELECT state FROM upw_order").query(String.class).single())
                .isEqualTo("INSTRUCTIONS");
        choice(page, "placement-coordinator-nw", "P1").andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'PROJECT_CHOSEN' AND facts LIKE '%P1%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theApiStartsAnOrderOnceAndSaysWhereItStands() throws Exception {
        long fresh = some.order();
        http.perform(get("/api/upw/orders/X000002/1").with(by("case-admin-nw")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.orders[0].state").value("NOT_STARTED"));
        http.perform(post("/api/upw/orders/X000002/1/placement").with(by("case-admin-nw")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.orders[0].orderId").value(fresh))
                .andExpect(jsonPath("$.orders[0].state").value("TEAM"))
                .andExpect(jsonPath("$.orders[0].minutesRemaining").value(6000));
        http.perform(post("/api/upw/orders/X000002/1/placement").with(by("case-admin-nw")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Unpaid work of CRN X000002, event 1 is already running."));
        http.perform(post("/api/upw/orders/X000002/1/placement").with(by("case-admin-gm")))
                .andExpect(status().isForbidden());
        http.perform(get("/api/upw/orders/X000009/1").with(by("case-admin-nw"))).andExpect(status().isNotFound());
        given.theOrder(fresh).state("STOPPED").save();
        http.perform(post("/api/upw/orders/X000002/1/placement").with(by("case-admin-nw")))
                .andExpect(status().isUnprocessableEntity());
    }

    private ResultActions choice(String page, String by, String project) throws Exception {
        LocalDate on = TODAY.plusDays(1);
        return confirmed(
                http,
                post(page)
                        .with(colleague(by))
                        .with(csrf())
                        .param("projectCode", project)
                        .param("frequency", "WEEKLY")
                        .param("firstSessionOn.day", "" + on.getDayOfMonth())
                        .param("firstSessionOn.month", "" + on.getMonthValue())
                        .param("firstSessionOn.year", "" + on.getYear()));
    }

    private ResultActions extension(String by, LocalDate until) throws Exception {
        return confirmed(
                http,
                post("/upw/orders/" + order + "/extension")
                        .with(colleague(by))
                        .with(csrf())
                        .param("until.day", "" + until.getDayOfMonth())
                        .param("until.month", "" + until.getMonthValue())
                        .param("until.year", "" + until.getYear()));
    }

    private void show(String path, String as, Matcher<String> what) throws Exception {
        http.perform(get(path).with(colleague(as)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}
