package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.WhateverIsTypedTest.everybody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import uk.gov.justice.probation.devolution.camunda.PretendedProcesses;
import uk.gov.justice.probation.devolution.camunda.SomeTasksOfBefore;
import uk.gov.justice.probation.devolution.camunda.migration.KeptModels;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.example.TableSums;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.letters.SomeCaseLetters;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;
import uk.gov.justice.probation.devolution.work.SomeTasks;

/**
 * Every form of the console either says how its effect is undone, or asks for confirmation; and nothing happens before
 * somebody confirms.
 */
@ConsoleTest
class OnceMoreTest {
    private static final Path TABLE = Path.of("src/docs/forms.md");
    private static final Path WRITTEN = Path.of("target/forms.md");
    private static final String STAFF =
            "staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,"
                    + "homePostcodeDistrict,absence,absenceUntil\n";

    @Autowired
    Given given;

    @Autowired
    PretendedProcesses processes;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcOperations statements;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transfer;

    @Autowired
    CaseLetters caseLetters;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    SettlingOutcomes settling;

    /** A form as somebody fills it in. */
    private record Form(String path, RequestPostProcessor by, Map<String, String> fields) {

        AbstractMockHttpServletRequestBuilder<?> sent() {
            AbstractMockHttpServletRequestBuilder<?> request = post(path);
            request.with(by).with(csrf());
            fields.forEach(request::param);
            return request;
        }
    }

    private final Map<String, Form> forms = new LinkedHashMap<>();

    private TableSums sums;

    @BeforeEach
    void whatAllTablesAddUpTo() {
        sums = new TableSums(statements, Set.of());
    }

    @Test
    void everyFormSaysHowItIsTakenBackOrAsksOnceMore() {
        assertThat(routes()).hasSizeGreaterThan(35).allSatisfy((pattern, route) -> {
            TakenBack takenBack = route.getMethodAnnotation(TakenBack.class);
            assertThat(takenBack == null)
                    .as(pattern + " says one of both")
                    .isEqualTo(route.hasMethodAnnotation(AskedOnceMore.class));
            assertThat(takenBack == null ? afterwards(route) : takenBack.value())
                    .as(pattern)
                    .hasSizeGreaterThan(20)
                    .endsWith(".");
        });
    }

