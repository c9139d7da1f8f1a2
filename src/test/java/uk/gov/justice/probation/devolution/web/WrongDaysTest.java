package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;
import static uk.gov.justice.probation.devolution.web.WhateverIsTypedTest.everybody;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDays;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.example.TableSums;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.programme.AskedLaunches;
import uk.gov.justice.probation.devolution.programme.RunningProgrammes;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;

/**
 * On every page and in every call of the API that accepts a day, and after the start forms: an impossible day is
 * refused in the words of its field, and nothing changes.
 */
@ConsoleTest
class WrongDaysTest {
    private static final byte[] STAFF =
            ("staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,"
                            + "absence,absenceUntil\nNW0077,Ann Example,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,\n")
                    .getBytes(StandardCharsets.UTF_8);
    /** What is written in any case: that somebody looked at a limited-access case, and that they are signed in. */
    private static final Set<String> KEPT = Set.of("audit_entry", "SPRING_SESSION", "SPRING_SESSION_ATTRIBUTES");

    /** A page or call that accepts a day, filled in correctly except for the day. */
    private interface Sent extends Function<LocalDate, AbstractMockHttpServletRequestBuilder<?>> {}

    /** Lists that say what is wrong with the day, and show what they show without it. */
    private static final Set<String> SHOWS_ALL_INSTEAD =
            Set.of("web SessionsPage", "web RegisterPage.show", "web AuditPage");

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcOperations statements;

    @Autowired
    Deadlines deadlines;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    LaunchRequests requests;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    AskedLaunches asked;

    @Autowired
    RunningProgrammes running;

    private final Map<String, List<Sent>> places = new TreeMap<>();

    private TableSums sums;

    @BeforeEach
    void whatAllTablesAddUpTo() {
        sums = new TableSums(statements, KEPT);
    }

