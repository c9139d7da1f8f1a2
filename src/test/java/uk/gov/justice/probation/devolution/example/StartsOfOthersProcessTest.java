package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters;

/**
 * Starts every process that no form of Tasklist starts, as anybody with the engine's token could: with the ids of rows
 * that have not reached it, of rows that have, and of rows whose own process is running. Nothing may change, nobody
 * gets a task, and nothing is sent.
 */
class StartsOfOthersProcessTest extends ProcessScenario {

    /** Whatever is entered there has to be confirmed by somebody responsible. */
    private static final Set<String> LAUNCH_FORMS =
            Set.of("regional-programme", "staff-consultation", "upw-placement", "case-termination");

    private static final Set<String> NOT_OURS = Set.of("flyway_schema_history");

    @Autowired
    QuietDatabase database;

    @Autowired
    Letters letters;

    @Autowired
    Notifications notifications;

    @Autowired
    KeepingRegisters keeping;

    @Autowired
    TakingInventory inventory;

    @Autowired
    LodgingAppeals appeals;

    /** What somebody could try, by process. */
    private final Map<String, Supplier<List<LongSupplier>>> attempts = Map.ofEntries(
            Map.entry("one-to-one", this::oneToOnes),
            Map.entry("location-preferencing", this::preferencing),
            Map.entry("rank-locations", this::rankings),
            Map.entry("preferencing-outcome", this::outcomes),
            Map.entry("start-in-new-place", this::starts),
            Map.entry("preference-appeal", this::appeals),
            Map.entry("send-letters", this::letters),
            Map.entry("undelivered-email", this::undelivered),
            Map.entry("service-handover", this::handovers),
            Map.entry("site-move", this::siteMoves),
            Map.entry("handover-gates", this::gates),
            Map.entry("case-transfer", this::transfers),
            Map.entry("upw-beginning", this::beginnings),
            Map.entry("upw-session", this::sessions),
            Map.entry("upw-register", this::registers),
            Map.entry("upw-enforcement", this::enforcements));

    /** How to start the callers, by process. */
    private final Map<String, LongSupplier> callers = Map.ofEntries(
            Map.entry("regional-programme", this::aProgramme),
            Map.entry("staff-consultation", this::aConsultation),
            Map.entry("location-preferencing", this::somePreferencing),
            Map.entry("start-in-new-place", this::aStart),
            Map.entry("preference-appeal", this::anAppeal),
            Map.entry("upw-placement", this::anOrder),
            Map.entry(
                    "service-handover",
                    () -> programme.start("service-handover", programme.launched(ExampleHandover.due(workingDay(30))))),
            Map.entry(
                    "site-move",
                    () -> programme.start(
                            "site-move", programme.launched(ExampleHandover.siteMoveDue(workingDay(30))))));

    @ParameterizedTest
    @MethodSource
    void nobodyElseStarts(String process) {
        assertThat(attempts).as("what somebody could try who starts it").containsKey(process);
        attempts.get(process).get().forEach(this::nothingHappens);
    }

    static List<String> nobodyElseStarts() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            return models.map(model -> model.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.replace(".bpmn", ""))
                    .filter(process -> !LAUNCH_FORMS.contains(process))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMessageOfSomebodyElseStartsNoOrder() {
        SomeOrders some = new SomeOrders(jdbc);
        long running = some.order();
        given.theOrder(running).state("TEAM").received(MORNING).process(77).save();
        long notStarted = some.order();

        nothingHappens(() -> publish("upw-placement", "unpaidwork.orderReceived", Map.of("orderId", running)));
        nothingHappens(() -> publish("upw-placement", "unpaidwork.orderReceived", Map.of("orderId", notStarted)));
    }

    @Test
    void aMessageOfSomebodyElseStartsNoTermination() {
        SomeTerminations some = new SomeTerminations(jdbc);
        long ending = some.endingCase(LocalDate.now(time));
        long running = given.aTermination(ending, LocalDate.now(time))
                .overdue(workingDay(5))
                .process(77)
                .save();

        nothingHappens(() -> publish("case-termination", "termination.due", Map.of("terminationId", running)));
    }

