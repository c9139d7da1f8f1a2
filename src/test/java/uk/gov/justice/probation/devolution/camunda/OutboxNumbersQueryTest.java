package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxNumbersQueryTest {

    @Test
    void whatWaitsIsNamedByTheClassThatSendsIt() {
        assertThat(
                        OutboxNumbersQuery.sender(
                                "uk.gov.justice.probation.devolution.camunda.EngineMessages.deliver(uk.gov.justice.probation.devolution.camunda.EngineMessage)"))
                .isEqualTo("EngineMessages");
        assertThat(OutboxNumbersQuery.sender("aNameOfItsOwn")).isEqualTo("aNameOfItsOwn");
    }
}
