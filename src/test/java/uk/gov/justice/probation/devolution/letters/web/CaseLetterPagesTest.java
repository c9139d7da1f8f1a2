package uk.gov.justice.probation.devolution.letters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
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
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.letters.SomeCaseLetters;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class CaseLetterPagesTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseLetters letters;

    private long warning;
    private long breach;
    private long limited;

    @BeforeEach
    void someLetters() {
        new SomeCases(jdbc).held(2, "NW", "PSC_LIVERPOOL", "UPW_ORDERS", "CRC", false);
        given.theCase("X000002").limitedAccess().save();
        long open = id("X000001");
        warning = letters.write(SomeCaseLetters.request("warning-1", CaseTemplate.WARNING, open));
        breach = letters.write(SomeCaseLetters.request("breach-2", CaseTemplate.BREACH, open));
        limited = letters.write(SomeCaseLetters.request("withdrawal-3", CaseTemplate.WITHDRAWAL, id("X000002")));
    }

    @Test
    void theListShowsWhatToPostAndOfALimitedAccessCaseTheCrnAlone() throws Exception {
        http.perform(get("/case-letters").with(colleague("case-admin-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("3 letters"),
                                containsString("href=\"/case-letters/" + warning + "\""),
                                containsString("CRN X000001, event 1"),
                                containsString("The person on probation"),
                                containsString("CRN X000002"),
                                containsString("Limited access"),
                                not(containsString("/case-letters/" + limited + "\"")),
                                not(containsString("CRN X000002,")),
                                not(containsString(CaseTemplate.WITHDRAWAL.subject())))));
        http.perform(get("/case-letters").with(colleague("case-admin-gm")))
                .andExpect(content().string(containsString("There are no letters to post.")));
        http.perform(get("/case-letters").with(colleague("hr-nw"))).andExpect(status().isForbidden());
    }

    @Test
    void lettersAreMarkedAsPosted() throws Exception {
        http.perform(post("/case-letters").with(csrf()).with(colleague("case-admin-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Select the letters that are in the post")));
        confirmed(
                        http,
                        post("/case-letters")
                                .param("posted", "" + warning, "" + breach)
                                .with(csrf())
                                .with(colleague("case-admin-nw")))
                .andExpect(redirectedUrl("/case-letters"))
                .andExpect(flash().attribute("notice", "2 letters are marked as posted."));
        http.perform(post("/case-letters")
                        .param("posted", "" + limited)
                        .with(csrf())
                        .with(colleague("case-admin-nw")))
                .andExpect(status().isForbidden());
        http.perform(post("/case-letters")
                        .param("posted", "" + warning)
                        .with(csrf())
                        .with(colleague("practitioner-nw")))
                .andExpect(status().isForbidden());
        http.perform(post("/case-letters")
                        .param("posted", "" + (limited + 1))
                        .with(csrf())
                        .with(colleague("case-admin-nw")))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("SELECT letter_key FROM case_letter WHERE posted_at IS NOT NULL ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("warning-1", "breach-2");
        http.perform(get("/case-letters").with(colleague("case-admin-nw")))
                .andExpect(content().string(containsString("1 letter<")));
        http.perform(post("/case-letters")
                        .param("posted", "" + warning)
                        .with(csrf())
                        .with(colleague("case-admin-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "Every letter you selected has been marked or withdrawn in the meantime"),
                                not(containsString("Check before it happens")))));
    }

    @Test
    void whoMaySeeTheCaseReadsTheLetterAndItsPdf() throws Exception {
        http.perform(get("/case-letters/" + warning).with(colleague("practitioner-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("some failedOn"),
                                containsString("Not posted"),
                                containsString("/case-letters/" + warning + ".pdf"),
                                not(containsString("Mark as posted")))));
        http.perform(get("/case-letters/" + warning).with(colleague("case-admin-liverpool")))
                .andExpect(content().string(containsString("Mark as posted")));
        byte[] pdf = http.perform(get("/case-letters/" + warning + ".pdf").with(colleague("case-admin-nw")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"case-letter-" + warning + ".pdf\""))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
        letters.withdraw("warning-1");
        http.perform(get("/case-letters/" + warning).with(colleague("case-admin-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("withdrawn before it was posted"),
                                not(containsString("Mark as posted")))));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        http.perform(get("/case-letters/" + warning).with(colleague("case-admin-gm")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("some failedOn"))));
        http.perform(get("/case-letters/" + limited).with(colleague("case-admin-nw")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("some failedOn"))));
        http.perform(get("/case-letters/" + limited + ".pdf").with(colleague("psc-service-owner")))
                .andExpect(status().isForbidden());
        http.perform(get("/case-letters/" + (limited + 1)).with(colleague("case-admin-nw")))
                .andExpect(status().isNotFound());
        http.perform(get("/case-letters/" + warning)).andExpect(status().is3xxRedirection());
    }

    private long id(String crn) {
        return jdbc.sql("SELECT id FROM probation_case WHERE crn = ?")
                .param(crn)
                .query(Long.class)
                .single();
    }
}