    @BeforeEach
    void everyPlaceThatTakesADay() throws Exception {
        SomePlan.importInto(http);
        var preferences = new SomePreferences(jdbc);
        long consultation = preferences.consultation();
        List<Long> members = preferences.people(consultation, 2);
        preferences.staff("NW0050", "PSO", "L12");
        var some = new SomeOrders(jdbc);
        some.project("P2");
        given.theProject("P2").type("ES").save();
        long order = some.order();
        given.theOrder(order)
                .state("SESSIONS")
                .project("P2")
                .frequency("WEEKLY")
                .firstSession(TODAY)
                .save();
        long limited = some.order();
        given.theOrder(limited).state("PROJECT").withoutProject().save();
        given.theCaseOf(limited).limitedAccess().save();
        some.granted(limited, "P0001");
        long toCourt = some.order();
        given.theOrder(toCourt).state("SESSIONS").save();
        given.theCaseOf(toCourt).limitedAccess().save();
        some.granted(toCourt, "practitioner-nw");
        long draft = new SomeDrafts(jdbc).complete("P0001", "NW0050");
        String court = "/terminations/%d/court".formatted(aTerminationThatGoesBackToCourt());

        place(
                "web ConsultationApi.launch preferencesCloseOn",
                day -> json("/api/consultations", consultation(day), "hr-nw"),
                day -> multipart("/api/consultations")
                        .file(new MockMultipartFile(
                                "consultation",
                                "",
                                "application/json",
                                consultation(day).getBytes(StandardCharsets.UTF_8)))
                        .file(new MockMultipartFile("staff", "staff.csv", "text/csv", STAFF))
                        .with(by("hr-nw")));
        new Given(jdbc)
                .theConsultation(consultation)
                .event(TODAY.plusDays(20), "Town hall")
                .questionsClose(TODAY.plusDays(30))
                .save();
        String events = "/consultations/%d/events".formatted(consultation);
        Map<String, String> asScheduled = day("on", TODAY.plusDays(20), Map.of("place", "Town hall"));
        place("web EventsPage.correct again", day -> with(form(events, "again", day), asScheduled));
        place(
                "web AppointmentPage.arrange on",
                day -> with(
                        form("/people/%d/one-to-one/appointment".formatted(members.getFirst()), "on", day),
                        Map.of("from", "10:00", "place", "Room 1")));
        place("web EventsPage.correct on", day -> with(form(events, "on", day), Map.of("place", "Town hall")));
        place(
                "web EventsPage.correct questionsCloseOn",
                day -> with(form(events, "questionsCloseOn", day), asScheduled));
        place(
                "web DeputiesPage.name from",
                day -> with(
                        form("/work/deputies", "from", day), day("to", TODAY.plusDays(20), Map.of("deputy", "hr-nw"))));
        place(
                "web DeputiesPage.name to",
                day -> with(form("/work/deputies", "to", day), day("from", TODAY, Map.of("deputy", "hr-nw"))));
        String standIn = "/people/%d/one-to-one/stand-in".formatted(members.getFirst());
        for (String end : List.of("from", "until"))
            place(
                    "web StandInPage.name " + end,
                    day -> with(form(standIn, end, day), Map.of("standIn", "LM001"))
                            .with(colleague("hr-nw")));
        preferences.round(consultation, 1);
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        place(
                "web RankingForPersonPage.record contactedOn",
                day -> with(
                                form("/people/%d/ranking/for-person".formatted(members.get(1)), "contactedOn", day),
                                Map.of("reached", "false"))
                        .with(colleague("hr-nw")));
        place("web CourtPage.note applied", day -> form(court, "applied", day));
        place(
                "web CourtPage.note until",
                day -> with(
                        form(court, "until", day),
                        Map.of(
                                "applied.day",
                                "" + TODAY.getDayOfMonth(),
                                "applied.month",
                                "" + TODAY.getMonthValue(),
                                "applied.year",
                                "" + TODAY.getYear())));
        place(
                "web LimitedAnswerPage.give day",
                day -> with(
                                form("/upw/orders/%d/answer".formatted(toCourt), "day", day),
                                Map.of("task", "court", "choice", "EXTEND"))
                        .with(colleague("practitioner-nw")));
        place(
                "web LaunchTermsPage.enter closeOn",
                day -> with(
                        form("/consultations/launch/%d/terms".formatted(draft), "closeOn", day),
                        Map.of("objective", "GREEDY", "maxChoices", "5", "mobilityLimit", "90")));
        place(
                "web OneToOnePage.record metOn",
                day -> with(
                                form("/people/%d/one-to-one".formatted(members.getFirst()), "metOn", day),
                                Map.of("outcome", "HELD"))
                        .with(colleague("hr-nw")));
        place("web OrderPages.extend until", day -> form("/upw/orders/%d/extension".formatted(order), "until", day));
        place(
                "web MemberPage.extend to",
                day -> with(
                        form("/consultations/%d/people/%d/dates".formatted(consultation, members.get(1)), "to", day),
                        Map.of("reason", "Leave")));
        place(
                "web ProgrammeApi.launch baseDate",
                day -> json(
                        "/api/programmes",
                        "{\"baseDate\":\"%s\",\"regions\":[\"GM\"]}".formatted(day),
                        "psc-service-owner"));
        place(
                "web ProgrammePage.launch baseDate",
                day -> with(
                        post("/programmes").with(everybody()).with(csrf()),
                        Map.of(
                                "regions",
                                "GM",
                                "datesFrom",
                                "BASE_DATE",
                                "day",
                                "" + day.getDayOfMonth(),
                                "month",
                                "" + day.getMonthValue(),
                                "year",
                                "" + day.getYear())));
        place(
                "web ProjectsPage.choose firstSessionOn",
                day -> with(
                        form("/upw/orders/%d/projects".formatted(limited), "firstSessionOn", day),
                        Map.of("projectCode", "P2", "frequency", "WEEKLY")));
        place(
                "web RegisterPage.show day",
                day -> get("/upw/projects/P2/register")
                        .param("day", day.toString())
                        .with(everybody()));
        for (String what : List.of("add", "open"))
            place(
                    "web RegisterPage.%s day".formatted(what),
                    day -> post("/upw/projects/P2/register/" + (what.equals("add") ? "unexpected" : "opening"))
                            .param("day", day.toString())
                            .with(everybody())
                            .with(csrf()));
        place(
                "web SessionsPage.list day",
                day -> get("/upw/sessions")
                        .param("project", "P2")
                        .param("day", day.toString())
                        .with(everybody()));
        for (String end : List.of("from", "to"))
            place(
                    "web AuditPage.entries " + end,
                    day -> get("/audit").param(end, day.toString()).with(everybody()));
        place(
                "web TerminationApi.tell occurredOn",
                day -> json(
                        "/api/terminations/X000777/1/events",
                        "{\"type\":\"DIED\",\"occurredOn\":\"%s\"}".formatted(day),
                        "case-admin-nw"));
    }

