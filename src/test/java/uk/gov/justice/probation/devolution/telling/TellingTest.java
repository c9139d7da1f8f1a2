package uk.gov.justice.probation.devolution.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.Emails;
import uk.gov.justice.probation.devolution.letters.OneAtATime;
import uk.gov.justice.probation.devolution.letters.UndeliverableException;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.telling.OutgoingEmails.Outgoing;
import uk.gov.justice.probation.devolution.work.Family;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.SomeTasks;
import uk.gov.justice.probation.devolution.work.TasksOpened;
import uk.gov.justice.probation.devolution.work.TasksOpened.Opened;
import uk.gov.justice.probation.devolution.work.WaitingQuery;

@DomainTest
@EnableConfigurationProperties(TellingSettings.class)
@TestPropertySource(properties = "devolution.console-url=http://console")
@Import({
    ChoosingChannels.class,
    ManagedGroups.class,
    TellingOfWhatOpens.class,
    ReportingUndelivered.class,
    UndeliveredEmails.class,
    MakingDigests.class,
    NoticeBatch.class,
    NoticeWords.class,
    OutgoingEmails.class,
    WaitingQuery.class,
    TaskModels.class
})
abstract class TellingTest {
    private static final String GROUP = "hr-nw";
    private static final Colleague HR = new Colleague("somebody", Set.of(GROUP));
    private static final Colleague HEAD = new Colleague("head", Set.of("head-of-operations-nw"));
    private static final Colleague ANN = new Colleague("NW0001", Set.of());
    private static final Instant DUE = CLOCK.instant().plus(Duration.ofDays(10));

    @Autowired
    Given given;

    @Autowired
    ChoosingChannels channels;

    @Autowired
    MakingDigests digests;

    @Autowired
    OutgoingEmails outgoing;

    @Autowired
    NoticeRepository notices;

    @Autowired
    NoticeBatch batch;

    @Autowired
    NoticeWords words;

    @Autowired
    WaitingQuery waiting;

    @Autowired
    OneAtATime oneAtATime;

    @Autowired
    ReportingUndelivered reporting;

    @Autowired
    UndeliveredEmails undelivered;

    @Autowired
    ApplicationEvents happened;

    @Autowired
    Notifications notifications;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final FakeEmails emails = new FakeEmails();

    @BeforeEach
    void somebodyAndTheirGroup() {
        given.aColleague("NW0001").email("ann@example.org").save();
        channels.chooseFor(GROUP, Channel.AT_ONCE, "hr@example.org", HEAD);
    }

    /** Every user task of every model, so that the next one cannot be forgotten. */
    @Test
    void whoeverIsOfferedATaskOfAnyModelIsTold() {
        List<Opened> opened = new ArrayList<>();
        for (BpmnModelInstance model : models()) {
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                Set<Holder> offered = offered(task);
                assertThat(offered)
                        .as("%s of %s is offered to somebody", task.getId(), process)
                        .isNotEmpty();
                opened.add(
                        new Opened(opened.size(), process, task.getId(), "handover/1", CLOCK.instant(), DUE, offered));
            }
        }
        assertThat(opened).hasSizeGreaterThan(50);

        open(opened);

