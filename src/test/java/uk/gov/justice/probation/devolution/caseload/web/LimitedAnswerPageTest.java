package uk.gov.justice.probation.devolution.caseload.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class LimitedAnswerPageTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private SomeOrders some;
    private long order;
    private String page;

    @BeforeEach
    void aLimitedCase() {
        some = new SomeOrders(jdbc);
        order = some.order();
        given.theOrder(order).state("APPROVAL").save();
        given.theCaseOf(order).limitedAccess().save();
        some.granted(order, "practitioner-nw");
        some.granted(order, "upw-supervisor-nw");
        page = "/upw/orders/%d/answer".formatted(order);
    }

    @Test
    void whatCannotBeUndoneIsSaidAndGivenOnlyWithTheTick() throws Exception {
        http.perform(get(page).param("task", "not-suitable").with(colleague("practitioner-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("If you choose: Apply to the court"),
                                containsString("The order ends here at once"),
                                containsString("I have read this and want it to happen"),
                                not(containsString("If you choose: Assess again")))));
        http.perform(asked("not-suitable").param("choice", "APPLY_TO_COURT"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#understood\""), containsString("Tick that you have read"))));
        assertThat(kept()).isZero();
        http.perform(asked("not-suitable").param("choice", "APPLY_TO_COURT").param("understood", "true"))
                .andExpect(redirectedUrl(page + "?task=not-suitable"));
        assertThat(kept()).isEqualTo(1);
        http.perform(asked("not-suitable").param("choice", "ASSESS_AGAIN"))
                .andExpect(redirectedUrl(page + "?task=not-suitable"));
    }

    @Test
    void theDayIsNeededAndStillThereLater() throws Exception {
        given.theOrder(order).state("SESSIONS").save();
        http.perform(asked("court").param("choice", "EXTEND"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter the day.")));
        http.perform(asked("court")
                        .param("choice", "EXTEND")
                        .param("day.day", "" + YESTERDAY.getDayOfMonth())
                        .param("day.month", "" + YESTERDAY.getMonthValue())
                        .param("day.year", "" + YESTERDAY.getYear()))
                .andExpect(redirectedUrl(page + "?task=court"));
        http.perform(get(page).param("task", "court").with(colleague("practitioner-nw")))
                .andExpect(content().string(containsString("value=\"%d\"".formatted(YESTERDAY.getYear()))));
    }

    @Test
    void thePageOfTheOrderLeadsThereAndBackAndFromTaskToTask() throws Exception {
        http.perform(get("/upw/orders/" + order).with(colleague("practitioner-nw")))
                .andExpect(content().string(containsString("href=\"" + page + "\"")));
        http.perform(get(page).with(colleague("practitioner-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/upw/orders/%d\"".formatted(order)),
                                containsString("value=\"practitioner-approval\""),
                                containsString("?task=not-suitable"),
                                not(containsString("?task=induction")),
                                not(containsString("?task=spo-approval")))));
        given.theCaseOf(order).openAccess().save();
        http.perform(get("/upw/orders/" + order).with(colleague("practitioner-nw")))
                .andExpect(content().string(not(containsString("Answer a task of this case"))));
    }

    @Test
    void onlyWhoseTaskItIsGivesAnAnswer() throws Exception {
        http.perform(asked("spo-approval").param("choice", "YES")).andExpect(status().isForbidden());
        http.perform(post(page)
                        .param("task", "not-suitable")
                        .param("choice", "ASSESS_AGAIN")
                        .with(csrf())
                        .with(colleague("upw-supervisor-nw")))
                .andExpect(status().isForbidden());
        assertThat(kept()).isZero();
    }

    private MockHttpServletRequestBuilder asked(String task) {
        return post(page).param("task", task).with(csrf()).with(colleague("practitioner-nw"));
    }

    private int kept() {
        return jdbc.sql("SELECT COUNT(*) FROM limited_answer")
                .query(Integer.class)
                .single();
    }
}
