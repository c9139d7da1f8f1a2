package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * When and where a session is, and its state: what planning knows of it.
 *
 * @param onRegister whether it is worked on the register of its project's day and has no process of its own
 */
record Appointment(
        long id,
        String reference,
        String projectCode,
        LocalDate on,
        LocalTime start,
        LocalTime end,
        SessionState state,
        boolean onRegister) {

    TimeWorked planned() {
        return new TimeWorked(on, start, end);
    }

    int plannedMinutes() {
        return planned().minutes();
    }

    boolean startsAfter(LocalDateTime now) {
        return on.atTime(start).isAfter(now);
    }

    /** Whether it is planned and has not begun. */
    boolean isToCome(LocalDateTime now) {
        return state == SessionState.PLANNED && startsAfter(now);
    }

    /** Whether it has begun and still needs its outcome, or that outcome has not been settled. */
    boolean isAwaited(LocalDateTime now) {
        return state == SessionState.RECORDED || state == SessionState.PLANNED && !startsAfter(now);
    }

    /** Those that have, or will have, a process of their own. */
    static List<Appointment> withProcess(Collection<Appointment> open) {
        return open.stream().filter(one -> !one.onRegister()).toList();
    }

    /** Why a process that waits for a session looks again: this one is next now, at this time. */
    static String plannedNow(Optional<Appointment> next) {
        return next.map(session -> "planned-%d-%s".formatted(session.id(), session.start()))
                .orElse("planned-none");
    }

    /** Which of these comes next: the first that has an outcome, otherwise the first. */
    static Optional<Appointment> next(Collection<Appointment> open) {
        Comparator<Appointment> byTime = Comparator.comparing(Appointment::on)
                .thenComparing(Appointment::start)
                .thenComparing(Appointment::id);
        return Stream.of(SessionState.RECORDED, SessionState.PLANNED)
                .flatMap(state -> open.stream().filter(one -> one.state() == state).min(byTime).stream())
                .findFirst();
    }
}
