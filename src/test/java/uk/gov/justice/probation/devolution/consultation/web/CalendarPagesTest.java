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
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class CalendarPagesTest {
    private static final RequestPostProcessor HR = colleague("hr-nw");
    private static final RequestPostProcessor MANAGER = user("NW0001").authorities();
    private static final RequestPostProcessor PERSON = user("NW0002").authorities();

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
    HoldingEvents events;

    private SomeConsultation some;
    private long consultation;
    private String oneToOne;
    private String page;

    @BeforeEach
    void inTheIndividualStage() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
        consultation = some.inTheIndividualStage(2);
        oneToOne = "/people/%d/one-to-one".formatted(some.member(consultation, "NW0002"));
        page = oneToOne + "/appointment";
    }

    @Test
    void theLineManagerArrangesAOneToOneAndThePersonIsTold() throws Exception {
        http.perform(get(page).with(PERSON))
                .andExpect(content()
                        .string(allOf(containsString("It is not arranged yet"), not(containsString("Arrange it<")))));
        http.perform(get(oneToOne + ".ics").with(PERSON)).andExpect(status().isNotFound());
        http.perform(appointment(1, "10", "").with(MANAGER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#from\""), containsString("value=\"10\""))));
        http.perform(appointment(1, "10:00", "").with(MANAGER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#place\"")));

        http.perform(appointment(1, "10:00", "Room 1").with(MANAGER)).andExpect(redirectedUrl(page));

        assertThat(messages()).containsExactly("You meet on 1 March 2027, from 10:00am: Room 1.");
        http.perform(get(page).with(PERSON))
                .andExpect(content().string(allOf(containsString("1 March 2027"), containsString("Room 1"))));
        assertThat(file(oneToOne + ".ics", PERSON))
                .contains("SEQUENCE:0\r\n", "DTSTART;TZID=Europe/London:20270301T100000\r\n", "LOCATION:Room 1\r\n")
                .doesNotContain("NW000", "Name");
    }

    @Test
    void aChangePutsTheEntryRightAndCallingOffCancelsIt() throws Exception {
        http.perform(appointment(1, "10:00", "Room 1").with(MANAGER));
        String before = file(oneToOne + ".ics", PERSON);
        http.perform(appointment(1, "10:00", "Room 1").with(MANAGER));
        http.perform(appointment(2, "2:30pm", "Room 2").with(HR));
        String after = file(oneToOne + ".ics", PERSON);

        assertThat(line(after, "UID")).isEqualTo(line(before, "UID"));
        assertThat(after).contains("SEQUENCE:1\r\n", ":20270302T143000\r\n", "STATUS:CONFIRMED\r\n");

        http.perform(post(page + "/called-off").with(MANAGER).with(csrf())).andExpect(redirectedUrl(page));

        assertThat(file(oneToOne + ".ics", MANAGER)).contains("SEQUENCE:2\r\n", "STATUS:CANCELLED\r\n");
        http.perform(get(page).with(PERSON)).andExpect(content().string(containsString("Called off")));
        assertThat(messages()).hasSize(3).last().asString().startsWith("It was arranged for 2 March 2027.");
    }

    @Test
    void nobodyElseSeesOrArrangesIt() throws Exception {
        http.perform(appointment(1, "10:00", "Room 1").with(MANAGER));

        for (RequestPostProcessor other : List.of(user("P0009").authorities(), colleague("hr-gm"))) {
            http.perform(get(page).with(other)).andExpect(status().isForbidden());
            http.perform(get(oneToOne + ".ics").with(other)).andExpect(status().isForbidden());
            http.perform(appointment(2, "10:00", "Room 1").with(other)).andExpect(status().isForbidden());
        }
        http.perform(appointment(2, "10:00", "Room 1").with(PERSON)).andExpect(status().isForbidden());
        http.perform(get("/consultations/%d/events.ics".formatted(consultation))
                        .with(user("P0009").authorities()))
                .andExpect(status().isForbidden());
    }

    @Test
    void theEventsOfAConsultationGoIntoACalendarAndAreCorrectedThere() throws Exception {
        String ics = "/consultations/%d/events.ics".formatted(consultation);
        http.perform(get(ics).with(PERSON)).andExpect(status().isNotFound());
        events.schedule(
                consultation,
                new HoldingEvents.Events(
                        LocalDate.of(2027, 3, 1),
                        "Town hall",
                        LocalDate.of(2027, 3, 3),
                        LocalDate.of(2027, 3, 5),
                        new Hours(LocalTime.of(10, 0), LocalTime.of(11, 30))),
                SomeAnswers.of(2, "hr-nw"));
        String before = file(ics, PERSON);
        assertThat(before)
                .contains(
                        "SEQUENCE:0\r\n",
                        "LOCATION:Town hall\r\n",
                        "DTSTART;TZID=Europe/London:20270301T100000\r\n",
                        "DTEND;TZID=Europe/London:20270301T113000\r\n",
                        "DTSTART;TZID=Europe/London:20270303T100000\r\n")
                .doesNotContain("NW000", "CANCELLED");

        confirmed(
                        http,
                        post("/consultations/%d/events".formatted(consultation))
                                .with(csrf())
                                .param("on.day", "2")
                                .param("on.month", "3")
                                .param("on.year", "2027")
                                .param("from", "2pm")
                                .param("place", "Library")
                                .with(HR))
                .andExpect(redirectedUrl("/consultations/" + consultation));

        String after = file(ics, PERSON);
        assertThat(line(after, "UID")).isEqualTo(line(before, "UID"));
        assertThat(after)
                .contains(
                        "SEQUENCE:1\r\n",
                        "LOCATION:Library\r\n",
                        "DTSTART;TZID=Europe/London:20270302T140000\r\n",
                        "STATUS:CANCELLED\r\n");
        assertThat(jdbc.sql("SELECT body FROM notification WHERE dedup_key LIKE 'events-corrected%' LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("You are now invited on 2 March 2027, from 2:00pm: Library.");
    }

    private MockHttpServletRequestBuilder appointment(int day, String from, String place) {
        return post(page)
                .with(csrf())
                .param("on.day", "" + day)
                .param("on.month", "3")
                .param("on.year", "2027")
                .param("from", from)
                .param("place", place);
    }

    private String file(String path, RequestPostProcessor by) throws Exception {
        MockHttpServletResponse answer =
                http.perform(get(path).with(by)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/calendar");
        return answer.getContentAsString();
    }

    private static String line(String file, String name) {
        return file.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> messages() {
        return jdbc.sql(
                        "SELECT body FROM notification WHERE to_group = 'NW0002' AND dedup_key LIKE 'one-to-one-appointment%' ORDER BY id")
                .query(String.class)
                .list();
    }
}
