package uk.gov.justice.probation.devolution.localstack.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import uk.gov.justice.probation.devolution.localstack.Move;
import uk.gov.justice.probation.devolution.localstack.MovingOn;
import uk.gov.justice.probation.devolution.localstack.NextDate;
import uk.gov.justice.probation.devolution.localstack.TrialClock;
import uk.gov.justice.probation.devolution.pages.KeptPages;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.StaffNumbers;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/** The page of the local profile that moves on to the next date, without the stack behind it. */
class TrialPageTest {
    private static final String ME = "hr-nw";
    private static final Instant NOW = Instant.parse("2026-12-14T09:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-12-18T17:00:00Z");
    private static final String OF = "consultation/1";

    private static final MovingOn movingOn = mock();
    private static final TrialClock clock = mock();

    private static AnnotationConfigWebApplicationContext application;
    private static MockMvc http;

    @BeforeAll
    static void start() {
        application = new AnnotationConfigWebApplicationContext();
        application.setServletContext(new MockServletContext());
        application.getEnvironment().setActiveProfiles("local");
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "devolution.tasklist-url",
                                "http://localhost",
                                "devolution.operate-url",
                                "http://localhost")));
        application.register(Console.class);
        theDayIs(NOW);
        application.refresh();
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(application);
        http = builder.apply(springSecurity()).alwaysDo(TrialPageTest::keep).build();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void somethingWaits() {
        reset(movingOn);
        theDayIs(NOW);
        Map<String, String> waiting = new LinkedHashMap<>();
        waiting.put("handover/5", "H-NW-5 Terminations, North West");
        waiting.put(OF, "Spring, North West");
        when(movingOn.latest()).thenReturn(Optional.empty());
        when(movingOn.awaitEnd(any())).thenReturn(Optional.empty());
        when(movingOn.waiting()).thenReturn(waiting);
        when(movingOn.next(any()))
                .thenReturn(Optional.of(new NextDate(
                        NEXT, List.of("Closing date (Location preferencing): Spring, North West"), 1_204)));
    }

    private static void theDayIs(Instant now) {
        reset(clock);
        when(clock.instant()).thenReturn(now);
        when(clock.getZone()).thenReturn(ZoneId.of("Europe/London"));
        when(clock.isAhead()).thenReturn(true);
    }

    @Test
    void itSaysWhichDateComesNextAndWhatHappensThen() throws Exception {
        show(
                get("/trial").param("of", OF),
                allOf(
                        stringContainsInOrder(
                                "Trial date</strong>",
                                "Monday 14 December 2026 at 9:00am",
                                "It is Monday 14 December 2026 at 9:00am.",
                                "The next of all",
                                "H-NW-5 Terminations, North West",
                                "selected=\"selected\">Spring, North West",
                                "Next: Friday 18 December 2026 at 5:00pm",
                                "Closing date (Location preferencing): Spring, North West",
                                "On the way 1,204 other dates come, each on its day.",
                                "value=\"2026-12-18T17:00:00Z\"",
                                "Move on to the next date"),
                        not(containsString("There is a problem"))));
    }

    @Test
    void everyPageSaysTheTrialsDateButOnlyIfItIsNotTodays() throws Exception {
        show(get("/sign-in"), stringContainsInOrder("Trial date</strong>", "Monday 14 December 2026"));

        when(clock.isAhead()).thenReturn(false);

        show(get("/trial"), not(containsString("govuk-phase-banner")));
    }

    @Test
    void theMenuLeadsToIt() throws Exception {
        show(get("/trial"), containsString("href=\"/trial\""));
    }

    @Test
    void afterTheMoveItSaysWhichDateItIs() throws Exception {
        when(movingOn.awaitEnd(any())).thenReturn(Optional.of(new Move(NEXT, List.of(), true, true)));
        theDayIs(NEXT);

        moveOn().andExpect(redirectedUrl("/trial?of=consultation%2F1"))
                .andExpect(flash().attribute("notice", startsWith("It is Friday 18 December 2026 at 5:00pm now.")));

        verify(movingOn).begin(ME, OF, NEXT);
        show(
                get("/trial").flashAttr("notice", "It is Friday 18 December 2026 at 5:00pm now."),
                containsString("Success"));
    }

    @Test
    void whileAMoveGoesOnItSaysWhatIsWaitedFor() throws Exception {
        Move under = new Move(NEXT, List.of("3 messages are on their way."), false, false);
        when(movingOn.latest()).thenReturn(Optional.of(under));
        when(movingOn.awaitEnd(any())).thenReturn(Optional.of(under));

        moveOn().andExpect(status().is3xxRedirection()).andExpect(flash().attributeCount(0));
        show(
                get("/trial"),
                allOf(
                        stringContainsInOrder(
                                "On the way to Friday 18 December 2026 at 5:00pm",
                                "3 messages are on their way.",
                                "Refresh"),
                        not(containsString("Move on to the next date"))));
    }

    @Test
    void aMoveThatStoppedSaysWhy() throws Exception {
        when(movingOn.latest())
                .thenReturn(Optional.of(
                        new Move(NEXT, List.of("An automated step is running, or is tried again."), true, false)));

        show(
                get("/trial"),
                stringContainsInOrder(
                        "The move to Friday 18 December 2026 at 5:00pm stopped on the way",
                        "An automated step is running",
                        "Move on to the next date"));
    }

    @Test
    void itSaysWhatMustBeDoneFirst() throws Exception {
        when(movingOn.begin(any(), any(), any()))
                .thenThrow(
                        new NotPossibleNow(List.of("3 messages are on their way.", "An automated step is running.")));

        moveOn().andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<title>Error: Trial date",
                                "There is a problem",
                                "href=\"#move-on\"",
                                "3 messages are on their way. An automated step is running.",
                                "Move on to the next date")));
    }

    @Test
    void itSaysThatAnotherDateComesNextByNow() throws Exception {
        when(movingOn.begin(any(), any(), any())).thenThrow(new NotPossibleNow("Another date comes next by now."));

        moveOn().andExpect(content().string(containsString("Another date comes next by now.")));
    }

    @Test
    void itSaysThatCamundaIsAway() throws Exception {
        when(movingOn.waiting()).thenThrow(new IllegalStateException("Connection refused"));
        when(movingOn.begin(any(), any(), any())).thenThrow(new IllegalStateException("Connection refused"));

        show(get("/trial"), containsString("Camunda does not answer, so it is not known which date comes next"));
        moveOn().andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(stringContainsInOrder("There is a problem", "Camunda does not answer: ")));
    }

    @Test
    void whereNothingWaitsItSaysSo() throws Exception {
        when(movingOn.waiting()).thenReturn(Map.of());
        when(movingOn.next(any())).thenReturn(Optional.empty());

        show(get("/trial"), containsString("Nothing is waiting for a date"));
    }

    @Test
    void whatIsSentByHandMovesNothing() throws Exception {
        http.perform(post("/trial").param("seen", "tomorrow").with(csrf()).with(colleague(ME)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Press the button on this page")));
        http.perform(post("/trial").with(csrf()).with(colleague("stranger"))).andExpect(status().isForbidden());
    }

    private static ResultActions moveOn() throws Exception {
        return http.perform(post("/trial")
                .param("of", OF)
                .param("seen", NEXT.toString())
                .with(csrf())
                .with(colleague(ME)));
    }

    private static void show(MockHttpServletRequestBuilder page, Matcher<String> says) throws Exception {
        http.perform(page.with(colleague(ME)))
                .andExpect(status().isOk())
                .andExpect(content().string(says));
    }

    private static void keep(MvcResult result) throws Exception {
        if (result.getModelAndView() == null || result.getModelAndView().getViewName() == null) return;
        String page = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        if (page.contains("<html")) KeptPages.keep(result.getModelAndView().getViewName(), page);
    }

    @Configuration
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "uk.gov.justice.probation.devolution.security",
                "uk.gov.justice.probation.devolution.web",
                "uk.gov.justice.probation.devolution.localstack.web"
            },
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = ".*Idempot.*|.*OnceMore|.*TaskGroupsQuery"),
                @Filter(type = FilterType.REGEX, pattern = ".*Test.*"),
            })
    static class Console {

        @Bean
        TrialClock clock() {
            return clock;
        }

        @Bean
        MovingOn movingOn() {
            return movingOn;
        }

        @Bean
        StaffNumbers staffNumbers() {
            return number -> false;
        }

        @Bean
        TaskGroups taskGroups() {
            return () -> Set.of(ME);
        }
    }
}
