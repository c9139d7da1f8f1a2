package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.notification.Notifications.Notification;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.security.TaskGroups;
import uk.gov.justice.probation.devolution.work.overdue.RemindingOfOverdueTasks;
import uk.gov.justice.probation.devolution.work.overdue.RemindingSettings;

@DomainTest
@EnableConfigurationProperties(RemindingSettings.class)
@ComponentScan(basePackageClasses = RemindingOfOverdueTasks.class)
@Import({
    OpenTaskBatch.class,
    DescribingTasks.class,
    SubjectsQuery.class,
    SubjectsOfOpenTasks.class,
    TaskModels.class,
    FollowingTasksTest.Callers.class
})
abstract class RemindingOfOverdueTasksTest {
    private static final String DATA_LEAD = "data-lead-nw";
    private static final String HEAD = "head-of-operations-nw";
    /** The end of a Thursday. */
    private static final Instant DUE = Instant.parse("2026-12-31T17:00:00Z");

    /** The Monday after, the Friday being a bank holiday. */
    private static final Instant MONDAY = Instant.parse("2027-01-04T07:30:00Z");

    private static final LocalDate THAT_DAY = LocalDate.of(2027, 1, 4);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Five working days later. */
    private static final Instant NEXT_MONDAY = MONDAY.plus(A_DAY.multipliedBy(7));

    @Autowired
    RemindingOfOverdueTasks reminding;

    @Autowired
    Given given;

    @Autowired
    Notifications notifications;

    @Autowired
    TaskGroups groups;

    @Autowired
    OpenTaskBatch kept;

    @Autowired
    DescribingTasks describing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private final SomeRecords records = new SomeRecords(CLOCK);
    private SomeTasks tasks;
    private FollowingTasks following;

    @BeforeEach
    void nothingIsOpen() {
        tasks = new SomeTasks(jdbc);
        following = new FollowingTasks(records, kept, describing, transactions, events, CLOCK);
    }

