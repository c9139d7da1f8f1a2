package uk.gov.justice.probation.devolution.telling.web;

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
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class TellingPagesTest {
    private static final String SETTINGS = "/messages/settings";
    private static final RequestPostProcessor HR = colleague("hr-nw");
    private static final RequestPostProcessor HEAD = colleague("head-of-operations-nw");

    @Autowired
    MockMvc http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notifications notifications;

    @Test
    void aMemberOfStaffIsToldAtTheAddressOfTheStaffFile() throws Exception {
        given.aColleague("NW0001").email("ann@example.org").save();
        RequestPostProcessor ann = user("NW0001").authorities();

        show(
                ann,
                SETTINGS,
                allOf(
                        containsString("ann@example.org"),
                        containsString("value=\"AT_ONCE\" aria-describedby=\"channel-hint\" checked"),
                        not(containsString("name=\"email\""))));
        choose(ann, SETTINGS, "DAILY", "elsewhere@example.org", SETTINGS);

        show(
                ann,
                SETTINGS,
                allOf(
                        containsString("value=\"DAILY\" aria-describedby=\"channel-2-hint\" checked"),
                        containsString("ann@example.org"),
                        not(containsString("elsewhere"))));
    }

    @Test
    void whoeverIsInNoStaffFileEntersAnAddressAndKeepsWhatWasTyped() throws Exception {
        http.perform(post(SETTINGS)
                        .with(HR)
                        .with(csrf())
                        .param("channel", "DAILY")
                        .param("email", "ann@"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "There is a problem", "href=\"#email\"", "Enter an email address", "value=\"ann@\"")));
        http.perform(post(SETTINGS).with(HR).with(csrf()).param("channel", "PIGEON"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(stringContainsInOrder("href=\"#channel\"", "Choose one of the ways to be told")));

        choose(HR, SETTINGS, "DAILY", "hr@example.org", SETTINGS);

        show(HR, SETTINGS, containsString("value=\"hr@example.org\""));
    }

    @Test
    void theManagerOfAGroupChoosesForIt() throws Exception {
        String page = SETTINGS + "/groups/hr-nw";
        show(HR, SETTINGS, not(containsString("Groups whose work you manage")));
        show(
                HEAD,
                SETTINGS,
                allOf(
                        containsString("Groups whose work you manage"),
                        containsString(page),
                        not(containsString("/groups/hr-gm"))));

        choose(HEAD, page, "AT_ONCE", "hr-north-west@example.org", SETTINGS);

        show(
                HEAD,
                page,
                allOf(
                        containsString("value=\"AT_ONCE\" aria-describedby=\"channel-hint\" checked"),
                        containsString("value=\"hr-north-west@example.org\"")));
        http.perform(get(page).with(colleague("head-of-operations-gm"))).andExpect(status().isForbidden());
        http.perform(get(SETTINGS + "/groups/hr-xx").with(HEAD)).andExpect(status().isNotFound());
    }

    @Test
    void whatWouldHaveGoneOutIsShownToThoseItIsFor() throws Exception {
        given.aColleague("NW0001").email("ann@example.org").save();
        notifications.send("key", "NW0001", "A consultation: hear about it", "You are invited", "consultation/1");

        show(
                user("NW0001").authorities(),
                "/mailbox/emails",
                allOf(
                        containsString("You have a message in PSC Devolution"),
                        containsString("ann@example.org"),
                        not(containsString("hear about it"))));
        show(HR, "/mailbox/emails", containsString("There are no emails for you or your groups"));
    }

    @Test
    void aMessageIsReadOnceItIsOpenedByEachForThemselves() throws Exception {
        notifications.send("one", "hr-nw", "The first", "What it says", "consultation/7");
        notifications.send("two", "hr-nw", "The second", "What it says", "letter/1");
        long first = jdbc.sql("SELECT id FROM notification WHERE dedup_key = 'one'")
                .query(Long.class)
                .single();
        show(
                HR,
                "/messages",
                stringContainsInOrder("2<span class=\"govuk-visually-hidden\"> unread", "Unread (2)", "The second"));

        show(
                HR,
                "/messages/message?id=" + first,
                stringContainsInOrder("The first", "What it says", "/consultations/7"));

        show(
                HR,
                "/messages?show=unread",
                allOf(
                        containsString("1<span class=\"govuk-visually-hidden\"> unread"),
                        containsString("The second"),
                        not(containsString("The first"))));
        show(
                user("another").authorities(new SimpleGrantedAuthority("GROUP_hr-nw")),
                "/messages",
                containsString("Unread (2)"));
        http.perform(get("/messages/message?id=" + first).with(colleague("hr-gm")))
                .andExpect(status().isNotFound());
    }

    @Test
    void allAreMarkedAsReadUpToTheNewestThatWasShown() throws Exception {
        for (int n = 1; n <= 51; n++) notifications.send("key" + n, "hr-nw", "Message " + n, "Body", "letter/1");
        show(HR, "/messages", allOf(containsString("Showing 1 to 50 of 51"), containsString("page=2")));
        show(HR, "/messages?page=2", containsString("Showing 51 to 51 of 51"));
        show(HR, "/messages?page=9", containsString("the list is shorter now"));
        long newest =
                jdbc.sql("SELECT MAX(id) FROM notification").query(Long.class).single();
        notifications.send("later", "hr-nw", "A later one", "Body", "letter/1");

        http.perform(post("/messages/read").with(HR).with(csrf()).param("newest", "" + newest))
                .andExpect(redirectedUrl("/messages"));

        show(HR, "/messages?show=unread", stringContainsInOrder("Unread (1)", "A later one"));
    }

    private void choose(RequestPostProcessor by, String page, String channel, String email, String then)
            throws Exception {
        http.perform(post(page).with(by).with(csrf()).param("channel", channel).param("email", email))
                .andExpect(redirectedUrl(then));
    }

    private void show(RequestPostProcessor to, String page, Matcher<String> what) throws Exception {
        http.perform(get(page).with(to))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}
