package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.unpaidwork.life.UnsettledWork.Unsettled;

/**
 * Something that keeps a case from being terminated: an open breach or warrant, an appointment from the day on which it
 * takes place, or unpaid work that is not settled. Whatever has its outcome blocks nothing.
 *
 * @param reference identifies it for case administrators
 * @param since the day on which it began, or was to take place
 */
public record Blocker(Kind kind, String reference, LocalDate since) {

    /** The kinds of blocker. */
    public enum Kind {
        APPOINTMENT("a supervisor or case administrator records the outcome"),
        BREACH("the practitioner closes it"),
        ENFORCEMENT("the practitioner closes it"),
        WARRANT("the practitioner records how it ended");

        private final String cure;

        Kind(String cure) {
            this.cure = cure;
        }

        /** Who must do what, so that it blocks no longer. */
        public String cure() {
            return cure;
        }
    }

    static final Comparator<Blocker> EARLIEST_FIRST = Comparator.comparing(Blocker::since)
            .thenComparing(Blocker::kind)
            .thenComparing(Blocker::reference, String.CASE_INSENSITIVE_ORDER);

    /** Empty if the component blocks nothing. Appointments after today do not: they are closed with the event. */
    static Optional<Blocker> of(CaseComponent open, LocalDate today) {
        if (open.outcomeCode() != null) return Optional.empty();
        return switch (open.kind()) {
            case BREACH -> Optional.of(new Blocker(Kind.BREACH, open.reference(), open.startedOn()));
            case WARRANT -> Optional.of(new Blocker(Kind.WARRANT, open.reference(), open.startedOn()));
            case APPOINTMENT ->
                open.startedOn().isAfter(today)
                        ? Optional.empty()
                        : Optional.of(new Blocker(Kind.APPOINTMENT, open.reference(), open.startedOn()));
            case REQUIREMENT, LICENCE_CONDITION, REGISTRATION -> Optional.empty();
        };
    }

    static Blocker of(Unsettled work) {
        return new Blocker(
                switch (work.kind()) {
                    case SESSION -> Kind.APPOINTMENT;
                    case ENFORCEMENT -> Kind.ENFORCEMENT;
                },
                work.reference(),
                work.since());
    }

    /** In words for case administrators: "Breach B12, open since 3 May 2026". */
    public String text() {
        String day = Deadlines.inWords(since);
        return switch (kind) {
            case BREACH -> "Breach %s, open since %s".formatted(reference, day);
            case WARRANT -> "Warrant %s, open since %s".formatted(reference, day);
            case ENFORCEMENT -> "Enforcement of the failure on %s, not closed".formatted(day);
            case APPOINTMENT -> "Appointment %s on %s without an outcome".formatted(reference, day);
        };
    }
}
