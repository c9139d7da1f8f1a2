package uk.gov.justice.probation.devolution.consultation.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.CalendarFile;
import uk.gov.justice.probation.devolution.calendar.CalendarFile.Entry;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The events of a consultation as entries for somebody's own calendar: its name, when and where, and nobody's name. */
@Service
public class EventsForCalendars {
    private final ConsultationRepository consultations;

    EventsForCalendars(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    /**
     * A repetition that was called off stays in the file, as called off.
     *
     * @throws NotFound if no events are scheduled
     */
    @Transactional(readOnly = true)
    public CalendarFile of(long consultationId) {
        Consultation consultation = consultations
                .findById(consultationId)
                .filter(one -> one.eventOn() != null)
                .orElseThrow(() -> new NotFound("No events are scheduled yet"));
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(consultation, "event", consultation.eventOn(), false));
        if (consultation.eventAgainOn() != null)
            entries.add(entry(consultation, "event-again", consultation.eventAgainOn(), false));
        else if (consultation.eventAgainWasOn() != null)
            entries.add(entry(consultation, "event-again", consultation.eventAgainWasOn(), true));
        return new CalendarFile(entries);
    }

    private static Entry entry(Consultation consultation, String which, LocalDate on, boolean calledOff) {
        return new Entry(
                "consultation-%d-%s@psc-devolution".formatted(consultation.id(), which),
                consultation.eventsSequence(),
                consultation.title(),
                consultation.eventPlace(),
                on,
                consultation.eventHours(),
                calledOff);
    }
}