    @Test
    void nothingHappensBeforeSomebodyAgreesToWhatWillHappen() throws Exception {
        everyFormThatAsks();
        assertThat(forms.keySet())
                .as("forms that ask once more")
                .isEqualTo(routes().entrySet().stream()
                        .filter(route -> route.getValue().hasMethodAnnotation(AskedOnceMore.class))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        Map<String, String> before = sums.now();
        for (Map.Entry<String, Form> form : forms.entrySet()) {
            for (String mark : new String[] {null, "", "0".repeat(64)}) {
                AbstractMockHttpServletRequestBuilder<?> sent = form.getValue().sent();
                if (mark != null) sent.param("checked", mark);
                MockHttpServletResponse answer = http.perform(sent).andReturn().getResponse();
                assertThat(answer.getStatus())
                        .as(form.getKey() + ": " + problem(answer))
                        .isEqualTo(200);
                assertThat(answer.getContentAsString())
                        .as(form.getKey())
                        .contains("Check before it happens", "What will happen", "No, go back")
                        .contains("Nothing has happened yet. "
                                + HtmlUtils.htmlEscape(afterwards(routes().get(form.getKey()))));
                assertThat(answer.getContentAsString().contains("Something has changed"))
                        .as(form.getKey() + " with the mark " + mark)
                        .isEqualTo(mark != null);
                assertThat(sums.now())
                        .as(form.getKey() + " with the mark " + mark)
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void whatThePageSaysIsDoneFromItsOwnFieldsAlone() throws Exception {
        everyFormThatAsks();
        for (Map.Entry<String, Form> form : forms.entrySet()) {
            Map<String, String> before = sums.now();
            String page = http.perform(form.getValue().sent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            MockHttpServletResponse answer =
                    http.perform(agreed(form.getValue(), page)).andReturn().getResponse();
            assertThat(answer.getStatus())
                    .as(form.getKey() + ": " + problem(answer))
                    .isEqualTo(302);
            assertThat(sums.now()).as(form.getKey()).isNotEqualTo(before);
        }
    }

    @Test
    void whatIsEnteredOtherwiseThanItWasReadIsAskedAnew() throws Exception {
        everyFormThatAsks();
        Form form = forms.get("/upw/orders/{id}/travel");
        MockHttpServletRequestBuilder agreed =
                agreed(form, http.perform(form.sent()).andReturn().getResponse().getContentAsString());
        Map<String, String> before = sums.now();
        String answer = http.perform(agreed.param("reason", "more"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("Something has changed");
        assertThat(sums.now()).isEqualTo(before);
    }

    @Test
    void whatHasChangedMeanwhileIsShownAnewAndThenDone() throws Exception {
        everyFormThatAsks();
        long second = caseLetters.write(
                SomeCaseLetters.request("warning-2", CaseTemplate.WARNING, id("probation_case WHERE crn = 'X000001'")));
        long first = id("case_letter WHERE letter_key = 'warning-1'");
        Form form = new Form("/case-letters", everybody(), Map.of());
        String page = http.perform(form.sent().param("posted", "" + first, "" + second))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Mark 2 letters as posted?");
        given.theCaseLetter(first).posted("somebody").save();
        page = http.perform(agreed(form, page)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Something has changed", "Mark 1 letter as posted?");
        assertThat(jdbc.sql("SELECT posted_by FROM case_letter WHERE id = ?")
                        .param(second)
                        .query(String.class)
                        .optional())
                .isEmpty();
        assertThat(http.perform(agreed(form, page)).andReturn().getResponse().getStatus())
                .isEqualTo(302);
        assertThat(jdbc.sql("SELECT posted_by FROM case_letter WHERE id = ?")
                        .param(second)
                        .query(String.class)
                        .single())
                .isEqualTo("P0001");
    }

    @Test
    void theTableIsWhatTheFormsSay() throws Exception {
        Files.writeString(WRITTEN, table());
        assertThat(TABLE)
                .as("Forms have changed: look at what is new, then cp %s %s", WRITTEN, TABLE)
                .exists();
        assertThat(Files.readString(TABLE))
                .as("Forms have changed: look at what is new, then cp %s %s", WRITTEN, TABLE)
                .isEqualTo(table());
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
        # What each form of the console does, and how it is taken back

        Written by `OnceMoreTest` from the annotations of the forms (`@TakenBack`, `@AskedOnceMore`). A form whose effect cannot be taken back, or not wholly, says in numbers and words what will happen and
        asks once more; until somebody agrees nothing has happened. The page says the same sentence ([ADR 63](adr/0063-it-is-done-and-rolled-back-before-it-is-asked.md)). Calls of the API are not asked: machines do not confirm.

        | form | how it is taken back |
        |---|---|
        """);
        routes().forEach((pattern, route) -> {
            TakenBack takenBack = route.getMethodAnnotation(TakenBack.class);
            table.append("| `%s` | %s |\n"
                    .formatted(
                            pattern,
                            takenBack == null ? "**It asks once more.** " + afterwards(route) : takenBack.value()));
        });
        return table.toString();
    }

    private static String afterwards(HandlerMethod route) {
        return route.getMethodAnnotation(AskedOnceMore.class).value();
    }

    /** Every page with a form, by its address. */
    private Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("uk.gov.justice")
                    || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) return;
            for (String pattern : mapping.getPathPatternsCondition().getPatternValues()) {
                if (!pattern.startsWith("/api")) routes.put(pattern.replace(":\\d+", ""), handler);
            }
        });
        return routes;
    }

    private void everyFormThatAsks() throws Exception {
        SomePlan.importInto(http);
        var preferences = new SomePreferences(jdbc);
        var outcomes = new SomeOutcomes(jdbc);
        long consultation = preferences.consultation();
        preferences.round(consultation, 1);
        long option = preferences.option(consultation, "NW_12", 3);
        List<Long> members = preferences.people(consultation, 3);
        outcomes.appealsCloseInDays(consultation, 5);
        outcomes.placed(members.getFirst(), option);
        outcomes.told(members.getFirst());
        var some = new SomeOrders(jdbc);
        some.project("P1");
        long order = some.order();
        given.theOrder(order)
                .state("SESSIONS")
                .project("P1")
                .frequency("WEEKLY")
                .firstSession(TODAY)
                .save();
        long session = some.session(order, "P1", TODAY.minusDays(1));
        given.theSession(session)
                .recorded("ATTC")
                .meaning("CREDIT")
                .worked("09:00", "16:00")
                .recordedBy("somebody")
                .save();
        settling.credit(session);
        long missed = some.session(order, "P1", TODAY.minusDays(2));
        given.anEnforcement(missed).save();
        some.project("P2");
        given.theProject("P2").type("ES").save();
        long limited = some.order();
        given.theOrder(limited).state("PROJECT").withoutProject().save();
        given.theCaseOf(limited).limitedAccess().save();
        some.granted(limited, "P0001");
        caseLetters.write(SomeCaseLetters.request("warning-1", CaseTemplate.WARNING, some.caseOf(order)));
        long termination = aTermination();
        long handover = aHandoverWithExceptions();
        officers();

        ask("/programmes", "/programmes", Map.of("regions", "GM", "datesFrom", "PLAN"));
        new Given(jdbc)
                .theConsultation(consultation)
                .event(TODAY.plusDays(20), "Town hall")
                .questionsClose(TODAY.plusDays(30))
                .save();
        ask(
                "/consultations/{id}/events",
                "/consultations/%d/events".formatted(consultation),
                day("on", TODAY.plusDays(21), Map.of("place", "Library")));
        long unranked = preferences.consultation();
        preferences.round(unranked, 3);
        preferences.person(unranked, "P0093", "CA", "L12");
        ask("/consultations/{id}/responses/chase", "/consultations/%d/responses/chase".formatted(unranked), Map.of());
        long ranked = preferences.consultation();
        preferences.round(ranked, 2);
        preferences.answer(preferences.person(ranked, "P0091", "CA", "L12"), preferences.option(ranked, "NW_12", 1));
        ask("/consultations/{id}/close-early", "/consultations/%d/close-early".formatted(ranked), Map.of());
        long unbegun =
                given.aConsultation().state("LAUNCHED").beforeIndividualStage().save();
        preferences.person(unbegun, "P0092", "CA", "L12");
        ask(
                "/consultations/{id}/cancel",
                "/consultations/%d/cancel".formatted(unbegun),
                Map.of("reason", "The service stays"));
        long launch = new SomeDrafts(jdbc)
                .ofFiles(
                        "P0001",
                        STAFF
                                + "NW0077,Ann Example,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,\n",
                        "siteCode,role,places,tasks\nNW_10,CA_GENERAL,3,\n");
        ask("/consultations/launch/{id}/check", "/consultations/launch/%d/check".formatted(launch), Map.of());
        long another = new SomeDrafts(jdbc).complete("P0001", "P0001");
        ask("/consultations/launch/{id}/give-up", "/consultations/launch/%d/give-up".formatted(another), Map.of());
        forms.put(
                "/people/{memberId}/appeal",
                new Form(
                        "/people/%d/appeal".formatted(members.getFirst()),
                        user("P0001"),
                        Map.of("grounds", "The journey")));
        ask(
                "/consultations/{id}/people/{memberId}/dates",
                "/consultations/%d/people/%d/dates".formatted(consultation, members.get(1)),
                day("to", TODAY.plusMonths(2), Map.of("reason", "Leave")));
        ask(
                "/consultations/{id}/people/{memberId}/leave",
                "/consultations/%d/people/%d/leave".formatted(consultation, members.get(2)),
                Map.of());
        ask(
                "/handovers/{id}/exceptions/all",
                "/handovers/%d/exceptions/all".formatted(handover),
                Map.of("decision", "LEAVE", "reason", "By hand"));
        ask("/vetting/{staffNumber}/cleared", "/vetting/S0001/cleared", Map.of("region", "NW"));
        ask("/vetting/{staffNumber}/refused", "/vetting/S0005/refused", Map.of("region", "NW"));
        ask(
                "/vetting/{staffNumber}/replaced",
                "/vetting/S0002/replaced",
                Map.of("region", "NW", "replacement", "S0004"));
        ask("/vetting/{staffNumber}/released", "/vetting/S0003/released", Map.of("region", "NW"));
        ask("/consultation-stage", "/consultation-stage", Map.of("region", "NW"));
        var tasks = new SomeTasks(jdbc);
        tasks.of(HoldingEvents.ANSWERING, "consultation/" + consultation, "hr-nw");
        long theirs = tasks.of(HoldingEvents.ANSWERING, "consultation/0", "hr-nw", "P0001");
        ask("/work/pass-on", "/work/pass-on", Map.of("task", "" + theirs, "whom", "group"));
        ask(
                "/consultations/{id}/questions/publish",
                "/consultations/%d/questions/publish".formatted(consultation),
                Map.of());
        ask("/case-letters", "/case-letters", Map.of("posted", "" + id("case_letter")));
        ask("/cases/{id}/access", "/cases/%d/access".formatted(some.caseOf(limited)), Map.of("userName", "P0002"));
        ask(
                "/upw/orders/{id}/projects",
                "/upw/orders/%d/projects".formatted(limited),
                day("firstSessionOn", TODAY.plusDays(1), Map.of("projectCode", "P2", "frequency", "WEEKLY")));
        ask(
                "/cases/{id}/access/{grantId}/withdrawn",
                "/cases/%d/access/%d/withdrawn".formatted(some.caseOf(limited), id("case_access_grant")),
                Map.of());
        ask(
                "/upw/enforcements/{id}",
                "/upw/enforcements/%d".formatted(id("upw_enforcement")),
                Map.of("judgement", "ACCEPTED", "reason", "Hospital"));
        ask(
                "/upw/sessions/{id}/correction",
                "/upw/sessions/%d/correction".formatted(session),
                Map.of(
                        "outcomeCode",
                        "ATTC",
                        "workedFrom",
                        "09:00",
                        "workedUntil",
                        "16:00",
                        "penaltyMinutes",
                        "30",
                        "version",
                        jdbc.sql("SELECT version FROM upw_session WHERE id = ?")
                                .param(session)
                                .query(String.class)
                                .single()));
        ask(
                "/upw/orders/{id}/travel",
                "/upw/orders/%d/travel".formatted(order),
                Map.of("minutes", "10", "session", "" + session));
        ask(
                "/upw/orders/{id}/extension",
                "/upw/orders/%d/extension".formatted(order),
                day("until", TODAY.plusMonths(14), Map.of()));
        ask(
                "/tasks-of-before/{key}",
                "/tasks-of-before/" + new SomeTasksOfBefore(jdbc).ofAUnion(consultation),
                Map.of("choice", "NAPO"));
        somethingRunsByAnOlderModel();
        ask("/releases/version", "/releases/version", Map.of("definition", "101"));
        ask(
                "/releases/migrations/{migrationId}/take-back",
                "/releases/migrations/%d/take-back".formatted(aMigrationThatIsDone()),
                Map.of());
        ask(
                "/terminations/{id}/reopen",
                "/terminations/%d/reopen".formatted(termination),
                Map.of("reason", "Another order"));
    }

    private void somethingRunsByAnOlderModel() {
        String model = KeptModels.ofToday().bpmn("one-to-one");
        processes.isDeployed(101, "one-to-one", 1, model);
        processes.isDeployed(102, "one-to-one", 2, model);
        processes.runs(101, 1, "Task_OneToOne");
        processes.runs(102, 2, "Task_OneToOne");
    }

    private long aMigrationThatIsDone() {
        long migration = given.aMigration("one-to-one").state("DONE").save();
        given.anInstanceOf(migration, 2).state("MOVED").save();
        return migration;
    }

    private long aTermination() {
        new SomeTerminations(jdbc).aCase("X000777", 1, "201", TODAY);
        dueTerminations.startAll();
        given.allTerminations().cause("EVENT").save();
        return id("termination");
    }

    private long aHandoverWithExceptions() {
        var cases = new SomeCases(jdbc).from(101);
        cases.held(8, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        long handover = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "FORMER_CRC_CASES",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 31),
                "BRIEFING");
        inventory.take(handover);
        cases.change(2);
        var batches = transfer.plan(handover);
        batches.numbers().forEach(batch -> transfer.transfer(handover, batches.round(), batch));
        transfer.reconcile(handover);
        return handover;
    }

    private void officers() {
        List<String> teams = jdbc.sql("SELECT code FROM team ORDER BY code LIMIT 2")
                .query(String.class)
                .list();
        for (String officer :
                List.of("S0001 PENDING", "S0002 REFUSED", "S0003 REFUSED", "S0004 CLEARED", "S0005 PENDING")) {
            given.aColleague(officer.substring(0, 5))
                    .named("An officer")
                    .email("officer@example.org")
                    .grade("PSO")
                    .atFirstSite()
                    .team(officer.endsWith("CLEARED") ? teams.getLast() : teams.getFirst())
                    .experience(3)
                    .vetting(officer.substring(6))
                    .save();
        }
    }

    private void ask(String pattern, String path, Map<String, String> fields) {
        forms.put(pattern, new Form(path, everybody(), fields));
    }

    private static Map<String, String> day(String name, LocalDate day, Map<String, String> others) {
        Map<String, String> fields = new LinkedHashMap<>(others);
        fields.put(name + ".day", "" + day.getDayOfMonth());
        fields.put(name + ".month", "" + day.getMonthValue());
        fields.put(name + ".year", "" + day.getYear());
        return fields;
    }

    /** Sends the page as a browser without JavaScript would: its hidden fields and nothing else. */
    private MockHttpServletRequestBuilder agreed(Form form, String page) {
        String main = page.substring(page.indexOf("<main"));
        assertThat(main).contains("action=\"" + form.path() + "\"");
        MockHttpServletRequestBuilder request =
                post(form.path()).with(form.by()).with(csrf());
        Matcher field = Confirming.HIDDEN.matcher(main);
        List<String> names = new ArrayList<>();
        while (field.find()) {
            names.add(field.group(1));
            if (!field.group(1).equals("_csrf"))
                request.param(HtmlUtils.htmlUnescape(field.group(1)), HtmlUtils.htmlUnescape(field.group(2)));
        }
        assertThat(names).as(form.path()).contains("checked", "_csrf");
        return request;
    }

    private static String problem(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString();
        int summary = page.indexOf("govuk-error-summary__list");
        return summary < 0 ? answer.getErrorMessage() : page.substring(summary, Math.min(page.length(), summary + 300));
    }

    private long id(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