        Set<String> areas = new HashSet<>();
        Arrays.stream(Family.values()).forEach(family -> areas.add("You have a task in " + family.title()));
        int expected = opened.stream().mapToInt(task -> task.offeredTo().size()).sum();
        List<Outgoing> told = new ArrayList<>(outgoing.to(HR, 200));
        told.addAll(outgoing.to(ANN, 200));
        assertThat(told).hasSize(expected).allSatisfy(email -> {
            assertThat(areas).contains(email.subject());
            assertThat(email.body()).contains(", due 5 December 2026.", "http://console/work");
        });
        assertThat(told).extracting(Outgoing::subject).containsAll(areas);
    }

    @Test
    void whoeverIsSentAMessageIsToldWithoutWhatItSays() {
        notifications.send("key", "NW0001", "A consultation: a one-to-one", "CRN X000001", "consultation/1");
        notifications.send("key", "NW0001", "A consultation: a one-to-one", "CRN X000001", "consultation/1");
        notifications.send("other", GROUP, "Letters wait", "CRN X000001", "letter/1");

        assertThat(outgoing.to(ANN, 9)).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("ann@example.org");
            assertThat(email.subject()).isEqualTo("You have a message in PSC Devolution");
            assertThat(email.body()).contains("http://console/messages").doesNotContain("X000001", "onsultation");
        });
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::to).containsExactly("hr@example.org");
    }

    @Test
    void aTaskThatComesAgainAfterARefusalIsNotToldAgain() {
        open(List.of(task(1, "order/1", DUE)));
        open(List.of(task(1, "order/1", DUE)));
        assertThat(outgoing.to(HR, 9)).hasSize(1);

        open(List.of(task(1, "order/1", DUE.plusSeconds(1)), task(1, "order/2", DUE), task(2, "order/1", DUE)));
        assertThat(outgoing.to(HR, 9)).hasSize(4);
    }

    @Test
    void whatOpenedLongAgoIsNoNews() {
        open(List.of(new Opened(
                1,
                "upw-session",
                "Task_RecordOutcome",
                "order/1",
                CLOCK.instant().minus(Duration.ofDays(2)),
                DUE,
                Set.of(Holder.group(GROUP)))));

        assertThat(outgoing.to(HR, 9)).isEmpty();
    }

    @Test
    void whoeverChoseOneEmailADayOrNoneIsNotToldAtOnce() {
        channels.choose(Channel.NONE, "", ANN);
        channels.chooseFor(GROUP, Channel.DAILY, "hr@example.org", HEAD);

        notifications.send("key", "NW0001", "Subject", "Body", "consultation/1");
        open(List.of(task(1, "order/1", DUE)));

        assertThat(outgoing.to(ANN, 9)).isEmpty();
        assertThat(outgoing.to(HR, 9)).isEmpty();
    }

    @Test
    void aGroupWithoutAnAddressAndAColleagueWhoIsInNoStaffFileAreNotTold() {
        notifications.send("key", "spo-nw", "Subject", "Body", "consultation/1");
        notifications.send("other", "somebody", "Subject", "Body", "consultation/1");

        assertThat(notices.inState(Set.of(NoticeState.values()), Limit.of(9))).isEmpty();
        channels.choose(Channel.AT_ONCE, "somebody@example.org", HR);
        notifications.send("third", "somebody", "Subject", "Body", "consultation/1");
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::to).containsExactly("somebody@example.org");
    }

    @Test
    void theDailyEmailSaysHowManyAndWhenTheFirstIsDue() {
        var tasks = new SomeTasks(jdbc);
        tasks.task(GROUP, "Record the outcome", "CRN X000018, Bootle parks", DUE.plus(Duration.ofDays(3)));
        tasks.task(GROUP, "Record the outcome", "CRN X000019, Bootle parks", DUE);
        channels.chooseFor(GROUP, Channel.DAILY, "hr@example.org", HEAD);
        channels.choose(Channel.DAILY, "", ANN);

        assertThat(digests.make()).isEqualTo(1);

        assertThat(outgoing.to(HR, 9)).singleElement().satisfies(email -> {
            assertThat(email.subject()).isEqualTo("Your tasks in PSC Devolution: 2");
            assertThat(email.body())
                    .contains("Tasks that wait: 2. The first of them is due 5 December 2026.", "http://console/work")
                    .doesNotContain("X0000", "Bootle");
        });
        assertThat(outgoing.to(ANN, 9)).as("nothing waits").isEmpty();
    }

    @Test
    void theDailyEmailsAreMadeOnceHoweverOftenTheyAreBegun() {
        new SomeTasks(jdbc).task(GROUP, "Record the outcome", "", DUE);
        channels.chooseFor(GROUP, Channel.DAILY, "hr@example.org", HEAD);

        new TransactionTemplate(transactions).executeWithoutResult(killed -> {
            assertThat(digests.make()).isEqualTo(1);
            killed.setRollbackOnly();
        });
        assertThat(outgoing.to(HR, 9)).isEmpty();

        assertThat(digests.make()).isEqualTo(1);
        assertThat(digests.make()).as("another replica").isZero();
        assertThat(outgoing.to(HR, 9)).hasSize(1);
    }

    @Test
    void whatWasSentLongAgoIsForgotten() {
        open(List.of(task(1, "order/1", DUE), task(2, "order/2", DUE)));
        sending(CLOCK).send();
        open(List.of(task(3, "order/3", DUE)));

        new MakingDigests(
                        channels,
                        waiting,
                        batch,
                        new TellingSettings(LocalTime.MIN, 2, Period.ofDays(90), Duration.ofSeconds(5)),
                        in(Duration.ofDays(91)))
                .make();

        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.WAITING);
    }

    @Test
    void theDailyEmailsWaitForTheirTime() {
        var early = Clock.fixed(TODAY.atTime(6, 59).atZone(CLOCK.getZone()).toInstant(), CLOCK.getZone());
        var settings = new TellingSettings(LocalTime.of(7, 0), 2, Period.ofDays(90), Duration.ofSeconds(5));

        assertThat(new MakingDigests(channels, waiting, batch, settings, early).make())
                .isZero();

        assertThat(jdbc.sql("SELECT COUNT(*) FROM telling_digest")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void eachIsSentOnceEvenIfTheApplicationWasKilledAfterwards() {
        open(List.of(task(1, "order/1", DUE)));
        emails.killedAfterSending = true;
        assertThatThrownBy(() -> sending(CLOCK).send()).hasMessage("killed");

        sending(CLOCK).send();
        sending(CLOCK).send();

        assertThat(emails.sent).hasSize(1);
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.SENT);
    }

    @Test
    void whatBecameOfItIsAskedSomeMinutesLater() {
        open(List.of(task(1, "order/1", DUE)));
        sending(CLOCK).send();
        sending(CLOCK).ask();
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.SENT);

        sending(in(Duration.ofMinutes(6))).ask();
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.SENT);

        emails.delivery = Emails.Delivery.DELIVERED;
        sending(in(Duration.ofMinutes(12))).ask();
        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.DELIVERED);
    }

    @Test
    void anAddressThatTakesNothingIsNotTriedAgain() {
        emails.undeliverable = true;
        open(List.of(task(1, "order/1", DUE)));

        sending(CLOCK).send();
        sending(CLOCK).send();

        assertThat(outgoing.to(HR, 9)).extracting(Outgoing::state).containsExactly(NoticeState.FAILED);
        assertThat(emails.sent).isEmpty();
        assertThat(open()).hasSize(1);
        assertThat(undelivered.helpGroup(open().getFirst()))
                .as("the manager of the group")
                .isEqualTo("head-of-operations-nw");
    }

    @Test
    void whatBouncesLaterIsATaskToo() {
        notifications.send("key", "NW0001", "Subject", "Body", "consultation/1");
        sending(CLOCK).send();
        emails.delivery = Emails.Delivery.FAILED;

        sending(in(Duration.ofMinutes(6))).ask();

        long id = open().getFirst();
        assertThat(undelivered.helpGroup(id)).isEqualTo("hr-nw");
        assertThat(undelivered.of(id, HR)).satisfies(shown -> {
            assertThat(shown.to()).isEqualTo("Person NW0001 (NW0001)");
            assertThat(shown.email()).isEqualTo("ann@example.org");
            assertThat(shown.reason()).contains("did not arrive");
        });
        assertThatThrownBy(() -> undelivered.of(id, new Colleague("other", Set.of("hr-gm"))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whoeverHasNoAddressIsToldOnPaperAndSomebodyHasThatTaskOnce() {
        given.aColleague("NW0002").email(null).save();
        notifications.send("key", "NW0002", "Subject", "Body", "consultation/1");
        notifications.send("other", "NW0002", "Subject", "Body", "consultation/1");
        open(List.of(new Opened(
                1, "rank-locations", "Task_Rank", null, CLOCK.instant(), DUE, Set.of(Holder.user("NW0002")))));

        assertThat(open()).hasSize(1);
        assertThat(happened.stream(EngineMessage.class))
                .singleElement()
                .satisfies(message -> assertThat(message.name()).isEqualTo("letters.emailUndelivered"));
    }

    @Test
    void onceTheAddressIsRightAnEmailGoesThereAndSaysWhatWaits() {
        emails.undeliverable = true;
        notifications.send("key", "NW0001", "Subject", "Body", "consultation/1");
        sending(CLOCK).send();
        long id = open().getFirst();
        var tasks = new SomeTasks(jdbc);
        tasks.offered(tasks.task("spo-nw", "Rank the places", "", DUE), "NW0001");
        var answer = new TaskAnswer(1, HR);
        assertThatThrownBy(() -> undelivered.addressRight(id, answer))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("still the one");

        given.theColleague("NW0001").email("right@example.org").save();
        undelivered.addressRight(id, answer);
        undelivered.addressRight(id, answer);

        emails.undeliverable = false;
        sending(CLOCK).send();
        assertThat(emails.sent.values()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("right@example.org");
            assertThat(email.words()).containsEntry("tasks", "1");
        });
        assertThat(open()).isEmpty();
    }

    @Test
    void onlyWhoseTaskItIsSaysThatTheyAreTold() {
        given.aColleague("NW0002").email(null).save();
        notifications.send("key", "NW0002", "Subject", "Body", "consultation/1");
        long id = open().getFirst();

        assertThatThrownBy(() -> undelivered.told(id, new TaskAnswer(1, HEAD))).isInstanceOf(NotAllowedException.class);
        undelivered.told(id, new TaskAnswer(2, HR));

        assertThat(open()).isEmpty();
        notifications.send("third", "NW0002", "Subject", "Body", "consultation/1");
        assertThat(open()).as("the next one").hasSize(1);
    }

    private List<Long> open() {
        return jdbc.sql("SELECT id FROM telling_undelivered WHERE open_mark = 1")
                .query(Long.class)
                .list();
    }

    private SendingNotices sending(Clock clock) {
        return new SendingNotices(notices, words, emails, reporting, oneAtATime, transactions, clock);
    }

    private static Clock in(Duration later) {
        return Clock.offset(CLOCK, later);
    }

    private void open(List<Opened> tasks) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new TasksOpened(tasks)));
    }

    private static Opened task(long process, String about, Instant due) {
        return new Opened(
                process, "upw-session", "Task_RecordOutcome", about, CLOCK.instant(), due, Set.of(Holder.group(GROUP)));
    }

    private static Set<Holder> offered(UserTask task) {
        ZeebeAssignmentDefinition assigned = task.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
        Set<Holder> offered = new HashSet<>();
        if (assigned.getCandidateGroups() != null) offered.add(Holder.group(GROUP));
        if (assigned.getCandidateUsers() != null) offered.add(Holder.user("NW0001"));
        return offered;
    }

    private static List<BpmnModelInstance> models() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers what it was given, and misbehaves on request. */
    private static final class FakeEmails implements Emails {
        private final Map<String, Email> sent = new HashMap<>();
        private boolean killedAfterSending;
        private boolean undeliverable;
        private Delivery delivery = Delivery.NOT_KNOWN;

        @Override
        public Optional<String> find(String reference) {
            return sent.containsKey(reference) ? Optional.of(reference) : Optional.empty();
        }

        @Override
        public String send(Email email) {
            if (undeliverable) throw new UndeliverableException("There is no such address");
            assertThat(sent.put(email.reference(), email)).as("sent before").isNull();
            if (killedAfterSending) {
                killedAfterSending = false;
                throw new IllegalStateException("killed");
            }
            return email.reference();
        }

        @Override
        public Delivery delivery(String id) {
            return delivery;
        }

        @Override
        public boolean reachPeople() {
            return true;
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TellingOnMariaDbTest extends TellingTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TellingOnMySqlTest extends TellingTest {}
