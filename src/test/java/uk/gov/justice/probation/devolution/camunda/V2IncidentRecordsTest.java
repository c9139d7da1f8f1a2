package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.camunda.FakeCluster.ELEMENT;
import static uk.gov.justice.probation.devolution.camunda.FakeCluster.INSTANCE;

import io.camunda.client.CamundaClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class V2IncidentRecordsTest {
    private static final Instant SINCE = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void whatStandsIsReadWithItsMessage() throws Exception {
        try (FakeCluster cluster = new FakeCluster("8.8.0");
                CamundaClient client = cluster.client()) {
            cluster.stands("JOB_NO_RETRIES", "No unit does the service", SINCE);

            assertThat(new V2IncidentRecords(client).standing())
                    .containsExactly(new IncidentRecord(
                            4711,
                            INSTANCE,
                            ELEMENT,
                            "case-termination",
                            "Task_Collect",
                            "JOB_NO_RETRIES",
                            "No unit does the service",
                            SINCE));
            assertThat(cluster.asked())
                    .singleElement()
                    .satisfies(search ->
                            assertThat(search.at("/filter/state").toString()).contains("ACTIVE"));
        }
    }

    @Test
    void whileTheClusterIsAwayNothingIsSaid() throws Exception {
        try (FakeCluster cluster = new FakeCluster("8.8.0");
                CamundaClient client = cluster.client("wrong")) {
            assertThatThrownBy(new V2IncidentRecords(client)::standing).hasMessageContaining("401");
        }
    }
}
