package uk.gov.justice.probation.devolution.caseload;

import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaAssert;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.engine.EngineLog;
import uk.gov.justice.probation.devolution.example.KnownToTheEngine;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.RecordingCaseEvents;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.JudgingReasons;
import uk.gov.justice.probation.devolution.unpaidwork.intake.AssessingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Assessment;
import uk.gov.justice.probation.devolution.unpaidwork.life.DueToday;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;

/**
 * Takes one limited-access case from its order to its termination, with marker words planted in everything that is
 * recorded about it. Then somebody in every group of the region, and in the PSC Service Owner's, but without access,
 * opens every page and calls the whole API with every number there is, and searches the messages, the log, the outbox
 * and everything that ever reached the engine: only the CRN is found. Somebody with access does find the words, in
 * letters too, which shows that the search works.
 */
class LimitedAccessWalkTest extends ProcessScenario {
    private static final String CRN = "X000777";
    private static final int EVENT = 77;
    private static final List<String> ROLES = List.of(
            "case-admin",
            "pso",
            "spo",
            "practitioner",
            "placement-coordinator",
            "upw-supervisor",
            "data-lead",
            "hr",
            "rpd",
            "head-of-operations",
            "programme",
            "change");
    private static final Set<String> GROUPS = Stream.concat(
                    ROLES.stream().map(role -> role + "-nw"), Stream.of(Colleague.SERVICE_OWNER))
            .collect(Collectors.toUnmodifiableSet());
    private static final Colleague WITH_ACCESS = new Colleague("N51A777", GROUPS);
    private static final Colleague WITHOUT = new Colleague("curious", GROUPS);

    /** What is known about the case and recorded nowhere else. */
    private static final List<String> PLANTED = List.of(
            "zqnotes",
            "zqhealth",
            "zqrisk",
            "zqreason",
            "zqcomponent",
            "zqskill",
            "ZQ9",
            "ZQ8",
            "ZQREQ",
            "N51A777",
            "event 77",
            "RVHR",
            "UACP",
            "7,770",
            "7770",
            "129 hours 30");

    /** What may appear on a page by itself, such as the name of a project, but not beside the CRN. */
    private static final List<String> NOT_BESIDE_THE_CRN = List.of("Zqyard", "ZQ-YARD", "Wirral");

    private static final Set<String> IN_MODELS = Set.of("RVHR", "UACP", "7770", "7,770");

    /** What a page shows to people with access. */
    private static final List<String> SHOWN =
            List.of("zqnotes", "zqhealth", "zqrisk", "zqreason", "zqcomponent", "Zqyard");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");

