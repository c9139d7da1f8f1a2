package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.calendar.CalendarFile.Entry;

class CalendarFileTest {
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
    private static final Hours HOURS = new Hours(LocalTime.of(10, 0), LocalTime.of(11, 30));

    @Test
    void anEntryHasWhatACalendarNeeds() {
        assertThat(file(new Entry("event-1@x", 2, "PSC Liverpool", "Town hall", DAY, HOURS, false)))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .contains(
                        "UID:event-1@x\r\n",
                        "SEQUENCE:2\r\n",
                        "DTSTAMP:20261125T100000Z\r\n",
                        "STATUS:CONFIRMED\r\n",
                        "SUMMARY:PSC Liverpool\r\n",
                        "LOCATION:Town hall\r\n",
                        "DTSTART;TZID=Europe/London:20261207T100000\r\n",
                        "DTEND;TZID=Europe/London:20261207T113000\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    /** On both sides of a change the clocks show the same time; the file says by which rule they are changed. */
    @Test
    void clocksMayBeChangedMeanwhile() {
        for (String day : List.of("2027-03-27", "2027-03-29", "2027-10-30", "2027-11-01")) {
            assertThat(file(new Entry("1@x", 0, "E", "P", LocalDate.parse(day), HOURS, false)))
                    .contains("DTSTART;TZID=Europe/London:" + day.replace("-", "") + "T100000");
        }
        assertThat(file(new Entry("1@x", 0, "E", "P", DAY, HOURS, false)))
                .contains(
                        "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n",
                        "BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");
    }

    @Test
    void withoutHoursItIsOfTheWholeDay() {
        assertThat(file(new Entry("1@x", 0, "E", "P", DAY, null, false)))
                .contains("DTSTART;VALUE=DATE:20261207\r\nDTEND;VALUE=DATE:20261208\r\n");
        assertThat(file(new Entry("1@x", 0, "E", "P", DAY, new Hours(LocalTime.of(9, 5), null), false)))
                .contains("T090500\r\n")
                .doesNotContain("DTEND");
    }

    @Test
    void whatIsCalledOffIsCancelledInTheCalendar() {
        assertThat(file(new Entry("1@x", 3, "E", "P", DAY, HOURS, true)))
                .contains("UID:1@x\r\nSEQUENCE:3\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void textsCannotBreakOutOfTheirLine() {
        String file = file(new Entry("1@x", 0, "A, b; c\\d\nEND:VEVENT", "Raum " + "ü".repeat(60), DAY, HOURS, false));

        assertThat(file).contains("SUMMARY:A\\, b\\; c\\\\d\\nEND:VEVENT\r\n");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("LOCATION:Raum " + "ü".repeat(60) + "\r\n");
    }

    private static String file(Entry entry) {
        return new CalendarFile(List.of(entry)).text(AT);
    }
}
