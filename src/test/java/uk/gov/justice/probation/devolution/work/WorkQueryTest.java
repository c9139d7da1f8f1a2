package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.Wanted.Due;
import uk.gov.justice.probation.devolution.work.Wanted.Whose;

@DomainTest
@Import({SubjectsQuery.class, WorkQuery.class})
abstract class WorkQueryTest {
    private static final String GROUP = "upw-supervisor-nw";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-12-02T12:00:00Z");

    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TONIGHT = NOW.plus(Duration.ofHours(5));
    private static final Instant SUNDAY = NOW.plus(Duration.ofDays(4));
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));
    private static final Colleague ANN = new Colleague("ann", Set.of(GROUP, "pso-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SubjectsQuery subjects;

    private WorkQuery work;
    private SomeTasks tasks;

    @BeforeEach
    void onAWednesday() {
        work = new WorkQuery(jdbc, Clock.fixed(NOW, LONDON));
        tasks = new SomeTasks(jdbc);
    }

    @Test
    void whatIsOverdueComesFirstThenWhatIsDueNext() {
        task("Next week", NEXT_WEEK);
        task("Sunday", SUNDAY);
        task("Yesterday", YESTERDAY);
        task("At no time", OpenTaskBatch.NEVER);
        task("Tonight", TONIGHT);

        assertThat(names(Wanted.ALL)).containsExactly("Yesterday", "Tonight", "Sunday", "Next week", "At no time");
        assertThat(work.list(ANN, Wanted.ALL, 50, 0))
                .extracting(WaitingTask::overdue)
                .containsExactly(true, false, false, false, false);
        assertThat(work.list(ANN, Wanted.ALL, 50, 0).getLast().dueAt()).isNull();
        assertThat(names(Wanted.ALL.due(Due.OVERDUE))).containsExactly("Yesterday");
        assertThat(names(Wanted.ALL.due(Due.TODAY))).containsExactly("Tonight");
        assertThat(names(Wanted.ALL.due(Due.WEEK))).containsExactly("Tonight", "Sunday");
        assertThat(work.count(ANN, Wanted.ALL))
                .isEqualTo(Map.of(Due.OVERDUE, 1, Due.TODAY, 1, Due.WEEK, 2, Due.ALL, 5));
        assertThat(work.list(ANN, Wanted.ALL, 2, 2))
                .extracting(WaitingTask::name)
                .containsExactly("Sunday", "Next week");
    }

    @Test
    void nobodySeesWhatIsOfferedToOthers() {
        long theirs = tasks.task("upw-supervisor-yath", "Of another region", "", TONIGHT);
        tasks.task("bob", "Of a group that is called as a colleague", "", TONIGHT);
        tasks.offered(theirs, GROUP);
        task("Mine", TONIGHT);

        assertThat(names(Wanted.ALL)).containsExactly("Mine");
        assertThat(names(wanted("", "", "upw-supervisor-yath", Whose.ALL))).isEmpty();
        assertThat(work.list(new Colleague("bob", Set.of()), Wanted.ALL, 50, 0)).isEmpty();
        assertThat(work.list(new Colleague(GROUP, Set.of()), Wanted.ALL, 50, 0))
                .as("offered to somebody who is called as the group")
                .extracting(WaitingTask::name)
                .containsExactly("Of another region");
    }

    @Test
    void whatIsOfferedByNameOrHasBeenClaimedIsTheirsWithoutAGroup() {
        tasks.offered(tasks.task("nobody-nw", "Rank the places", "", TONIGHT), "ann");
        tasks.task("nobody-nw", "consultation", "Assigned by somebody", "", TONIGHT, null, "ann");
        tasks.task(GROUP, "consultation", "Claimed by another", "", TONIGHT, null, "ben");
        task("Claimed by nobody", TONIGHT);

        assertThat(names(Wanted.ALL)).hasSize(4);
        assertThat(names(wanted("", "", "", Whose.MINE))).containsExactly("Rank the places", "Assigned by somebody");
        assertThat(names(wanted("", "", "", Whose.UNCLAIMED))).containsExactly("Rank the places", "Claimed by nobody");
        assertThat(work.list(ANN, wanted("another", "", "", Whose.ALL), 50, 0))
                .extracting(WaitingTask::claimedBy)
                .containsExactly("ben");
    }

    @Test
    void aTaskOfTwoOfTheirGroupsIsThereOnce() {
        long both = task("Both", TONIGHT);
        jdbc.sql("INSERT INTO open_task_holder (task_key, holder) VALUES (?, 'group:pso-nw')")
                .param(both)
                .update();

        assertThat(names(Wanted.ALL)).containsExactly("Both");
        assertThat(work.count(ANN, Wanted.ALL)).containsEntry(Due.ALL, 1);
        assertThat(names(wanted("", "", "pso-nw", Whose.ALL))).containsExactly("Both");
    }

    @Test
    void wordsAreFoundAsTheyAreTyped() {
        tasks.task(GROUP, "Confirm the headcount", "H-NW-5 Terminations, North West", TONIGHT);
        tasks.task(GROUP, "unpaidwork", "Record the outcome", "CRN X000018, 100% wool", TONIGHT, "X000018", null);
        tasks.task(GROUP, "consultation", "One-to-one", "Ann Smith (PSCL002)", TONIGHT, null, null);

        assertThat(found("h-nw-5")).containsExactly("Confirm the headcount");
        assertThat(found("x000018")).containsExactly("Record the outcome");
        assertThat(found("PSCL002")).containsExactly("One-to-one");
        assertThat(found("smith")).containsExactly("One-to-one");
        assertThat(found("headcount")).containsExactly("Confirm the headcount");
        assertThat(found("100%")).containsExactly("Record the outcome");
        assertThat(found("%")).containsExactly("Record the outcome");
        assertThat(found("_")).isEmpty();
        assertThat(names(wanted("", "consultation", "", Whose.ALL))).containsExactly("One-to-one");
        assertThat(work.count(ANN, wanted("", "consultation", "", Whose.ALL))).containsEntry(Due.ALL, 1);
    }

    @Test
    void ofALimitedCaseWhoMayNotSeeItReadsTheCrnAloneAndFindsNothingElse() {
        new SomeCases(jdbc).from(18).held(1, "NW", "REGION_NW", "UPW_ORDERS", "CRC", false);
        tasks.task(
                GROUP,
                "unpaidwork",
                "Record the outcome",
                "CRN X000018, Bootle parks, Sat 5 Dec",
                TONIGHT,
                "X000018",
                null);
        assertThat(words(ANN)).containsExactly("CRN X000018, Bootle parks, Sat 5 Dec");

        given.allCases().limitedAccess().save();

        assertThat(words(ANN)).containsExactly("CRN X000018");
        assertThat(found("Bootle")).isEmpty();
        assertThat(work.count(ANN, wanted("Bootle", "", "", Whose.ALL))).containsEntry(Due.ALL, 0);
        assertThat(found("x000018")).containsExactly("Record the outcome");

        jdbc.sql(
                        "INSERT INTO case_access_grant (case_id, user_name, granted_by, granted_at) SELECT id, 'ann', 'spo-nw', NOW() FROM probation_case")
                .update();
        assertThat(words(ANN)).containsExactly("CRN X000018, Bootle parks, Sat 5 Dec");
        assertThat(found("Bootle")).containsExactly("Record the outcome");
    }

    @Test
    void whatWaitsForASubjectIsFoundByItWithWhomItWaitsFor() {
        tasks.about(task("Of it", TONIGHT), "handover/12");
        tasks.about(task("Of another", TONIGHT), "handover/13");
        long others = tasks.task("hr-nw", "Of it, for others", "", SUNDAY);
        tasks.offered(others, "bob");
        tasks.about(others, "handover/12");
        tasks.about(tasks.task("hr-nw", "consultation", "Claimed", "", NEXT_WEEK, null, "ben"), "handover/12");

        assertThat(work.about(List.of("handover/12"), ANN))
                .extracting(
                        waiting -> waiting.task().name(),
                        Waiting::theirs,
                        Waiting::whom,
                        waiting -> waiting.task().overdue())
                .containsExactly(
                        tuple("Of it", true, GROUP, false),
                        tuple("Of it, for others", false, "hr-nw or bob", false),
                        tuple("Claimed", false, "ben", false));
        assertThat(work.about(List.of("handover/12"), new Colleague("bob", Set.of())))
                .as("a member of staff is not told who decides")
                .extracting(Waiting::theirs, Waiting::whom)
                .containsExactly(tuple(false, GROUP), tuple(true, "hr-nw"), tuple(false, "hr-nw"));
        assertThat(work.about(List.of("handover/12", "handover/13"), ANN)).hasSize(4);
        assertThat(work.about(List.of(), ANN)).isEmpty();
    }

    @Test
    void everyKindOfSubjectIsCalledByItsWords() {
        long handover = new SomeCases(jdbc)
                .handover(
                        "H-NW-5",
                        "HANDOVER",
                        "NW",
                        "TERMINATIONS",
                        "ALL",
                        "PSC_LIVERPOOL",
                        "REGION_NW",
                        LocalDate.of(2021, 10, 31),
                        "");
        String service = jdbc.sql("SELECT name FROM plan_service_name WHERE code = 'TERMINATIONS'")
                .query(String.class)
                .optional()
                .orElse("TERMINATIONS");
        TaskSubject subject = new TaskSubject("handoverId", handover, "handover/" + handover, "NW");
        TaskSubject unheardOf = new TaskSubject("thing", 1, "thing/1", "NW");
        TaskSubject nowhere = new TaskSubject("thing", 2, "thing/2", null);
        List<TaskSubject> ofEveryKind = SubjectsQuery.kinds().stream()
                .map(kind -> new TaskSubject("id", 4711, kind + "/4711", "NW"))
                .toList();

        assertThat(subjects.describe(List.of(subject, unheardOf, nowhere)))
                .extractingFromEntries(entry -> entry.getValue().words())
                .containsExactlyInAnyOrder("H-NW-5 %s, North West".formatted(service), "North West", "");
        assertThat(ofEveryKind).hasSizeGreaterThan(10);
        assertThat(subjects.describe(ofEveryKind).values())
                .as("where there is no such thing any more")
                .allSatisfy(description -> assertThat(description.words()).isEqualTo("North West"));
    }

    private long task(String name, Instant due) {
        return tasks.task(GROUP, name, "", due);
    }

    private static Wanted wanted(String text, String family, String group, Whose whose) {
        return new Wanted(text, Due.ALL, whose, family, group);
    }

    private List<String> found(String text) {
        return names(wanted(text, "", "", Whose.ALL));
    }

    private List<String> names(Wanted wanted) {
        return work.list(ANN, wanted, 50, 0).stream().map(WaitingTask::name).toList();
    }

    private List<String> words(Colleague colleague) {
        return work.list(colleague, Wanted.ALL, 50, 0).stream()
                .map(WaitingTask::words)
                .toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class WorkQueryOnMariaDbTest extends WorkQueryTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class WorkQueryOnMySqlTest extends WorkQueryTest {}
