package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/** When and where a session is, and its state: what planning knows of it. */
record Appointment(
        long id,
        String reference,
        String projectCode,
        LocalDate on,
        LocalTime start,
        LocalTime end,
        SessionState state) {

    int plannedMinutes() {
        return new TimeWorked(on, start, end).minutes();
    }

    boolean startsAfter(LocalDateTime now) {
        return on.atTime(start).isAfter(now);
    }

    /** Whether it is planned and has not begun. */
    boolean isToCome(LocalDateTime now) {
        return state == SessionState.PLANNED && startsAfter(now);
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
