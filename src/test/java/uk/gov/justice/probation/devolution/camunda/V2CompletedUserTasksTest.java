package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.camunda.FakeCluster.ELEMENT;
import static uk.gov.justice.probation.devolution.camunda.FakeCluster.INSTANCE;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.camunda.CompletedUserTasks.NotYetKnownException;

class V2CompletedUserTasksTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant JUST_NOW = NOW.minusSeconds(5);
    private static final Instant LONG_AGO =
            NOW.minus(V2CompletedUserTasks.NOTED_WITHIN).minusSeconds(1);

    private FakeCluster cluster;
    private CamundaClient client;
    private ClusterAuditLog auditLog;

    @AfterEach
    void stop() throws Exception {
        auditLog.close();
        client.close();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.9.0", "8.9.23", "8.10.1-alpha2", "9.0.0", "a build of one's own"})
    void whoDidItCountsAndNotWhomTheySetAsAssignee(String version) throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, version);
        cluster.completed("hr-nw", JUST_NOW);
        cluster.notes("ASSIGN", "SUCCESS", "USER", "hr-nw");
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");
        cluster.notes("COMPLETE", "FAIL", "USER", "too-late-nw");

        assertThat(by(completed)).isEqualTo("change-nw");
        assertThat(cluster.asked()).singleElement().satisfies(search -> {
            assertThat(search.at("/filter/elementInstanceKey").textValue()).isEqualTo(Long.toString(ELEMENT));
            assertThat(search.at("/filter/entityType").textValue()).isEqualTo("USER_TASK");
            assertThat(search.at("/filter/operationType").textValue()).isEqualTo("COMPLETE");
            assertThat(search.at("/filter/result").textValue()).isEqualTo("SUCCESS");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, hr-nw",
        "ANONYMOUS,",
        "UNKNOWN,",
        "UNKNOWN, hr-nw",
        "USER,",
        "USER, ' '",
        "OF_A_LATER_VERSION, hr-nw"
    })
    void whoDoesNotSignInByANameIsNobodyWhateverTheAssignee(String actorType, String actorId) throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.9.23");
        cluster.completed("hr-nw", JUST_NOW);
        cluster.notes("COMPLETE", "SUCCESS", actorType, actorId);

        assertThat(by(completed)).isEqualTo(V2CompletedUserTasks.UNKNOWN);
    }

    @Test
    void oneCompletionByTwoIsByNobody() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.9.23");
        cluster.notes("COMPLETE", "SUCCESS", "USER", "hr-nw");
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");

        assertThat(by(completed)).isEqualTo(V2CompletedUserTasks.UNKNOWN);
    }

    @Test
    void whatIsNotYetNotedIsAskedForAgainAndInTheEndWasNobody() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.9.23");
        assertThatThrownBy(() -> by(completed))
                .as("not even the task list knows")
                .isInstanceOf(NotYetKnownException.class);

        cluster.completed("hr-nw", JUST_NOW);
        assertThatThrownBy(() -> by(completed)).as("only the task list knows").isInstanceOf(NotYetKnownException.class);

        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");
        assertThat(by(completed)).isEqualTo("change-nw");
    }

    @Test
    void aCompletionThatIsNeverNotedWasOfNobody() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.9.23");
        cluster.completed("hr-nw", LONG_AGO);

        assertThat(by(completed)).isEqualTo(V2CompletedUserTasks.UNKNOWN);
    }

    @Test
    void whereThereIsNoAuditLogTheAssigneeIsAllThatCanBeHad() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.8.14");
        assertThatThrownBy(() -> by(completed)).isInstanceOf(NotYetKnownException.class);

        cluster.completed("hr-nw", JUST_NOW);

        assertThat(by(completed)).isEqualTo("hr-nw");
        assertThat(cluster.asked()).isEmpty();
    }

    @Test
    void aTaskWithoutAnAssigneeIsNobodys() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.8.14");
        cluster.completed(null, JUST_NOW);

        assertThat(by(completed)).isEqualTo(V2CompletedUserTasks.UNKNOWN);
    }

    @Test
    void aClusterThatIsUpgradedIsBelievedOnceEveryBrokerKeepsALog() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUTO, "8.8.14", "8.9.23");
        cluster.completed("hr-nw", JUST_NOW);
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");
        assertThat(by(completed)).isEqualTo("hr-nw");

        cluster.runs("8.9.23", "8.9.23");
        assertThat(by(completed)).isEqualTo("change-nw");
    }

    @Test
    void whoWantsNothingButTheAuditLogGetsNoAssignee() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.AUDIT_LOG, "8.8.14");
        cluster.completed("hr-nw", JUST_NOW);

        assertThatThrownBy(() -> by(completed))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("devolution.camunda.completed-by=audit-log")
                .hasMessageContaining("8.9");
    }

    @Test
    void whoWantsTheAssigneeGetsItOnAnyCluster() throws IOException {
        V2CompletedUserTasks completed = on(CompletedBy.ASSIGNEE, "8.9.23");
        cluster.completed("hr-nw", JUST_NOW);
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");

        assertThat(by(completed)).isEqualTo("hr-nw");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "AUDIT_LOG"})
    void aLogThatDoesNotAnswerIsNoReasonToBelieveTheAssignee(CompletedBy setting) throws IOException {
        V2CompletedUserTasks completed = on(setting, "8.9.23");
        cluster.completed("hr-nw", JUST_NOW);
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");
        assertThat(by(completed)).isEqualTo("change-nw");

        cluster.runs("8.8.14");

        assertThatThrownBy(() -> by(completed)).hasMessageContaining("404");
    }

    @Test
    void theLogIsAskedWithTheCredentialsOfTheClient() throws Exception {
        on(CompletedBy.AUTO, "8.9.23");
        cluster.notes("COMPLETE", "SUCCESS", "USER", "change-nw");
        assertThat(auditLog.completed(ELEMENT)).contains(new ClusterAuditLog.Actor(Optional.of("change-nw")));

        try (CamundaClient stranger = cluster.client("guessed");
                ClusterAuditLog asked = new ClusterAuditLog(stranger)) {
            assertThatThrownBy(() -> asked.completed(ELEMENT)).hasMessageContaining("401");
        }
    }

    private V2CompletedUserTasks on(CompletedBy setting, String... brokers) throws IOException {
        cluster = new FakeCluster(brokers);
        client = cluster.client();
        auditLog = new ClusterAuditLog(client);
        return new V2CompletedUserTasks(client, auditLog, setting, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String by(V2CompletedUserTasks completed) {
        return completed.completedBy(INSTANCE, "Task_Decide", ELEMENT);
    }
}
