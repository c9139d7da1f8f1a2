package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.calendar.WorkingCalendar;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.PlannedWork;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;

/**
 * How the sessions of an order change so that they cover what is left to work: those that are no longer needed or no
 * longer right, or planned here at times that are not the project's any more, are cancelled, and more are planned on
 * the next possible days, reusing a session that was cancelled on such a day. A day on which the project is full, or
 * the person works elsewhere at those hours, is left out. A session from a file stays as long as it is on the order's
 * project. Education is planned until it is all that still counts.
 *
 * @param project null if none are added
 * @param days on which sessions are added or revived
 */
record SessionPlan(
        long orderId,
        ProjectHours project,
        List<Long> cancelled,
        List<Long> revived,
        List<Fresh> added,
        List<LocalDate> days) {

    /** A session to be created. */
    record Fresh(String reference, LocalDate on) {}

    /**
     * What is read only if more sessions are needed.
     *
     * @param every all of the order's sessions
     * @param free whether there is a place on that day, and the person has the time
     */
    record Known(List<Appointment> every, Predicate<LocalDate> free) {}

    /** An order without a project, or that has ended, has no future sessions. */
    static SessionPlan ofNone(PlannedWork order, List<Appointment> open, LocalDateTime now) {
        return new SessionPlan(
                order.id(),
                null,
                open.stream()
                        .filter(session -> session.isToCome(now))
                        .map(Appointment::id)
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * @param known given the sessions that are cancelled, whose places are free again
     * @param open its sessions that are planned or whose outcome has not been settled
     * @param since weeks are counted from this day, or from the first possible day if null
     */
    static SessionPlan of(
            PlannedWork order,
            ProjectHours project,
            List<Appointment> open,
            LocalDate since,
            Function<List<Appointment>, Known> known,
            WorkingCalendar calendar,
            LocalDateTime now) {
        LocalDate earliest = later(earliest(now, project.start()), project.opens());
        Frequency frequency = Objects.requireNonNullElse(order.frequency(), Frequency.WEEKLY);
        SessionDates dates =
                new SessionDates(since == null ? earliest : since, frequency, project.days(), project.ends(), calendar);
        int toCover = project.education() ? Math.min(order.minutesLeft(), order.educationLeft()) : order.minutesLeft();
        Cover cover = new Cover(toCover, frequency == Frequency.ONCE ? 1 : Integer.MAX_VALUE);
        open.stream().filter(session -> !session.isToCome(now)).forEach(session -> cover.add(session.plannedMinutes()));
        List<Appointment> cancelled = open.stream()
                .filter(session -> session.isToCome(now))
                .filter(session -> !stays(order, project, session, dates) || !cover.add(session.plannedMinutes()))
                .toList();
        SessionPlan plan = new SessionPlan(
                order.id(),
                project,
                cancelled.stream().map(Appointment::id).toList(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        if (!cover.isComplete()) plan.addMore(known.apply(cancelled), dates, earliest, cover);
        return plan;
    }

    /** How many of the remaining minutes the sessions cover. */
    private static final class Cover {
        private int minutesLeft;
        private int sessionsLeft;

        Cover(int minutesLeft, int sessionsLeft) {
            this.minutesLeft = minutesLeft;
            this.sessionsLeft = sessionsLeft;
        }

        boolean isComplete() {
            return minutesLeft <= 0 || sessionsLeft <= 0;
        }

        /** Adds a session. Returns whether it was still needed. */
        boolean add(int minutes) {
            if (isComplete()) return false;
            minutesLeft -= minutes;
            sessionsLeft--;
            return true;
        }
    }

    private void addMore(Known known, SessionDates dates, LocalDate earliest, Cover cover) {
        List<Appointment> every = known.every().stream()
                .map(session -> cancelled.contains(session.id()) ? cancelled(session) : session)
                .toList();
        List<Appointment> standing = every.stream()
                .filter(session -> session.state() != SessionState.CANCELLED)
                .toList();
        Set<LocalDate> held = standing.stream().map(Appointment::on).collect(Collectors.toSet());
        boolean nights = project.on(earliest).endsOnNextDay()
                || standing.stream().anyMatch(session -> session.planned().endsOnNextDay());
        Map<String, Appointment> byReference = new HashMap<>();
        every.forEach(session -> byReference.put(session.reference(), session));
        Set<String> taken = new HashSet<>(byReference.keySet());
        for (LocalDate day : (Iterable<LocalDate>) dates.from(earliest)::iterator) {
            if (cover.isComplete()) return;
            if (held.contains(day) || !known.free().test(day)) continue;
            if (nights
                    && standing.stream().anyMatch(session -> session.planned().meets(project.on(day)))) continue;
            int minutes = project.on(day).minutes();
            if (minutes == 0) return;
            cover.add(minutes);
            days.add(day);
            Appointment before = byReference.get(reference(orderId, day));
            if (before != null
                    && before.state() == SessionState.CANCELLED
                    && before.on().equals(day)) revived.add(before.id());
            else added.add(new Fresh(freeReference(orderId, day, taken), day));
        }
    }

    private static Appointment cancelled(Appointment session) {
        return new Appointment(
                session.id(),
                session.reference(),
                session.projectCode(),
                session.on(),
                session.start(),
                session.end(),
                SessionState.CANCELLED,
                session.onRegister());
    }

    boolean changesNothing() {
        return cancelled.isEmpty() && revived.isEmpty() && added.isEmpty();
    }

    private static boolean stays(PlannedWork order, ProjectHours project, Appointment session, SessionDates dates) {
        if (!session.projectCode().equals(order.projectCode())) return false;
        if (!isNamedHere(session, order.id())) return dates.runsOn(session.on());
        return session.start().equals(project.start())
                && session.end().equals(project.end())
                && dates.from(session.on())
                        .findFirst()
                        .filter(session.on()::equals)
                        .isPresent();
    }

    private static LocalDate earliest(LocalDateTime now, LocalTime start) {
        return start.isAfter(now.toLocalTime())
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Sessions planned here are named by their order and day; those from a file have names of their own. */
    private static String reference(long orderId, LocalDate day) {
        return "UPW-%d-%s".formatted(orderId, day);
    }

    private static boolean isNamedHere(Appointment session, long orderId) {
        String reference = reference(orderId, session.on());
        return session.reference().equals(reference) || session.reference().startsWith(reference + "-");
    }

    /**
     * A session that a file moved to another day keeps the name of its first day, so the next one on that day needs a
     * different name.
     */
    private static String freeReference(long orderId, LocalDate day, Collection<String> taken) {
        String reference = reference(orderId, day);
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? reference : reference + "-" + n)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
    }
}