    /** Its caller began with a model that did not say whom it calls. */
    @Test
    void whatWasCalledByAProcessFromBeforeGoesOn() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        long person = consultation.person(about, "P0001");
        given.theConsultation(about).process(77).save();
        given.aTaskAbout(77, "consultationId", "" + about, "consultation/" + about)
                .inRegion("NW")
                .saysWhomItCalls()
                .save();
        nothingHappens(() -> consultation.startUncalled("one-to-one", about, Map.of("memberId", person)));

        given.tasksOf(77).saysNotWhomItCalls().save();
        long instance = consultation.startUncalled("one-to-one", about, Map.of("memberId", person));

        process(instance).hasActiveElements("Task_OneToOne");
    }

    /** Whether a caller says whom it calls is known from its model. */
    @ParameterizedTest
    @MethodSource
    void whatCallsSaysThatItSaysWhom(String process) {
        assertThat(callers).as("how it begins").containsKey(process);
        long instance = callers.get(process).getAsLong();

        await("it says whom it calls")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT MIN(says_calls) FROM task_subject WHERE instance_key = ?")
                                .param(instance)
                                .query(Boolean.class)
                                .optional(),
                        says -> says.equals(Optional.of(true)));
    }

    /**
     * All models with calls except that of the outcome, which records no subject; the processes it calls check its
     * consultation.
     */
    static List<String> whatCallsSaysThatItSaysWhom() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            return models.filter(model ->
                            model.toString().endsWith(".bpmn") && content(model).contains("<bpmn:callActivity"))
                    .map(model -> model.getFileName().toString().replace(".bpmn", ""))
                    .filter(process -> !process.equals("preferencing-outcome"))
                    .sorted()
                    .toList();
        }
    }

    /** Somebody with the token names the handover of another programme in a running one. */
    @Test
    void aProgrammeThatNamesTheHandoverOfAnotherBeginsNothing() {
        Map<String, Long> others = Map.of(
                "HANDOVER",
                programme.launched(ExampleHandover.due(workingDay(30))),
                "SITE_MOVE",
                programme.launched(ExampleHandover.siteMoveDue(workingDay(30))));
        others.forEach((kind, another) -> {
            Map<String, Object> row = Map.of(
                    "handoverId",
                    another,
                    "kind",
                    kind,
                    "planRowId",
                    "X",
                    "title",
                    "Another",
                    "startAt",
                    "2021-10-01T09:00:00Z",
                    "escalateAt",
                    "2030-10-01T09:00:00Z");
            itStopsAndNothingHappens(() -> inTheMiddle(
                    "regional-programme",
                    "SubProcess_Rows",
                    Map.of(
                            "regionCode",
                            "NW",
                            "regionSlug",
                            "nw",
                            "regionName",
                            "North West",
                            "backstopAt",
                            "2030-10-01T09:00:00Z",
                            "rows",
                            List.of(row))));
        });
    }

    @Test
    void aConsultationThatIsToldOfSomebodyWhoDidNotJoinMeetsNobody() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.person(about, "P0001");
        inTheMiddle("staff-consultation", "SubProcess_OneToOnes", consultation.given(about));
        tasklist.open("Task_OneToOne");
        long notAsked = consultation.person(consultation.at(ConsultationState.INDIVIDUAL), "P0002");

        itStopsAndNothingHappens(() -> tell("consultation.staffJoined", about, Map.of("memberId", notAsked)));
    }

    @Test
    void rankingsThatAreToldOfSomebodyWhoDidNotJoinAskNobody() {
        long about = consultation.ranking();
        consultation.option(about, "NW_10", 2);
        consultation.person(about, "P0001");
        inTheMiddle("location-preferencing", "SubProcess_Rankings", consultation.given(about));
        tasklist.open("Task_RankLocations");
        long notAsked = consultation.person(consultation.ranking(), "P0002");

        itStopsAndNothingHappens(() -> tell("preferencing.staffJoined", about, Map.of("memberId", notAsked)));
    }

    @Test
    void anOrderThatIsToldOfTheFailureOfAnotherEnforcesNothing() {
        SomeSessions some = orders.some();
        List<Long> both = orders.thatAreWorked(2);
        given.theProject("NW-01").type("ES").save();
        long running = both.getFirst();
        orders.begin(running);
        await("it runs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM task_subject WHERE name = 'sessionId'")
                                .query(Integer.class)
                                .single()
                        > 0);
        long another = both.getLast();
        long enforcement = enforcement(
                some.session(another, "NW-01", LocalDate.now(time).minusDays(3)),
                LocalDate.now(time).minusDays(3));

        itStopsAndNothingHappens(
                () -> tell("unpaidwork.enforcementNeeded", running, Map.of("enforcementId", enforcement)));
    }

    private List<LongSupplier> oneToOnes() {
        long early = consultation.at(ConsultationState.RESPONSE);
        long notYet = consultation.person(early, "P0001");
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        long waiting = consultation.person(about, "P0002");
        long running = consultation.person(about, "P0003");
        consultation.start("one-to-one", about, Map.of("memberId", running));
        tasklist.open("Task_OneToOne");
        return List.of(
                () -> consultation.startUncalled("one-to-one", early, Map.of("memberId", notYet)),
                () -> consultation.startUncalled("one-to-one", about, Map.of("memberId", waiting)),
                () -> consultation.startUncalled("one-to-one", about, Map.of("memberId", running)));
    }

    private List<LongSupplier> preferencing() {
        consultation.vacancy("NW_10", 3);
        long individual = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.person(individual, "P0001");
        long ranking = consultation.ranking();
        consultation.person(ranking, "P0002");
        long panel = confirmed("P0003");
        standsAt(panel, ConsultationState.PANEL);
        return List.of(
                () -> consultation.startUncalled("location-preferencing", individual, Map.of("panelOnly", false)),
                () -> consultation.startUncalled("location-preferencing", ranking, Map.of("panelOnly", false)),
                () -> consultation.startUncalled(
                        "location-preferencing", ranking, Map.of("panelOnly", true, "outcomeNote", "Look again")),
                () -> consultation.startUncalled("location-preferencing", panel, Map.of("panelOnly", false)),
                () -> consultation.startUncalled(
                        "location-preferencing", panel, Map.of("panelOnly", true, "outcomeNote", "Look again")));
    }

    private List<LongSupplier> rankings() {
        long early = consultation.at(ConsultationState.INDIVIDUAL);
        long notYet = consultation.person(early, "P0001");
        long about = consultation.ranking();
        consultation.option(about, "NW_10", 2);
        long waiting = consultation.person(about, "P0002");
        long running = consultation.person(about, "P0003");
        consultation.start("rank-locations", about, Map.of("memberId", running));
        tasklist.open("Task_RankLocations");
        return List.of(
                () -> consultation.startUncalled("rank-locations", early, Map.of("memberId", notYet)),
                () -> consultation.startUncalled("rank-locations", about, Map.of("memberId", waiting)),
                () -> consultation.startUncalled("rank-locations", about, Map.of("memberId", running)));
    }

    private List<LongSupplier> outcomes() {
        long panel = confirmed("P0001");
        standsAt(panel, ConsultationState.PANEL);
        long decision = confirmed("P0002");
        standsAt(decision, ConsultationState.DECISION);
        long outcome = confirmed("P0003");
        return Stream.of(panel, decision, outcome)
                .<LongSupplier>map(about -> () -> consultation.startUncalled("preferencing-outcome", about, Map.of()))
                .toList();
    }

    private List<LongSupplier> starts() {
        long panel = confirmed("P0001");
        standsAt(panel, ConsultationState.PANEL);
        long appealable = confirmed("P0002");
        consultation.told(appealable);
        long over = confirmed("P0003");
        consultation.appealsOver(over);
        long running = confirmed("P0004");
        consultation.appealsOver(running);
        consultation.start("start-in-new-place", running, Map.of("memberId", member("P0004")));
        tasklist.open("Task_Start");
        return List.of(
                () -> consultation.startUncalled("start-in-new-place", panel, Map.of("memberId", member("P0001"))),
                () -> consultation.startUncalled("start-in-new-place", appealable, Map.of("memberId", member("P0002"))),
                () -> consultation.startUncalled("start-in-new-place", over, Map.of("memberId", member("P0003"))),
                () -> consultation.startUncalled("start-in-new-place", running, Map.of("memberId", member("P0004"))));
    }

    /** The command cannot start one, because only a message can. */
    private List<LongSupplier> appeals() {
        long about = confirmed("P0001");
        consultation.told(about);
        long appeal = appeals.lodge(member("P0001"), "Planted: grounds", new Colleague("P0001", Set.of()));
        tasklist.open("Task_Review");
        return List.of(() -> publish("preference-appeal", "preferencing.appealLodged", Map.of("appealId", appeal)));
    }

    private List<LongSupplier> letters() {
        long about = consultation.at(ConsultationState.OUTCOME);
        write(about, "written", "P0001");
        write(about, "failed", "P0002");
        given.lettersOf("failed").failed("There is no such address").save();
        return Stream.of("written", "failed", "unknown")
                .<LongSupplier>map(
                        batch -> () -> consultation.startUncalled("send-letters", about, Map.of("letterBatch", batch)))
                .toList();
    }

    private List<LongSupplier> undelivered() {
        given.aColleague("P0001").email(null).save();
        notifications.send("key", "P0001", "Subject", "Body", "consultation/1");
        tasklist.open("Task_Undelivered");
        long known =
                jdbc.sql("SELECT id FROM telling_undelivered").query(Long.class).single();
        return Stream.of(known, known + 1)
                .<LongSupplier>map(id ->
                        () -> publish("undelivered-email", "letters.emailUndelivered", Map.of("undeliveredId", id)))
                .toList();
    }

    private List<LongSupplier> handovers() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 2);
        long open = programme.launched(ExampleHandover.due(workingDay(30)));
        long running = programme.launched(ExampleHandover.due(workingDay(30)).row("H-NW-2"));
        long move = programme.launched(ExampleHandover.siteMoveDue(workingDay(30)));
        programme.start("service-handover", running);
        tasklist.open("Task_ConfirmInventory");
        long notYet = programme.launched(
                ExampleHandover.due(workingDay(60)).row("H-NW-3").windowFrom(workingDay(20)));
        programme.expected("service-handover", notYet);
        return Stream.of(open, running, move, notYet)
                .<LongSupplier>map(handover -> () -> programme.startUncalled("service-handover", handover, Map.of()))
                .toList();
    }

    private List<LongSupplier> siteMoves() {
        cases.heldBy("PSC_WAKEFIELD", "NW", "TERMINATIONS", 2);
        long open = programme.launched(ExampleHandover.siteMoveDue(workingDay(30)));
        long running =
                programme.launched(ExampleHandover.siteMoveDue(workingDay(30)).row("M2"));
        programme.start("site-move", running);
        tasklist.open("Task_ConfirmInventory");
        return Stream.of(open, running)
                .<LongSupplier>map(handover -> () -> programme.startUncalled("site-move", handover, Map.of()))
                .toList();
    }

    private List<LongSupplier> gates() {
        cases.administrator("NW", "A1");
        long planned = programme.launched(ExampleHandover.due(workingDay(30)));
        long atGates = programme.launched(ExampleHandover.due(workingDay(30)).row("H-NW-2"));
        given.theHandover(atGates).state("GATES").save();
        Map<String, Object> more = Map.of("outstandingGates", List.of("BRIEFING"), "gateDueAt", "2030-12-24T17:00:00Z");
        return Stream.of(planned, atGates)
                .<LongSupplier>map(handover -> () -> programme.startUncalled("handover-gates", handover, more))
                .toList();
    }

    private List<LongSupplier> transfers() {
        cases.heldBy("PSC_LIVERPOOL", "NW", "ALLOCATION", 3);
        long planned = programme.launched(ExampleHandover.due(workingDay(30)));
        long itsDay = programme.launched(ExampleHandover.due(workingDay(30)).row("H-NW-2"));
        inventory.take(itsDay);
        programme.hasComeToItsDay(itsDay);
        Map<String, Object> more = Map.of(
                "fromManagerGroups",
                List.of("psc-manager-liverpool"),
                "receivingGroups",
                List.of("head-of-operations-nw"));
        return Stream.of(planned, itsDay)
                .<LongSupplier>map(handover -> () -> programme.startUncalled("case-transfer", handover, more))
                .toList();
    }

    private List<LongSupplier> beginnings() {
        SomeOrders some = new SomeOrders(jdbc);
        some.project("NW-01");
        long order = some.order();
        return IntStream.rangeClosed(2, 5)
                .<LongSupplier>mapToObj(way -> () -> orders.startUncalled("upw-beginning", order, Map.of("way", way)))
                .toList();
    }

    private List<LongSupplier> sessions() {
        SomeSessions some = orders.some();
        long order = working(some);
        long toCome = some.session(order, "NW-01", LocalDate.now(time).plusDays(3));
        long over = some.session(order, "NW-01", LocalDate.now(time).minusDays(3));
        long running = some.session(order, "NW-01", LocalDate.now(time).minusDays(1));
        orders.start("upw-session", order, Map.of("sessionId", running));
        tasklist.open("Task_RecordOutcome");
        return Stream.of(toCome, over, running)
                .<LongSupplier>map(
                        session -> () -> orders.startUncalled("upw-session", order, Map.of("sessionId", session)))
                .toList();
    }

    private List<LongSupplier> registers() {
        SomeSessions some = orders.some();
        long order = working(some);
        given.theSession(some.session(order, "NW-01", LocalDate.now(time).minusDays(1)))
                .onRegister()
                .save();
        keeping.begin();
        tasklist.open("Task_KeepRegister");
        long running = jdbc.sql("SELECT id FROM upw_register").query(Long.class).single();
        return Stream.of(running, running + 1)
                .<LongSupplier>map(
                        id -> () -> publish("upw-register", "unpaidwork.registerDue", Map.of("registerId", id)))
                .toList();
    }

    private List<LongSupplier> enforcements() {
        SomeSessions some = orders.some();
        long order = working(some);
        return Stream.of(3, 4)
                .<LongSupplier>map(daysAgo -> {
                    long enforcement = enforcement(
                            some.session(order, "NW-01", LocalDate.now(time).minusDays(daysAgo)),
                            LocalDate.now(time).minusDays(daysAgo));
                    return () -> orders.startUncalled("upw-enforcement", order, Map.of("enforcementId", enforcement));
                })
                .toList();
    }

    private long aProgramme() {
        long handover = programme.launched(ExampleHandover.due(workingDay(60)).windowFrom(workingDay(20)));
        return inTheMiddle("regional-programme", "Task_LoadPlan", programme.launch(handover));
    }

    private long aConsultation() {
        long about = consultation.at(ConsultationState.LAUNCHED);
        consultation.person(about, "P0001");
        given.theConsultation(about).withoutProcess().save();
        return inTheMiddle("staff-consultation", "Task_Open", Map.of("consultationId", about));
    }

    private long somePreferencing() {
        consultation.vacancy("NW_10", 3);
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.person(about, "P0001");
        consultation.met(about);
        return consultation.start("location-preferencing", about, Map.of("panelOnly", false));
    }

    private long aStart() {
        long about = confirmed("P0001");
        consultation.appealsOver(about);
        return consultation.start("start-in-new-place", about, Map.of("memberId", member("P0001")));
    }

    private long anAppeal() {
        consultation.told(confirmed("P0001"));
        appeals.lodge(member("P0001"), "Planted: grounds", new Colleague("P0001", Set.of()));
        return tasklist.open("Task_Review").getProcessInstanceKey();
    }

    private long anOrder() {
        orders.begin(orders.thatIsWorked());
        return await("it has begun")
                .atMost(Duration.ofSeconds(60))
                .until(() -> instancesOf("upw-placement"), instances -> !instances.isEmpty())
                .getFirst();
    }

    private void itStopsAndNothingHappens(Runnable told) {
        Map<String, String> before = database.quiet(NOT_OURS);
        Set<Long> tasks = openTasks();
        int incidents = incidents();

        told.run();
        await("what was called has stopped").atMost(Duration.ofSeconds(60)).until(() -> incidents() > incidents);

        Map<String, String> after = database.quiet(NOT_OURS);
        assertThat(before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("tables that changed")
                .isEmpty();
        assertThat(openTasks()).as("the open tasks").isEqualTo(tasks);
    }

    private int incidents() {
        return camunda.newIncidentSearchRequest()
                .page(page -> page.limit(500))
                .send()
                .join()
                .items()
                .size();
    }

    private long inTheMiddle(String process, String element, Map<String, Object> variables) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .startBeforeElement(element)
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private void tell(String message, long key, Map<String, Object> variables) {
        camunda.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(Long.toString(key))
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void nothingHappens(LongSupplier start) {
        Map<String, String> before = database.quiet(NOT_OURS);
        Set<Long> tasks = openTasks();

        long instance = start.getAsLong();
        await("it has ended, or stopped")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> camunda.newProcessInstanceGetRequest(instance)
                                .send()
                                .join(),
                        one -> one.getState() != ProcessInstanceState.ACTIVE || one.getHasIncident());

        Map<String, String> after = database.quiet(NOT_OURS);
        assertThat(before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("tables that changed")
                .isEmpty();
        assertThat(openTasks()).as("the open tasks").isEqualTo(tasks);
    }

    private Set<Long> openTasks() {
        return camunda.newUserTaskSearchRequest().page(page -> page.limit(500)).send().join().items().stream()
                .map(task -> task.getUserTaskKey())
                .collect(Collectors.toSet());
    }

    private long publish(String process, String message, Map<String, Object> variables) {
        Set<Long> before = Set.copyOf(instancesOf(process));
        camunda.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(UUID.randomUUID().toString())
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
        return await("the message has started something")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> instancesOf(process).stream()
                                .filter(key -> !before.contains(key))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<Long> instancesOf(String process) {
        return camunda.newProcessInstanceSearchRequest().page(page -> page.limit(500)).send().join().items().stream()
                .filter(instance -> instance.getProcessDefinitionId().equals(process))
                .map(ProcessInstance::getProcessInstanceKey)
                .toList();
    }

    private long confirmed(String staffNumber) {
        long about = consultation.ranking();
        long sefton = consultation.option(about, "NW_10", 1);
        consultation.confirmed(about, List.of(consultation.person(about, staffNumber)), sefton);
        return about;
    }

    private void standsAt(long about, ConsultationState state) {
        given.theConsultation(about).state(state).save();
    }

    private long member(String staffNumber) {
        return jdbc.sql("SELECT id FROM cohort_member WHERE staff_number = ?")
                .param(staffNumber)
                .query(Long.class)
                .single();
    }

    private void write(long about, String batch, String staffNumber) {
        consultation.person(about, staffNumber);
        letters.write(new LetterRequest(
                batch,
                "welcome-" + staffNumber,
                Template.WELCOME,
                staffNumber,
                "NW",
                Map.of(
                        "personName",
                        "Ann",
                        "title",
                        "PSC Liverpool",
                        "siteName",
                        "Sefton",
                        "roleName",
                        "CA",
                        "startsOnText",
                        "2 March 2026",
                        "managerName",
                        "Bob",
                        "newTasks",
                        List.of(),
                        "keptTasks",
                        List.of())));
    }

    private long working(SomeSessions some) {
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        return some.order(
                "NW-01",
                6000,
                0,
                LocalDate.now(time).minusMonths(2),
                LocalDate.now(time).minusWeeks(2));
    }

    private long enforcement(long session, LocalDate failedOn) {
        return given.anEnforcement(session).failed(failedOn).save();
    }
}
