package uk.gov.justice.probation.devolution.caseload.web;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class AccessPageTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private String page;

    @BeforeEach
    void aLimitedCase() {
        new SomeCases(jdbc).held(2, "NW", "PSC_WAKEFIELD", "UPW_ORDERS", "CRC", false);
        given.theCase("X000002").limitedAccess().practitioner("N51A777").save();
        page = "/cases/%d/access"
                .formatted(jdbc.sql("SELECT id FROM probation_case WHERE crn = 'X000002'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void accessIsGivenAndTakenBackAndThePageSaysNothingElseOfTheCase() throws Exception {
        http.perform(get(page).with(colleague("spo-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("CRN X000002"),
                                containsString("Nobody has been given access"),
                                not(containsString("N51A777")),
                                not(containsString("Blackburn")))));
        confirmed(
                        http,
                        post(page)
                                .param("userName", " upw-supervisor-nw ")
                                .with(csrf())
                                .with(colleague("spo-nw")))
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attribute("notice", "upw-supervisor-nw can now see CRN X000002."));
        http.perform(get(page).with(colleague("data-lead-nw")))
                .andExpect(content().string(allOf(containsString("upw-supervisor-nw"), containsString("spo-nw on "))));

        long grant =
                jdbc.sql("SELECT id FROM case_access_grant").query(Long.class).single();
        confirmed(http, post(page + "/" + grant + "/withdrawn").with(csrf()).with(colleague("data-lead-nw")))
                .andExpect(redirectedUrl(page));
        assertThat(jdbc.sql("SELECT withdrawn_by FROM case_access_grant")
                        .query(String.class)
                        .single())
                .isEqualTo("data-lead-nw");
        assertThat(jdbc.sql("SELECT action FROM audit_entry ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("ACCESS_GRANTED", "ACCESS_WITHDRAWN");
    }

    @Test
    void aNameIsNeeded() throws Exception {
        http.perform(post(page).param("userName", " ").with(csrf()).with(colleague("spo-nw")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("Enter the name the colleague signs in with"))));
    }

    @Test
    void nobodyElseSeesOrDecidesIt() throws Exception {
        for (String group : new String[] {"spo-gm", "practitioner-nw", "psc-service-owner"}) {
            http.perform(get(page).with(colleague(group))).andExpect(status().isForbidden());
            http.perform(post(page).param("userName", "me").with(csrf()).with(colleague(group)))
                    .andExpect(status().isForbidden());
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_access_grant")
                        .query(Integer.class)
                        .single())
                .isZero();
        http.perform(get("/cases/4711/access").with(colleague("spo-nw"))).andExpect(status().isNotFound());
    }
}
