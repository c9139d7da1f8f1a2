package uk.gov.justice.probation.devolution.letters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.SendingLetters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class LetterPagesTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Letters letters;

    @Autowired
    SendingLetters sending;

    private long id;

    @BeforeEach
    void aLetter() {
        var staff = new SomeStaff(jdbc);
        staff.add("NW01", "NW", null);
        staff.add("NW02", "NW", "NW01");
        id = letters.write(new LetterRequest(
                "welcome-1",
                "welcome-1",
                Template.WELCOME,
                "NW02",
                "NW",
                Map.of(
                        "personName",
                        "Name NW02",
                        "siteName",
                        "Sefton probation office",
                        "roleName",
                        "Case administrator",
                        "startsOnText",
                        "10 January 2022",
                        "managerName",
                        "Name NW01",
                        "newTasks",
                        List.of("Court reports"),
                        "keptTasks",
                        List.of())));
    }

    @Test
    void thePersonTheirLineManagerAndHrReadIt() throws Exception {
        for (RequestPostProcessor reader : List.of(member("NW02"), member("NW01"), colleague("hr-nw"))) {
            http.perform(get("/letters/" + id).with(reader))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Dear Name NW02,"),
                                    containsString("Court reports"),
                                    containsString("Not sent yet"),
                                    containsString("/letters/" + id + ".pdf"),
                                    not(containsString("<iframe")),
                                    not(containsString("name=\"email\"")))));
        }
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE subject = ? AND action = 'LETTER_VIEWED' ORDER BY id")
                        .param("letter/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("NW02", "NW01", "hr-nw");
    }

    @Test
    void nobodyElseDoes() throws Exception {
        new SomeStaff(jdbc).add("NW03", "NW", "NW01");
        for (RequestPostProcessor other :
                List.of(member("NW03"), colleague("hr-gm"), colleague("psc-service-owner"), colleague("rpd-nw"))) {
            http.perform(get("/letters/" + id).with(other))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(not(containsString("Sefton"))));
            http.perform(get("/letters/" + id + ".pdf").with(other)).andExpect(status().isForbidden());
        }
        http.perform(get("/letters/" + (id + 1)).with(colleague("hr-nw"))).andExpect(status().isNotFound());
        http.perform(get("/letters/" + id)).andExpect(status().is3xxRedirection());
    }

    @Test
    void thePdfIsHandedOutAndNotKeptOnTheWay() throws Exception {
        byte[] pdf = http.perform(get("/letters/" + id + ".pdf").with(member("NW02")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"letter-" + id + ".pdf\""))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
    }

    @Test
    void hrSeesWhyItFailedAndPutsTheAddressRight() throws Exception {
        given.theLetter(id).failed("The email address is not one.").save();
        String address = "/letters/" + id + "/address";

        http.perform(get("/letters/" + id).with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("could not be sent. The email address is not one."),
                                containsString("value=\"nw02@example.org\""))));
        http.perform(get("/letters/" + id).with(member("NW02")))
                .andExpect(content().string(not(containsString("name=\"email\""))));
        http.perform(post(address).param("email", "nobody").with(csrf()).with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Enter an email address in the correct form"),
                                containsString("value=\"nobody\""))));
        http.perform(post(address).param("email", "me@example.org").with(csrf()).with(member("NW02")))
                .andExpect(status().isForbidden());
        http.perform(post(address).param("email", "new@example.org").with(colleague("hr-nw")))
                .andExpect(status().isForbidden());
        http.perform(post(address)
                        .param("email", "new@example.org")
                        .with(csrf())
                        .with(colleague("hr-nw")))
                .andExpect(redirectedUrl("/letters/" + id))
                .andExpect(flash().attributeExists("notice"));
        assertThat(jdbc.sql("SELECT email FROM letter").query(String.class).single())
                .isEqualTo("new@example.org");

        given.theLetter(id).state("SENT").save();
        http.perform(post(address)
                        .param("email", "late@example.org")
                        .with(csrf())
                        .with(colleague("hr-nw")))
                .andExpect(status().isConflict());
    }

    @Test
    void theMailboxListsWhatOneMayRead() throws Exception {
        sending.send("welcome-1", () -> {});

        http.perform(get("/mailbox").with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("nw02@example.org"),
                                containsString("href=\"/letters/" + id + "\""),
                                containsString("href=\"/mailbox\""))));
        http.perform(get("/mailbox").with(member("NW02")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Welcome to your new place of work"),
                                not(containsString("href=\"/mailbox\"")))));
        http.perform(get("/mailbox").with(colleague("hr-gm")))
                .andExpect(content().string(containsString("There are no letters for you to see.")));
        http.perform(get("/letters/" + id).with(member("NW02")))
                .andExpect(content().string(containsString(">Sent<")));
    }

    private static RequestPostProcessor member(String staffNumber) {
        return user(staffNumber).authorities(List.of());
    }
}
