package uk.gov.justice.probation.devolution.unpaidwork.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;

/** What was entered about a session on its page, as typed. A box that is not ticked is null. */
record OutcomeForm(
        String outcomeCode,
        String workedFrom,
        String workedUntil,
        String penaltyMinutes,
        String quality,
        String behaviour,
        String notes,
        Boolean sensitive,
        Boolean explained,
        Boolean verySerious,
        Integer version) {

    static OutcomeForm of(Session session) {
        return new OutcomeForm(
                "",
                session.start().toString(),
                session.end().toString(),
                "0",
                "",
                "",
                "",
                session.sensitive(),
                false,
                false,
                session.version());
    }

    /** The present outcome, to be corrected. */
    static OutcomeForm again(Session session) {
        return new OutcomeForm(
                session.outcomeCode(),
                (session.workedFrom() == null ? session.start() : session.workedFrom()).toString(),
                (session.workedUntil() == null ? session.end() : session.workedUntil()).toString(),
                Integer.toString(session.penaltyMinutes()),
                session.quality(),
                session.behaviour(),
                "",
                session.sensitive(),
                session.explained(),
                session.verySerious(),
                session.version());
    }

    /** What cannot be read, by field. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (outcomeCode == null || outcomeCode.isBlank()) problems.put("outcomeCode", "Choose the outcome");
        if (!isTime(workedFrom)) problems.put("workedFrom", "Enter the time as hours and minutes, for example 09:30");
        if (!isTime(workedUntil)) problems.put("workedUntil", "Enter the time as hours and minutes, for example 16:00");
        if (version == null) problems.put("outcomeCode", "Open the page again and choose the outcome there");
        if (!penalty().matches("\\d{1,4}"))
            problems.put("penaltyMinutes", "Enter the minutes taken off as a whole number, 0 if none");
        return problems;
    }

    Outcome outcome() {
        return new Outcome(
                outcomeCode,
                time(workedFrom),
                time(workedUntil),
                Integer.parseInt(penalty()),
                chosen(quality),
                chosen(behaviour),
                chosen(notes),
                ticked(sensitive),
                ticked(explained),
                ticked(verySerious),
                version);
    }

    private String penalty() {
        return chosen(penaltyMinutes) == null ? "0" : penaltyMinutes.strip();
    }

    private static boolean ticked(Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private static boolean isTime(String entered) {
        try {
            time(entered);
            return true;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    private static LocalTime time(String entered) {
        return chosen(entered) == null ? null : LocalTime.parse(entered.strip());
    }

    private static String chosen(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
