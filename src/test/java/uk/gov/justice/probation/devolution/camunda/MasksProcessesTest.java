package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MasksProcessesTest {

    @Test
    void draftsAreForgottenAlsoWhereNothingHasEnded() {
        Map<Long, Set<Long>> forgotten = new HashMap<>();

        new MasksProcesses(mock(CamundaClient.class), instance -> List.of(), forgotten::put)
                .mask(new ProcessesToMask(List.of(7L, 8L), Set.of(), Map.of()));

        assertThat(forgotten).isEqualTo(Map.of(7L, Set.of(), 8L, Set.of()));
    }
}