    @Test
    void whoeverHasAnOverdueTaskIsRemindedOnce() {
        tasks.task(DATA_LEAD, "Decide about cases that changed", "H-NW-5 Terminations, North West", DUE);
        reminding.remind(DUE.minusSeconds(1));
        assertThat(to(DATA_LEAD)).as("it is not overdue yet").isEmpty();

        reminding.remind(MONDAY);
        reminding.remind(MONDAY.plusSeconds(60));
        reminding.remind(MONDAY.plus(A_DAY));

        assertThat(to(DATA_LEAD)).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("A task is overdue: Decide about cases that changed");
            assertThat(message.body())
                    .startsWith(
                            "- Decide about cases that changed: H-NW-5 Terminations, North West, due on 31 December 2026\n");
            assertThat(message.about()).isEqualTo("work");
        });
    }

    @Test
    void whoHasClaimedItIsRemindedAndNotTheGroup() {
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, "ann");

        reminding.remind(MONDAY);

        assertThat(to("ann")).hasSize(1);
        assertThat(to(DATA_LEAD)).isEmpty();
    }

    @Test
    void whoeverStandsInForWhoHasClaimedItIsRemindedAsWell() {
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, "ann");
        given.aDeputy("ann", "ben").from(THAT_DAY, THAT_DAY).save();
        given.aDeputy("ann", "before")
                .from(THAT_DAY.minusDays(9), THAT_DAY.minusDays(1))
                .save();
        given.aDeputy("ann", "after")
                .from(THAT_DAY.plusDays(1), THAT_DAY.plusDays(9))
                .save();
        given.aDeputy("ann", "ended").from(THAT_DAY, THAT_DAY).ended(MONDAY).save();

        reminding.remind(MONDAY);

        assertThat(to("ben"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body()).contains("A colleague for whom you stand in has claimed some"));
        assertThat(to("ann"))
                .singleElement()
                .satisfies(message -> assertThat(message.body()).doesNotContain("stand in"));
        for (String other : List.of("before", "after", "ended", DATA_LEAD))
            assertThat(to(other)).as(other).isEmpty();
    }

    @Test
    void aDeputyWhoCannotTakeItOverIsNotReminded() {
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, "ann");
        given.aDeputy("ann", "hr-nw").from(THAT_DAY, THAT_DAY).save();

        reminding.remind(MONDAY);

        assertThat(to("ann")).hasSize(1);
        assertThat(to("hr-nw")).isEmpty();
    }

    @Test
    void whoIsOfferedAClaimedTaskByNameIsRemindedAsWell() {
        long oneToOne = tasks.task("hr-nw", "consultation", "Hold the one-to-one", "", DUE, null, "manager");
        tasks.offered(oneToOne, "stands-in");

        reminding.remind(MONDAY);

        assertThat(to("stands-in")).hasSize(1);
        assertThat(to("manager")).hasSize(1);
        assertThat(to("hr-nw")).isEmpty();
    }

    @Test
    void colleaguesWhoseLongNamesDifferAtTheEndAreEachReached() {
        String one = "a".repeat(99) + "1";
        String other = "a".repeat(99) + "2";
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, one);
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, other);

        reminding.remind(MONDAY);

        assertThat(to(one)).hasSize(1);
        assertThat(to(other)).hasSize(1);
    }

    @Test
    void someDaysLaterWhoeverIsResponsibleIsToldOnce() {
        tasks.task(DATA_LEAD, "handover", "Decide about cases that changed", "", DUE, null, "ann");
        reminding.remind(MONDAY);

        reminding.remind(NEXT_MONDAY.minus(A_DAY.multipliedBy(3)));
        assertThat(to(HEAD)).as("four working days later").isEmpty();
        reminding.remind(NEXT_MONDAY);
        reminding.remind(NEXT_MONDAY.plus(A_DAY));

        assertThat(to(HEAD)).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("A task is still not done: Decide about cases that changed");
            assertThat(message.body()).contains("They wait for data-lead-nw").doesNotContain("ann");
        });
        assertThat(to("ann")).hasSize(1);
    }

    @Test
    void whatIsLongOverdueWhenItIsFirstSeenIsRemindedOfFirst() {
        tasks.task(DATA_LEAD, "Decide about cases that changed", "", DUE.minus(A_DAY.multipliedBy(90)));

        reminding.remind(MONDAY);

        assertThat(to(DATA_LEAD)).hasSize(1);
        assertThat(to(HEAD)).isEmpty();
    }

    @Test
    void everybodyGetsOneMessageForAllOfThem() {
        for (int n = 0; n < 30; n++)
            tasks.task(DATA_LEAD, "Decide", "H-NW-%d Terminations, North West".formatted(n), DUE.minusSeconds(30 - n));
        tasks.task(DATA_LEAD, "Review", "", DUE);
        tasks.task(DATA_LEAD, "Review", "", DUE);

        reminding.remind(MONDAY);

        assertThat(to(DATA_LEAD)).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("32 tasks are overdue");
            assertThat(message.body())
                    .startsWith(
                            "- Decide: H-NW-0 Terminations, North West, due on 31 December 2026\n- Decide: H-NW-1 ");
            assertThat(message.body()).containsPattern("\n- and \\d+ more\n");
        });
    }

    @Test
    void tasksThatReadAlikeAreOneLine() {
        for (int n = 0; n < 30; n++) tasks.task(DATA_LEAD, "Review", "", DUE);

        reminding.remind(MONDAY);

        assertThat(to(DATA_LEAD).getFirst().body())
                .startsWith("- Review: 30 tasks, the first due on 31 December 2026\n\n");
    }

    @Test
    void aMessageNamesNoCaseAndNobody() {
        long ofACase = tasks.task("spo-nw", "termination", "Review", "CRN X000001, event 1", DUE, "X000001", null);
        tasks.about(ofACase, "termination/1");
        long ofSomebody = tasks.task("spo-nw", "Meet", "Ann Example (NW0001)", DUE);
        tasks.about(ofSomebody, "staff/NW0001");

        reminding.remind(MONDAY);
        reminding.remind(NEXT_MONDAY);

        assertThat(Stream.concat(to("spo-nw").stream(), to(HEAD).stream()))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.body())
                        .contains("- Review, due on", "- Meet, due on")
                        .doesNotContain("X000001", "Ann", "NW0001"));
    }

    @Test
    void aTaskThatComesAgainAfterARefusalIsNotRemindedOfAgain() {
        long refused = tasks.of(new TaskOnPage("case-transfer", "Task_Exceptions", Set.of()), "handover/1", DATA_LEAD);
        reminding.remind(MONDAY);
        kept.end(List.of(refused));
        tasks.of(new TaskOnPage("case-transfer", "Task_Exceptions", Set.of()), "handover/1", DATA_LEAD);

        reminding.remind(MONDAY.plus(A_DAY));

        assertThat(to(DATA_LEAD)).hasSize(1);
    }

    @Test
    void aTaskThatWasDoneIsNotEscalated() {
        long done = tasks.task(DATA_LEAD, "Decide about cases that changed", "", DUE);
        reminding.remind(MONDAY);
        kept.end(List.of(done));

        reminding.remind(NEXT_MONDAY);

        assertThat(to(HEAD)).isEmpty();
    }

    @Test
    void aTaskMayEndWhileItIsRemindedOf() {
        UserTaskRecord open = records.record(SomeRecords.task(1, DATA_LEAD));
        following.follow();
        TransactionTemplate meanwhile = new TransactionTemplate(transactions);
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(reminds -> {
            reminding.remind(NEXT_MONDAY);
            meanwhile.executeWithoutResult(ends -> {
                records.ended(open);
                following.follow();
            });
        });
        reminding.remind(NEXT_MONDAY.plus(A_DAY.multipliedBy(14)));

        assertThat(jdbc.sql("SELECT COUNT(*) FROM open_task").query(Long.class).single())
                .isZero();
        assertThat(to(DATA_LEAD)).hasSize(1);
        assertThat(to(HEAD)).isEmpty();
    }

    @Test
    void aTaskThatIsEndingHoldsNobodyUp() {
        UserTaskRecord open = records.record(SomeRecords.task(1, DATA_LEAD));
        following.follow();
        TransactionTemplate meanwhile = new TransactionTemplate(transactions);
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(ends -> {
            records.ended(open);
            following.follow();
            meanwhile.executeWithoutResult(reminds -> reminding.remind(NEXT_MONDAY));
        });

        assertThat(to(DATA_LEAD)).as("it was open until then").hasSize(1);
    }

    @Test
    void ofTwoReplicasOneReminds() throws Exception {
        for (int n = 0; n < 50; n++) tasks.task(DATA_LEAD, "Decide", "H-NW-%d".formatted(n), DUE);
        CyclicBarrier together = new CyclicBarrier(2);
        try (var replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                Instant now = MONDAY.plusMillis(replica);
                both.add(replicas.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    reminding.remind(now);
                    return null;
                }));
            }
            for (Future<?> one : both) one.get(30, TimeUnit.SECONDS);
        }

        assertThat(to(DATA_LEAD))
                .singleElement()
                .satisfies(message -> assertThat(message.subject()).startsWith("50 tasks"));
    }

    @Test
    void howManyStatementsAreSentDoesNotDependOnHowManyAreOverdue() throws Exception {
        groups.all();
        tasks.task(DATA_LEAD, "Decide", "", DUE);
        tasks.task(DATA_LEAD, "Decide", "", DUE);
        Statements few = Statements.during(() -> reminding.remind(MONDAY));
        for (int n = 0; n < 200; n++) tasks.task(DATA_LEAD, "Decide", "H-NW-%d".formatted(n), DUE);
        Statements many = Statements.during(() -> reminding.remind(MONDAY.plus(A_DAY)));

        assertThat(few.count()).as(few.toString()).isLessThanOrEqualTo(6);
        assertThat(many.count()).as(many.toString()).isEqualTo(few.count());
        assertThat(Statements.during(() -> reminding.remind(MONDAY.plus(A_DAY))).count())
                .as("nothing is new")
                .isLessThanOrEqualTo(4);
    }

    @Test
    void somebodyIsResponsibleForEveryGroup() {
        for (String group : groups.all()) tasks.task(group, "Do it", "", DUE);
        reminding.remind(MONDAY);
        reminding.remind(NEXT_MONDAY);

        assertThat(groups.all())
                .allSatisfy(group -> assertThat(to(group))
                        .as(group)
                        .anyMatch(message -> message.subject().equals("A task is overdue: Do it")));
        assertThat(escalated("pso-nw")).isEmpty();
        assertThat(escalated(HEAD))
                .contains("data-lead-nw", "upw-supervisor-nw")
                .doesNotContain("hr-nw");
        assertThat(escalated("rpd-nw")).contains(HEAD, "hr-nw", "change-nw", "programme-nw");
        assertThat(escalated("hr-nw")).contains("tu-napo").doesNotContain("data-lead");
        assertThat(escalated("psc-manager-liverpool")).contains("case-admin-liverpool");
        assertThat(escalated(TaskGroup.of(Role.PSC_SERVICE_OWNER).name()))
                .contains("rpd-nw", "psc-manager-liverpool")
                .doesNotContain("hr-nw", "data-lead");
    }

    @Test
    void whatIsForAGroupThatIsNoMoreGoesToWhoeverIsResponsible() {
        tasks.task("crew-nw", "Do it", "", DUE);

        reminding.remind(MONDAY);

        assertThat(to(HEAD)).hasSize(1);
    }

    /** Every user task of every model, so that the next one cannot be forgotten. */
    @Test
    void everyTaskTellsOfBeingLateItselfOrIsRemindedOf() throws IOException {
        Map<String, Boolean> itself = new TreeMap<>();
        Map<String, String> subjects = new TreeMap<>();
        for (BpmnModelInstance model : models()) {
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String called = process + "/" + task.getId();
                assertThat(task.getSingleExtensionElement(ZeebeTaskSchedule.class)
                                .getDueDate())
                        .as("when %s is due", called)
                        .startsWith("=");
                itself.put(called, tellsItself(task, model));
                String about = "handover/" + subjects.size();
                subjects.put(about, called);
                tasks.of(new TaskOnPage(process, task.getId(), Set.of()), about, "hr-nw");
            }
        }

        reminding.remind(MONDAY);

        List<String> reminded = jdbc.sql("SELECT about FROM overdue_task_notice").query(String.class).list().stream()
                .map(subjects::get)
                .toList();
        assertThat(itself).hasSizeGreaterThan(50);
        assertThat(reminded)
                .containsExactlyInAnyOrderElementsOf(itself.keySet().stream()
                        .filter(task -> !itself.get(task))
                        .toList())
                .contains(
                        "case-transfer/Task_Exceptions",
                        "case-transfer/Task_SignReleasing",
                        "handover-gates/Task_Eqip",
                        "service-handover/Task_ConfirmInventory",
                        "service-handover/Task_NoteOverdue",
                        "staff-consultation/Task_ConfirmLaunch",
                        "staff-consultation/Task_UnionFeedback",
                        "regional-programme/Task_Backstop",
                        "upw-placement/Task_StartRefused",
                        "undelivered-email/Task_Undelivered");
    }

    /** A timer on it ends it, reminds or escalates, or one around it escalates. */
    private static boolean tellsItself(UserTask task, BpmnModelInstance model) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
                .anyMatch(event -> event.getAttachedTo().equals(task)
                        ? event.cancelActivity() || leadsTo(event, "remind") || leadsTo(event, "escalate")
                        : isAround(event.getAttachedTo(), task) && leadsTo(event, "escalate"));
    }

    private static boolean isAround(ModelElementInstance scope, UserTask task) {
        for (ModelElementInstance around = task.getParentElement(); around != null; around = around.getParentElement())
            if (around.equals(scope)) return true;
        return false;
    }

    private static boolean leadsTo(BoundaryEvent event, String step) {
        return event.getOutgoing().stream()
                .map(flow -> flow.getTarget().getSingleExtensionElement(ZeebeTaskDefinition.class))
                .anyMatch(job -> job != null && job.getType().matches("\\w+\\." + step + "\\w*"));
    }

    private static List<BpmnModelInstance> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        }
    }

    private String escalated(String to) {
        return to(to).stream()
                .filter(message -> message.subject().contains("still not done"))
                .map(Notification::body)
                .findFirst()
                .orElse("");
    }

    private List<Notification> to(String whom) {
        return notifications.to(Set.of(whom), 50);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RemindingOfOverdueTasksOnMariaDbTest extends RemindingOfOverdueTasksTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RemindingOfOverdueTasksOnMySqlTest extends RemindingOfOverdueTasksTest {}
