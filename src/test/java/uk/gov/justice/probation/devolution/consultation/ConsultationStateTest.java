package uk.gov.justice.probation.devolution.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.CANCELLED;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.CLOSED;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.DECISION;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.LAUNCHED;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.PANEL;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.REFUSED;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsultationStateTest {

    @Test
    void aConsultationGoesOnAndNeverBackExceptToThePanelAndIsCancelledOnlyAtItsBeginning() {
        for (ConsultationState from : ConsultationState.values()) {
            for (ConsultationState to : ConsultationState.values()) {
                boolean ended = List.of(CLOSED, REFUSED, CANCELLED).contains(from);
                boolean later = List.of(ConsultationState.values()).indexOf(from)
                        < List.of(ConsultationState.values()).indexOf(to);
                assertThat(from.leadsTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(
                                to == CANCELLED
                                        ? from == LAUNCHED
                                        : later && !ended || from == DECISION && to == PANEL);
            }
        }
    }

    @Test
    void itHasEndedWhenItIsClosedRefusedOrCancelled() {
        assertThat(ConsultationState.values())
                .filteredOn(ConsultationState::ended)
                .containsExactly(CLOSED, REFUSED, CANCELLED);
    }

    @Test
    void gradesAreReadAsTheyAreKept() {
        Codes grades = new Codes();
        for (List<String> some : List.of(List.<String>of(), List.of("PO"), List.of("PO", "PSO")))
            assertThat(grades.convertToEntityAttribute(grades.convertToDatabaseColumn(some)))
                    .isEqualTo(some);
        assertThat(grades.convertToDatabaseColumn(List.of("PO", "PSO"))).isEqualTo("PO|PSO");
    }
}
