package uk.gov.justice.probation.devolution.unpaidwork.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Expected;
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
    private static final Map<String, String> LABELS = Map.of(
            "date",
            "The day",
            "endTime",
            "Worked until",
            "penaltyMinutes",
            "The minutes taken off",
            "notes",
            "The notes",
            "sensitive",
            "The mark “sensitive”",
            "quality",
            "The quality",
            "behaviour",
            "The behaviour",
            "verySerious",
            "“Very serious”",
            "outcomeCode",
            "The outcome");
    private static final Map<String, String> FIELDS = Map.of("date", "outcomeCode", "endTime", "workedUntil");

    static OutcomeForm of(Session session) {
        return new OutcomeForm(
                "",
                session.start().toString(),
                TimeWorked.entered(session.end()),
                "0",
                "",
                "",
                "",
                session.sensitive(),
                false,
                false,
                session.version());
    }

    /** Somebody in a register, before anything is entered. */
    static OutcomeForm of(Expected person) {
        return new OutcomeForm(
                "",
                person.start().toString(),
                TimeWorked.entered(person.end()),
                "0",
                "",
                "",
                "",
                person.sensitive(),
                false,
                false,
                person.version());
    }

    /** What was entered in a register, where the name of each field ends with the session's number. */
    static OutcomeForm inRegister(long session, Map<String, String> entered) {
        Function<String, String> field = name -> entered.get(name + "-" + session);
        Predicate<String> ticked = name -> Boolean.parseBoolean(field.apply(name));
        String version = Objects.requireNonNullElse(field.apply("version"), "");
        return new OutcomeForm(
                field.apply("outcomeCode"),
                field.apply("workedFrom"),
                field.apply("workedUntil"),
                field.apply("penaltyMinutes"),
                field.apply("quality"),
                field.apply("behaviour"),
                field.apply("notes"),
                ticked.test("sensitive"),
                ticked.test("explained"),
                ticked.test("verySerious"),
                version.matches("\\d{1,9}") ? Integer.valueOf(version) : null);
    }

    OutcomeForm with(String outcome) {
        return new OutcomeForm(
                outcome,
                workedFrom,
                workedUntil,
                penaltyMinutes,
                quality,
                behaviour,
                notes,
                sensitive,
                explained,
                verySerious,
                version);
    }

    boolean isChosen() {
        return chosen(outcomeCode) != null;
    }

    /** Whether nothing was entered about somebody in a register. */
    boolean isUntouched(Expected person) {
        return !isChosen()
                && isOr(workedFrom, person.start().toString())
                && isOr(workedUntil, TimeWorked.entered(person.end()))
                && isOr(penaltyMinutes, "0")
                && Stream.of(quality, behaviour, notes).allMatch(field -> chosen(field) == null)
                && ticked(sensitive) == person.sensitive()
                && !ticked(explained)
                && !ticked(verySerious);
    }

    private static boolean isOr(String entered, String shown) {
        return chosen(entered) == null || entered.strip().equals(shown);
    }

    /** The present outcome, to be corrected. */
    static OutcomeForm again(Session session) {
        return new OutcomeForm(
                session.outcomeCode(),
                (session.workedFrom() == null ? session.start() : session.workedFrom()).toString(),
                TimeWorked.entered(session.workedUntil() == null ? session.end() : session.workedUntil()),
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
        if (!isTime(workedFrom, LocalTime::parse))
            problems.put("workedFrom", "Enter the time as hours and minutes, for example 09:30");
        if (!isTime(workedUntil, TimeWorked::end))
            problems.put("workedUntil", "Enter the time as hours and minutes, for example 16:00");
        if (version == null) problems.put("outcomeCode", "Open the page again and choose the outcome there");
        if (!penalty().matches("\\d{1,4}"))
            problems.put("penaltyMinutes", "Enter the minutes taken off as a whole number, 0 if none");
        return problems;
    }

    /** What breaks a rule, by field. */
    static Map<String, String> problems(BreaksRules refused) {
        Map<String, String> problems = new LinkedHashMap<>();
        refused.broken()
                .forEach(broken -> problems.putIfAbsent(
                        FIELDS.getOrDefault(broken.field(), broken.field()),
                        LABELS.get(broken.field()) + " " + broken.reason()));
        return problems;
    }

    Outcome outcome() {
        return new Outcome(
                outcomeCode,
                time(workedFrom, LocalTime::parse),
                time(workedUntil, TimeWorked::end),
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

    private static boolean isTime(String entered, Function<String, LocalTime> reading) {
        try {
            time(entered, reading);
            return true;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    private static LocalTime time(String entered, Function<String, LocalTime> reading) {
        return chosen(entered) == null ? null : reading.apply(entered.strip());
    }

    private static String chosen(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
