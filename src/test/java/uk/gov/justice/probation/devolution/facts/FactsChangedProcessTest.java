package uk.gov.justice.probation.devolution.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.work.FollowingTasks;
import uk.gov.justice.probation.devolution.work.Wanted;
import uk.gov.justice.probation.devolution.work.WorkQuery;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** Files change facts while processes run: their open tasks go to who has them now, and what follows looks again. */
class FactsChangedProcessTest extends ProcessScenario {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));
    private static final Map<String, Object> ATTENDED =
            Map.of("outcomeCode", "ATTC", "explained", false, "verySerious", false);

    @Autowired
    Imports imports;

    @Autowired
    FollowingTasks following;

    @Autowired
    WorkQuery work;

    @Test
    void theTasksOfACaseThatMovesGoToItsNewRegion() {
        SomeSessions some = orders.some();
        LocalDate today = LocalDate.now(time);
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        long order = some.order("NW-01", 6000, 0, today.minusMonths(2), today.minusWeeks(2));
        long session = some.session(order, "NW-01", today.minusDays(1));
        orders.start("upw-session", order, Map.of("sessionId", session));
        UserTask task = tasklist.open("Task_RecordOutcome");
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("upw-supervisor-nw")
                .send()
                .join();
        following.follow();
        assertThat(theirs("upw-supervisor-nw")).containsExactly(task.getUserTaskKey());

        take(
                "cases",
                FileOfNow.ofCase(jdbc, some.caseOf(order))
                        .with("regionCode", "GM")
                        .with("pduName", pduOf("GM")));

        awaitOffered(task, List.of("upw-supervisor-gm"), List.of());
        awaitUnclaimed(task);
        await("whose it is, on our page")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(theirs("upw-supervisor-gm")).containsExactly(task.getUserTaskKey()));
        assertThat(theirs("upw-supervisor-nw")).isEmpty();
        awaitTold("upw-supervisor-nw", "Tasks have gone from you to others");
        awaitTold("upw-supervisor-gm", "Tasks have come to you");
        tasklist.complete(task, "upw-supervisor-nw", ATTENDED);
        UserTask again =
                tasklist.open("Task_RecordOutcome", other -> other.getUserTaskKey() != (long) task.getUserTaskKey());
        assertThat(again.getCandidateGroups())
                .as("refused, it comes back to the new region")
                .containsExactly("upw-supervisor-gm");
        tasklist.complete(again, "upw-supervisor-gm", ATTENDED);
        await("it is taken")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> records.count("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED'"),
                        settled -> settled == 1);
    }

    @Test
    void theNewLineManagerHoldsTheOneToOne() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        long person = consultation.person(about, "P0001");
        new SomeStaff(jdbc).add("LM002", "NW", "PSC_LIVERPOOL", "SPO", null);
        consultation.start("one-to-one", about, Map.of("memberId", person));
        UserTask task = tasklist.open("Task_OneToOne");
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(ExampleConsultation.MANAGER)
                .send()
                .join();
        following.follow();

        take("staff", FileOfNow.ofStaff(jdbc, "P0001").with("lineManagerStaffNumber", "LM002"));

        awaitOffered(task, List.of(), List.of("LM002"));
        awaitUnclaimed(task);
        awaitTold(ExampleConsultation.MANAGER, "Tasks have gone from you to others");
        awaitTold("LM002", "Tasks have come to you");
    }

    @Test
    void theOneToOneGoesToHrWhileTheLineManagerIsAwayAndBackOnceTheyReturn() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        long person = consultation.person(about, "P0001");
        consultation.start("one-to-one", about, Map.of("memberId", person));
        UserTask task = tasklist.open("Task_OneToOne");
        following.follow();
        FileOfNow manager = FileOfNow.ofStaff(jdbc, ExampleConsultation.MANAGER);

        take("staff", manager.with("absence", "SICKNESS"));
        awaitOffered(task, List.of("hr-nw"), List.of());

        take("staff", manager.with("absence", ""));
        awaitOffered(task, List.of(), List.of(ExampleConsultation.MANAGER));
        awaitTold(ExampleConsultation.MANAGER, "Tasks have gone from you to others");
    }

    @Test
    void whatTheFormerPractitionerHadClaimedGoesBackToTheGroup() {
        long order = orders.thatIsWorked();
        long caseId = orders.some().caseOf(order);
        new SomeStaff(jdbc).add("P0008", "NW", "PSC_LIVERPOOL", "PO", null);
        new SomeStaff(jdbc).add("P0009", "NW", "PSC_LIVERPOOL", "PO", null);
        given.theCaseOf(order).practitioner("P0008").save();
        begin(order);
        camunda.newPublishMessageCommand()
                .messageName("unpaidwork.reviewDue")
                .correlationKey(Long.toString(order))
                .send()
                .join();
        UserTask task = tasklist.open("Task_Review");
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("P0008")
                .send()
                .join();
        following.follow();

        take("cases", FileOfNow.ofCase(jdbc, caseId).with("practitionerStaffNumber", "P0009"));

        awaitUnclaimed(task);
        assertThat(open(task).getCandidateGroups()).containsExactly("practitioner-nw");
        awaitTold("P0008", "Tasks have gone from you to others");
        awaitTold("P0009", "Tasks have come to you");
    }

    @Test
    void greaterRiskBringsTheApprovalsBack() {
        long order = orders.thatIsWorked();
        long caseId = orders.some().caseOf(order);
        begin(order);

        take("cases", FileOfNow.ofCase(jdbc, caseId).with("roshLevel", "RVHR").with("mappaLevel", "M3"));

        tasklist.complete("Task_SpoApproval", "spo-nw", Map.of("approval", "YES"));
        tasklist.open("Task_PractitionerApproval");
    }

    @Test
    void anOrderOfWhichTheCourtTookWhatWasLeftIsComplete() {
        SomeSessions some = orders.some();
        LocalDate today = LocalDate.now(time);
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        long order = some.order("NW-01", 3840, 3000, today.minusMonths(2), today.plusDays(1));
        given.theOrder(order)
                .suitable(true)
                .team("TEAM_NW_UPW")
                .received(today.minusMonths(2))
                .save();
        begin(order);

        take("upw-requirements", FileOfNow.ofOrder(jdbc, order).with("minutesOrdered", 3000));

        await("it is complete")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> records.count("SELECT COUNT(*) FROM upw_order WHERE state = 'COMPLETE'"),
                        complete -> complete == 1);
        assertThat(records.count("SELECT COUNT(*) FROM upw_session WHERE state = 'PLANNED'"))
                .isZero();
    }

    private void begin(long order) {
        orders.begin(order);
        long instance = await("the process has begun")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT COALESCE(process_instance_key, 0) FROM upw_order WHERE id = ?")
                                .param(order)
                                .query(Long.class)
                                .single(),
                        key -> key != 0);
        process(instance).hasActiveElements("Catch_GoesOn");
    }

    private void take(String file, FileOfNow content) {
        imports.take(file, content.csv(), OWNER);
    }

    private void awaitOffered(UserTask task, List<String> groups, List<String> users) {
        await("it is offered to others").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(open(task).getCandidateGroups()).isEqualTo(groups);
            assertThat(open(task).getCandidateUsers()).isEqualTo(users);
        });
    }

    private void awaitTold(String who, String what) {
        await("%s is told".formatted(who))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(records.messagesTo(who)).contains(what));
    }

    private void awaitUnclaimed(UserTask task) {
        await("it is nobody's")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(open(task).getAssignee()).isIn("", null));
    }

    private UserTask open(UserTask task) {
        UserTask found =
                camunda.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
        assertThat(found.getState()).isEqualTo(UserTaskState.CREATED);
        return found;
    }

    private List<Long> theirs(String group) {
        return work.list(new Colleague(group, Set.of(group)), Wanted.ALL, 50, 0).stream()
                .map(waiting -> waiting.key())
                .toList();
    }

    private String pduOf(String region) {
        return jdbc.sql("SELECT MIN(name) FROM pdu WHERE region_code = ?")
                .param(region)
                .query(String.class)
                .single();
    }
}
