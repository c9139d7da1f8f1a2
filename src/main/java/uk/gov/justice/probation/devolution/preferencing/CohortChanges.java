package uk.gov.justice.probation.devolution.preferencing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.DatesExtended;
import uk.gov.justice.probation.devolution.consultation.StaffJoined;
import uk.gov.justice.probation.devolution.consultation.StaffLeft;

/**
 * Informs the running processes of people who join, leave or are given more time while preferences are being collected.
 * The later steps also learn of people who leave.
 */
@Component
class CohortChanges {
    private final Consultations consultations;
    private final ExpectedCalls calls;
    private final ApplicationEventPublisher events;

    CohortChanges(Consultations consultations, ExpectedCalls calls, ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.calls = calls;
        this.events = events;
    }

    @EventListener
    void joined(StaffJoined event) {
        if (!isAt(event.consultationId(), ConsultationState.PREFERENCES)) return;
        calls.expect("one-to-one", event.memberId(), event.consultationId());
        calls.expect("rank-locations", event.memberId(), event.consultationId());
        events.publishEvent(PreferencingMessages.staffJoined(event.consultationId(), event.memberId()));
    }

    @EventListener
    void left(StaffLeft event) {
        if (consultations.get(event.consultationId()).state().compareTo(ConsultationState.PREFERENCES) < 0) return;
        events.publishEvent(PreferencingMessages.staffLeft(event.memberId()));
    }

    @EventListener
    void extended(DatesExtended event) {
        if (!isAt(event.consultationId(), ConsultationState.PREFERENCES)) return;
        events.publishEvent(PreferencingMessages.datesExtended(event.memberId()));
    }

    private boolean isAt(long consultationId, ConsultationState state) {
        return consultations.get(consultationId).state() == state;
    }
}