    @Test
    void noPageAndNoCallTakesADayOnWhichItCannotBe() throws Exception {
        assertThat(places.keySet())
                .as("places that take a day")
                .isEqualTo(EnteredDays.PLACES.keySet().stream()
                        .filter(place -> place.startsWith("web "))
                        .collect(Collectors.toSet()));
        for (var place : places.entrySet()) {
            for (var wrong : EnteredDays.wrong(place.getKey(), deadlines).entrySet()) {
                for (Sent sent : place.getValue()) {
                    String what = "%s on %s".formatted(place.getKey(), wrong.getKey());
                    Map<String, String> before = sums.now();
                    MockHttpServletResponse answer =
                            http.perform(sent.apply(wrong.getKey())).andReturn().getResponse();
                    assertThat(answer.getStatus())
                            .as(what)
                            .isEqualTo(SHOWS_ALL_INSTEAD.stream().anyMatch(place.getKey()::startsWith) ? 200 : 422);
                    assertThat(HtmlUtils.htmlUnescape(answer.getContentAsString(StandardCharsets.UTF_8)))
                            .as(what)
                            .containsAnyOf(wrong.getValue().toArray(String[]::new));
                    assertThat(sums.now()).as(what).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void nothingIsLaunchedOnADayOnWhichItCannotBe() {
        long instance = 7000;
        for (var wrong : EnteredDays.wrong("form launch-consultation preferencesCloseOn", deadlines)
                .entrySet()) {
            long process = instance++;
            requests.receive(null, new Launch("NW", null, List.of("PSO"), "GREEDY", 5, 90, wrong.getKey()), process);
            requests.decide(process, "CONFIRM", SomeAnswers.of(process, "hr-nw"));
            nothingIsLaunched(
                    wrong, () -> launching.begin(requests.confirmed(process).orElseThrow(), null, process));
        }
        for (var wrong :
                EnteredDays.wrong("form launch-programme baseDate", deadlines).entrySet()) {
            long process = instance++;
            asked.find(
                    Map.of(
                            "regionCode",
                            "GM",
                            "datesFrom",
                            "BASE_DATE",
                            "baseDate",
                            wrong.getKey().toString()),
                    process);
            asked.answer(process, "CONFIRM", SomeAnswers.of(process, "programme-gm"));
            nothingIsLaunched(wrong, () -> running.begin(null, "GM", process));
        }
    }

    private void nothingIsLaunched(Map.Entry<LocalDate, List<String>> wrong, Runnable launch) {
        Map<String, String> before = sums.now();
        assertThat(catchThrowable(launch::run))
                .as("on %s", wrong.getKey())
                .satisfies(refused -> assertThat(refused.getMessage())
                        .containsAnyOf(wrong.getValue().toArray(String[]::new)));
        assertThat(sums.now()).as("on %s", wrong.getKey()).isEqualTo(before);
    }

    private long aTerminationThatGoesBackToCourt() {
        var terminations = new SomeTerminations(jdbc);
        long ending = terminations.aCase("X000777", 1, "201", TODAY);
        terminations.component(ending, "REQUIREMENT", "Q1", TODAY.minusDays(50));
        dueTerminations.startAll();
        long termination = terminations.termination(ending);
        terminations.order(ending, "SESSIONS", 3000);
        collecting.collect(termination, 1);
        collecting.decide(termination);
        return termination;
    }

    private void place(String place, Sent... sent) {
        places.put(place, List.of(sent));
    }

    private static String consultation(LocalDate day) {
        return "{\"regionCode\":\"NW\",\"unitCode\":\"ALL\",\"grades\":[\"PSO\"],\"objective\":\"GREEDY\",\"maxChoices\":5,\"mobilityLimitMinutes\":90,\"preferencesCloseOn\":\"%s\"}"
                .formatted(day);
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(String path, String body, String group) {
        return post(path)
                .with(by(group))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static AbstractMockHttpServletRequestBuilder<?> form(String path, String field, LocalDate day) {
        return with(
                post(path).with(everybody()).with(csrf()),
                Map.of(
                        field + ".day",
                        "" + day.getDayOfMonth(),
                        field + ".month",
                        "" + day.getMonthValue(),
                        field + ".year",
                        "" + day.getYear()));
    }

    private static Map<String, String> day(String field, LocalDate day, Map<String, String> others) {
        Map<String, String> fields = new TreeMap<>(others);
        fields.put(field + ".day", "" + day.getDayOfMonth());
        fields.put(field + ".month", "" + day.getMonthValue());
        fields.put(field + ".year", "" + day.getYear());
        return fields;
    }

    private static AbstractMockHttpServletRequestBuilder<?> with(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> fields) {
        fields.forEach(request::param);
        return request;
    }
}