    /** Of a filter: all delivery units of a region, and all risks, whatever the cases are. */
    private static final Pattern FIXED_CHOICES =
            Pattern.compile("<select [^>]*name=\"(?:pdu|risk)\".*?</select>", Pattern.DOTALL);

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}:]+(?::(?:[^{}]|\\{[^}]*})*)?}");

    @Autowired
    WebApplicationContext web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Imports imports;

    @Autowired
    AssessingOrders assessing;

    @Autowired
    ChoosingProjects choosing;

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    JudgingReasons judging;

    @Autowired
    RecordingCaseEvents caseEvents;

    @Autowired
    DueToday dueToday;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("uk.gov.justice.probation.devolution");
    private OutputStreamAppender<ILoggingEvent> listening;
    private Level before;
    private MockMvc http;

    @BeforeEach
    void listen() {
        http = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        LoggerContext context = root.getLoggerContext();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%logger %msg%n%ex{full}");
        encoder.start();
        listening = new OutputStreamAppender<>();
        listening.setContext(context);
        listening.setEncoder(encoder);
        listening.setOutputStream(log);
        listening.start();
        root.addAppender(listening);
        before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(listening);
        ours.setLevel(before);
    }

    @Test
    void nothingButTheCrnShowsToSomebodyWithoutAccess() throws Exception {
        theCase();
        theOrderBegins();
        aSessionIsMissed();
        theTerminationBegins();

        theEngineKnowsItsCrnAlone();
        Map<String, Set<String>> leaks = new TreeMap<>();
        find("log of the case", log.toString(StandardCharsets.UTF_8), leaks);
        log.reset();
        Set<String> crnSeen = new LinkedHashSet<>();
        for (String path : paths()) {
            String answer = answer(get(path), WITHOUT, path);
            if (answer.contains(CRN) && !path.contains(CRN)) crnSeen.add(path);
            find(path, FIXED_CHOICES.matcher(answer).replaceAll(""), leaks);
        }
        calls().forEach((call, request) -> find(call, answer(request, WITHOUT, call), leaks));
        // a page that asks once more gives back what was typed
        for (String path : entries())
            find(
                    "entry on " + path,
                    answer(entry(path), WITHOUT, "entry on " + path).replace("value=\"ZQ-YARD\"", ""),
                    leaks);
        everywhereElse(leaks);
        assertThat(leaks).as("what shows without access").isEmpty();
        assertThat(crnSeen).as("the CRN itself shows in lists").isNotEmpty();

        String shown = paths().stream()
                .map(path -> answer(get(path), WITH_ACCESS, path))
                .collect(Collectors.joining("\n"));
        assertThat(SHOWN)
                .as("the walk finds what is there")
                .allSatisfy(word -> assertThat(shown).containsIgnoringCase(word));
        String letter = "/case-letters/" + id("case_letter") + ".pdf";
        assertThat(answer(get(letter), WITH_ACCESS, letter))
                .as("the walk reads letters")
                .contains(CRN);
        assertThat(EngineLog.holding(List.of(CRN)).get(CRN))
                .as("the search in the engine finds what is there")
                .isPositive();
    }

    /** The state in which it waits at this task; a later step may overwrite what an earlier one left. */
    private UserTask theEngineKnowsItsCrnAlone(String step) {
        UserTask task = tasklist.open(step);
        theEngineKnowsItsCrnAlone();
        return task;
    }

    private void theEngineKnowsItsCrnAlone() {
        new KnownToTheEngine(camunda).isWhatItMayKnowOf(CRN);
        Map<String, Set<String>> leaks = new TreeMap<>();
        variables(leaks);
        assertThat(leaks).as("what variables say while the process waits").isEmpty();
    }

    private void variables(Map<String, Set<String>> leaks) {
        camunda.newVariableSearchRequest()
                .page(page -> page.limit(1_000))
                .send()
                .join()
                .items()
                .forEach(variable -> find("variable " + variable.getName(), CRN + " " + variable.getValue(), leaks));
    }

    private void theCase() {
        long id = given.aCase(CRN)
                .event(EVENT)
                .inPdu("Wirral")
                .team("TEAM_NW_12")
                .practitioner("N51A777")
                .starts(today().minusMonths(2))
                .expectedToEnd(today().plusMonths(10))
                .legacy("NPS")
                .rosh("RVHR")
                .tier("A3")
                .mappa("M2")
                .limitedAccess()
                .version(5)
                .save();
        for (String service : List.of("UPW_ORDERS", "TERMINATIONS")) {
            LocalDate before = LocalDate.of(2021, 1, 1);
            given.aService(id, service).from(before).lastChanged(before).save();
        }
        // whoever answers a task of the case may see it; the walk is made by somebody else
        for (String granted :
                List.of("case-admin-nw", "pso-nw", "spo-nw", "practitioner-nw", "placement-coordinator-nw")) {
            given.access(id, granted);
        }
        take(
                "upw-projects",
                "projectCode,name,projectTypeCode,regionCode,pduName,latitude,longitude,days,startTime,endTime,capacity,startDate,endDate,skills,roshAllowed,accessible\n"
                        + "ZQ-YARD,Zqyard,ICP,NW,Wirral,53.4,-3.0,MON TUE WED THU FRI SAT SUN,09:00,16:00,3,2021-01-01,,,RVHR RHRH RMRH RLRH,true\n");
        take(
                "upw-requirements",
                "crn,eventNumber,requirementId,subTypeCode,minutesOrdered,minutesCredited,eteMinutesCredited,sentenceDate,status,warningsLast12Months,"
                        + "homePostcodeDistrict,availableDays,exclusions,skills\n" + requirement());
        take("case-components", component());
        // the data lead keeps the file, but not what is in it: only the practitioner sees the case
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_order")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void theOrderBegins() throws Exception {
        theEngineKnowsItsCrnAlone("Task_ConfirmTeam");
        tasklist.complete("Task_ConfirmTeam", "case-admin-nw", Map.of());
        tasklist.open("Task_Assess");
        assessing.write(
                id("upw_order"),
                new Assessment(true, false, Frequency.WEEKLY, "A bad back (zqhealth)", "Never alone (zqrisk)"),
                WITH_ACCESS);
        answered(
                "Task_Assess",
                "pso-nw",
                Map.of("assessmentOnPage", true),
                "/upw/orders/" + id("upw_order"),
                "induction",
                null,
                today());
        answered("Task_SpoApproval", "spo-nw", Map.of(), "/upw/orders/" + id("upw_order"), "spo-approval", "YES", null);
        answered(
                "Task_PractitionerApproval",
                "practitioner-nw",
                Map.of(),
                "/upw/orders/" + id("upw_order"),
                "practitioner-approval",
                "NO",
                null);
        answered(
                "Task_NotSuitable",
                "practitioner-nw",
                Map.of(),
                "/upw/orders/" + id("upw_order"),
                "not-suitable",
                "ASSESS_AGAIN",
                null);
        tasklist.open("Task_Assess");
        assessing.write(
                id("upw_order"),
                new Assessment(true, false, Frequency.WEEKLY, "A bad back (zqhealth)", "Never alone (zqrisk)"),
                WITH_ACCESS);
        answered(
                "Task_Assess",
                "pso-nw",
                Map.of("assessmentOnPage", true),
                "/upw/orders/" + id("upw_order"),
                "induction",
                null,
                today());
        answered("Task_SpoApproval", "spo-nw", Map.of(), "/upw/orders/" + id("upw_order"), "spo-approval", "YES", null);
        answered(
                "Task_PractitionerApproval",
                "practitioner-nw",
                Map.of(),
                "/upw/orders/" + id("upw_order"),
                "practitioner-approval",
                "YES",
                null);
        theEngineKnowsItsCrnAlone("Task_ChooseProject");
        choosing.chooseOnPage(
                id("upw_order"), new ChoosingProjects.Choice("ZQ-YARD", "WEEKLY", today().plusDays(1)), WITH_ACCESS);
        tasklist.complete("Task_ChooseProject", "placement-coordinator-nw", Map.of("projectOnPage", true));
    }

    /** The task comes again until the person who completes it has given the answer on our page. */
    private void answered(
            String step,
            String by,
            Map<String, Object> form,
            String about,
            String question,
            String choice,
            LocalDate day)
            throws Exception {
        UserTask task = theEngineKnowsItsCrnAlone(step);
        tasklist.complete(task, by, form);
        UserTask again = tasklist.open(step, other -> other.getUserTaskKey() != (long) task.getUserTaskKey());
        theEngineKnowsItsCrnAlone();
        MockHttpServletRequestBuilder answer = post(about + "/answer")
                .with(csrf())
                .with(signedIn(new Colleague(by, Set.of(by))))
                .param("task", question);
        if (choice != null) answer.param("choice", choice);
        if (day != null)
            answer.param("day.day", "" + day.getDayOfMonth())
                    .param("day.month", "" + day.getMonthValue())
                    .param("day.year", "" + day.getYear());
        assertThat(http.perform(answer).andReturn().getResponse().getStatus())
                .as("%s on the page", question)
                .isEqualTo(302);
        tasklist.complete(again, by, form);
        tasklist.awaitAnswersRecorded();
    }

    private void aSessionIsMissed() {
        CamundaAssert.assertThat(byProcessId("upw-session")).hasActiveElements("Gateway_Wait");
        theEngineKnowsItsCrnAlone();
        untilEveningOf(today().plusDays(1));
        untilMorningOf(today().plusDays(1));
        dueToday.tell();
        theEngineKnowsItsCrnAlone("Task_RecordOutcome");
        long session = jdbc.sql("SELECT id FROM upw_session ORDER BY on_date LIMIT 1")
                .query(Long.class)
                .single();
        recording.record(
                session,
                new Outcome("UACP", null, null, 0, null, null, "Did not come (zqnotes)", false, true, false, 1),
                WITH_ACCESS);
        await("the enforcement")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT COUNT(*) FROM upw_enforcement") == 1);
        theEngineKnowsItsCrnAlone();
        judging.judge(id("upw_enforcement"), false, "No reason that counts (zqreason)", WITH_ACCESS);
        await("the warning")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT COUNT(*) FROM case_letter WHERE template = 'WARNING'") == 1);
        theEngineKnowsItsCrnAlone();
    }

    private void theTerminationBegins() {
        caseEvents.record(CRN, EVENT, "DIED", today(), WITH_ACCESS);
        theEngineKnowsItsCrnAlone("Task_Evidence");
        await("the order stands still")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT COUNT(*) FROM upw_order WHERE state = 'STOPPED'") == 1);
    }

    /**
     * Every GET route of the application with every number there is in each place of its path, and with the filters of
     * the lists.
     */
    private List<String> paths() {
        List<String> asked = new ArrayList<>(mapped(RequestMethod.GET));
        List<String> subjects = values().stream()
                .flatMap(value -> Stream.of("case", "order", "session", "enforcement", "termination", "case-letter")
                        .map(kind -> kind + "/" + value))
                .toList();
        subjects.forEach(subject -> asked.add("/api/audit?subject=" + subject));
        for (String list :
                List.of("/upw/orders", "/upw/sessions", "/terminations", "/api/terminations", "/case-letters")) {
            for (String question : List.of(
                    "crn=" + CRN,
                    "project=ZQ-YARD",
                    "project=ZQ-YARD&day=" + firstSession(),
                    "region=NW",
                    "queue=OPEN",
                    "state=OPEN",
                    "state=OVERDUE",
                    "search=" + CRN,
                    "format=csv")) {
                asked.add(list + "?" + question);
            }
        }
        return asked;
    }

    /** Every page on which something can be entered about one of these numbers. */
    private List<String> entries() {
        List<String> entries = mapped(RequestMethod.POST).stream()
                .filter(path -> !path.startsWith("/api") && path.matches(".*\\d.*"))
                .toList();
        assertThat(entries)
                .as("pages to enter something on")
                .anyMatch(path -> path.startsWith("/upw/sessions/"))
                .anyMatch(path -> path.startsWith("/terminations/"));
        return entries;
    }

    private static MockHttpServletRequestBuilder entry(String path) {
        return post(path)
                .with(csrf())
                .param("version", "1")
                .param("outcomeCode", "ATTC")
                .param("workedFrom", "09:00")
                .param("workedUntil", "16:00")
                .param("penaltyMinutes", "0")
                .param("text", "Other")
                .param("reason", "Other")
                .param("decision", "ACCEPTED")
                .param("minutes", "10")
                .param("projectCode", "ZQ-YARD")
                .param("frequency", "WEEKLY");
    }

    private Set<String> mapped(RequestMethod method) {
        Set<String> paths = new LinkedHashSet<>();
        List<String> values = values();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !methods.contains(method)) continue;
            for (String pattern : mapping.getPathPatternsCondition().getPatternValues()) filled(pattern, values, paths);
        }
        return paths;
    }

    private List<String> values() {
        List<String> numbers =
                new ArrayList<>(Stream.of("probation_case", "upw_order", "upw_enforcement", "termination")
                        .map(table -> "" + id(table))
                        .toList());
        numbers.addAll(jdbc.sql(
                        "SELECT id FROM upw_session UNION SELECT id FROM case_letter UNION SELECT id FROM case_component")
                .query(String.class)
                .list());
        return Stream.concat(numbers.stream(), Stream.of(CRN, "" + EVENT, "ZQ-YARD", "NW"))
                .distinct()
                .toList();
    }

    private static void filled(String pattern, List<String> values, Set<String> paths) {
        if (!VARIABLE.matcher(pattern).find()) {
            paths.add(pattern);
            return;
        }
        for (String value : values) filled(VARIABLE.matcher(pattern).replaceFirst(value), values, paths);
    }

    /** Other ways to read and send data; files that contradict existing data. */
    private Map<String, MockHttpServletRequestBuilder> calls() {
        Map<String, MockHttpServletRequestBuilder> calls = new LinkedHashMap<>();
        String order = "/api/upw/orders/%s/%d/placement".formatted(CRN, EVENT);
        calls.put(order, post(order));
        String reference = jdbc.sql("SELECT session_reference FROM upw_session ORDER BY on_date LIMIT 1")
                .query(String.class)
                .single();
        calls.put(
                "/api/upw/sessions",
                json(
                        "/api/upw/sessions",
                        "{\"sessionReference\":\"%s\",\"outcomeCode\":\"ATTC\",\"version\":1}".formatted(reference)));
        calls.put(
                "/api/terminations events",
                json(
                        "/api/terminations/%s/%d/events".formatted(CRN, EVENT),
                        "{\"type\":\"RECALLED\",\"occurredOn\":\"%s\"}".formatted(today())));
        calls.put(
                "/api/terminations reopen",
                json("/api/terminations/%s/%d/reopen".formatted(CRN, EVENT), "{\"reason\":\"A mistake\"}"));
        calls.put(
                "file upw-sessions",
                file(
                        "upw-sessions",
                        "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version\n"
                                + "%s,%s,%d,R0,ZQ-YARD,%s,10:00,11:00,ATTC,0,,,,false,1\n"
                                        .formatted(reference, CRN, EVENT, today())));
        calls.put(
                "file upw-requirements",
                file(
                        "upw-requirements",
                        "crn,eventNumber,requirementId,subTypeCode,minutesOrdered,minutesCredited,eteMinutesCredited,sentenceDate,status,"
                                + "warningsLast12Months,homePostcodeDistrict,availableDays,exclusions,skills\n%s,%d,R0,W05,10,20,0,2021-01-01,WK,0,,,,\n"
                                        .formatted(CRN, EVENT)));
        calls.put(
                "file cases",
                file(
                        "cases",
                        "crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,"
                                + "roshLevel,tier,mappaLevel,limitedAccess,version\n%s,%d,NW,Sefton,TEAM_NW_10,,201,2021-03-01,,CRC,false,,,,true,1\n"
                                        .formatted(CRN, EVENT)));
        calls.put(
                "file case-components",
                file(
                        "case-components",
                        "crn,eventNumber,kind,reference,label,startedOn,closedOn,outcome,version\n%s,%d,REQUIREMENT,Q1,Other,2021-01-01,,,1\n"
                                .formatted(CRN, EVENT)));
        calls.put(
                "file case-services",
                file(
                        "case-services",
                        "crn,eventNumber,service,unit,workInProgress,lastChanged\n%s,%d,UPW_ORDERS,PSC_WAKEFIELD,false,2020-01-01T00:00:00Z\n"
                                .formatted(CRN, EVENT)));
        return calls;
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder file(String name, String csv) {
        return multipart("/api/imports/" + name).file("file", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Messages, audit facts that somebody may come to read, the outbox, the log and the engine. */
    private void everywhereElse(Map<String, Set<String>> leaks) {
        find(
                "notification",
                ""
                        + jdbc.sql("SELECT CONCAT_WS(' ', to_group, subject, body, about) FROM notification")
                                .query(String.class)
                                .list(),
                leaks);
        find(
                "outbox",
                ""
                        + jdbc.sql("SELECT serialized_event FROM EVENT_PUBLICATION")
                                .query(String.class)
                                .list(),
                leaks);
        // what was typed into an address is no secret of the case
        find("log of the walk", log.toString(StandardCharsets.UTF_8).replace(CRN, ""), leaks);
        // the models that are deployed name codes themselves, and a key of the engine may hold any figures
        EngineLog.holding(all().filter(word -> !IN_MODELS.contains(word)).toList())
                .forEach((word, records) -> {
                    if (records > 0)
                        leaks.computeIfAbsent("engine", place -> new LinkedHashSet<>())
                                .add(word + " in " + records + " records");
                });
        variables(leaks);
    }

    private static Stream<String> all() {
        return Stream.concat(PLANTED.stream(), NOT_BESIDE_THE_CRN.stream());
    }

    private static void find(String place, String text, Map<String, Set<String>> leaks) {
        (text.contains(CRN) ? all() : PLANTED.stream())
                .filter(word -> !place.contains(word.replace("event ", "/"))
                        && Pattern.compile("(?<!\\d)" + Pattern.quote(word) + "(?!\\d)", Pattern.CASE_INSENSITIVE)
                                .matcher(text)
                                .find())
                .forEach(word -> leaks.computeIfAbsent(place, one -> new LinkedHashSet<>())
                        .add(word));
    }

    private String answer(MockHttpServletRequestBuilder request, Colleague by, String place) {
        try {
            MockHttpServletResponse response = http.perform(
                            place.startsWith("/api") || place.startsWith("file")
                                    ? request.with(token(by))
                                    : request.with(signedIn(by)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(place).isLessThan(500);
            String headers = response.getHeaderNames().stream()
                    .map(name -> name + ": " + response.getHeaders(name))
                    .collect(Collectors.joining("\n"));
            return headers + "\n" + response.getErrorMessage() + "\n" + text(response);
        } catch (Exception failed) {
            throw new AssertionError(place, failed);
        }
    }

    private static String text(MockHttpServletResponse response) throws IOException {
        // a token is drawn by lot and may hold any letters
        if (!MediaType.APPLICATION_PDF_VALUE.equals(response.getContentType()))
            return TOKEN.matcher(response.getContentAsString(StandardCharsets.UTF_8))
                    .replaceAll("");
        try (PDDocument letter = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFTextStripper().getText(letter);
        }
    }

    private static RequestPostProcessor signedIn(Colleague by) {
        return user(by.userName()).authorities(authorities(by));
    }

    private static RequestPostProcessor token(Colleague by) {
        return jwt().jwt(token -> token.subject(by.userName()).claim("preferred_username", by.userName()))
                .authorities(authorities(by));
    }

    private static List<GrantedAuthority> authorities(Colleague by) {
        return by.groups().stream()
                .map(group -> (GrantedAuthority) new SimpleGrantedAuthority("GROUP_" + group))
                .toList();
    }

    private void take(String file, String csv) {
        imports.take(
                file,
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                new Colleague("data-lead-nw", Set.of("data-lead-nw")));
    }

    private String requirement() {
        return "%s,%d,ZQREQ,W01,7770,0,0,%s,UN,0,ZQ9,,ZQ8,zqskill\n".formatted(CRN, EVENT, today().minusMonths(2));
    }

    private String component() {
        return "crn,eventNumber,kind,reference,label,startedOn,closedOn,outcome,version\n%s,%d,REQUIREMENT,Q1,Zqcomponent,%s,,,5\n"
                .formatted(CRN, EVENT, today().minusMonths(2));
    }

    private LocalDate firstSession() {
        return jdbc.sql("SELECT MIN(on_date) FROM upw_session")
                .query(LocalDate.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }

    private long id(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
