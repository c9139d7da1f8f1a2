package uk.gov.justice.probation.devolution.consultation.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.calendar.CalendarFile;
import uk.gov.justice.probation.devolution.consultation.onetoone.ArrangingOneToOnes;
import uk.gov.justice.probation.devolution.consultation.question.EventsForCalendars;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** Events and one-to-ones as files for a calendar, for those who may see their pages. */
@Controller
class CalendarFiles {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final EventsForCalendars events;
    private final ArrangingOneToOnes oneToOnes;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;
    private final Clock clock;

    CalendarFiles(
            EventsForCalendars events,
            ArrangingOneToOnes oneToOnes,
            ConsultationLookup lookup,
            SignedIn signedIn,
            Clock clock) {
        this.events = events;
        this.oneToOnes = oneToOnes;
        this.lookup = lookup;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/consultations/{id}/events.ics")
    ResponseEntity<byte[]> events(@PathVariable long id) {
        lookup.consultation(id, signedIn.colleague());
        return file("events.ics", events.of(id));
    }

    @Allows(value = Role.HR, of = Of.OWN, staff = true)
    @GetMapping("/people/{memberId}/one-to-one.ics")
    ResponseEntity<byte[]> oneToOne(@PathVariable long memberId) {
        lookup.toMeet(memberId, signedIn.colleague());
        return file("one-to-one.ics", oneToOnes.calendarOf(memberId));
    }

    private ResponseEntity<byte[]> file(String name, CalendarFile calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(calendar.text(clock.instant()).getBytes(StandardCharsets.UTF_8));
    }
}
