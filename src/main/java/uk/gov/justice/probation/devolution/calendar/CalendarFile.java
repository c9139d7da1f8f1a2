package uk.gov.justice.probation.devolution.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Entries for somebody's own calendar, as a file (RFC 5545). An entry keeps its id: a file with a higher sequence
 * corrects what an earlier one has put into the calendar, or calls it off. Times are those of clocks in England,
 * whatever the clocks are changed to.
 */
public record CalendarFile(List<Entry> entries) {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ENGLAND = """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        DTSTART:19960331T010000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        DTSTART:19961027T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    /**
     * @param id stays the same however the entry is changed
     * @param sequence higher after each change
     * @param hours null if it is not known at what time of the day
     */
    public record Entry(
            String id, int sequence, String name, String place, LocalDate on, Hours hours, boolean calledOff) {}

    /** @param at when the file is made */
    public String text(Instant at) {
        var file = new StringBuilder();
        List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Probation Service//PSC Devolution//EN")
                .forEach(line -> add(file, line));
        ENGLAND.lines().forEach(line -> add(file, line));
        entries.forEach(entry -> add(file, entry, at));
        add(file, "END:VCALENDAR");
        return file.toString();
    }

    private static void add(StringBuilder file, Entry entry, Instant at) {
        add(file, "BEGIN:VEVENT");
        add(file, "UID:" + text(entry.id()));
        add(file, "SEQUENCE:" + entry.sequence());
        add(file, "DTSTAMP:" + STAMP.format(at));
        add(file, "STATUS:" + (entry.calledOff() ? "CANCELLED" : "CONFIRMED"));
        add(file, "SUMMARY:" + text(entry.name()));
        add(file, "LOCATION:" + text(entry.place()));
        if (entry.hours() == null) {
            add(file, "DTSTART;VALUE=DATE:" + DAY.format(entry.on()));
            add(file, "DTEND;VALUE=DATE:" + DAY.format(entry.on().plusDays(1)));
        } else {
            add(file, "DTSTART" + moment(entry.on(), entry.hours().from()));
            if (entry.hours().until() != null)
                add(file, "DTEND" + moment(entry.on(), entry.hours().until()));
        }
        add(file, "END:VEVENT");
    }

    private static String moment(LocalDate day, LocalTime time) {
        return ";TZID=Europe/London:%sT%s".formatted(DAY.format(day), TIME.format(time));
    }

    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folded so that no line is longer than 75 bytes. */
    private static void add(StringBuilder file, String line) {
        int length = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String letter = Character.toString(line.codePointAt(at));
            int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                file.append("\r\n ");
                length = 1;
            }
            file.append(letter);
            length += bytes;
        }
        file.append("\r\n");
    }
}
