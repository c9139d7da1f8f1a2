package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The events recorded for cases: each kind at most once until it is undone. */
@Component
class CaseEvents {
    private final CaseEventRepository events;
    private final TerminationDates dates;
    private final AuditTrail audit;

    CaseEvents(CaseEventRepository events, TerminationDates dates, AuditTrail audit) {
        this.events = events;
        this.dates = dates;
        this.audit = audit;
    }

    boolean isKnown(long caseId, String type) {
        return events.isKnown(caseId, type);
    }

    /** Whether it is known to have occurred on that day. */
    boolean isKnownOf(long caseId, String type, LocalDate occurredOn) {
        return events.isKnownOf(caseId, type, occurredOn);
    }

    /**
     * The day on which it occurred was told wrongly: this one takes its place.
     *
     * @param probationCase must be locked
     * @throws NotPossibleNow if the case has ended on the other day because of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void correct(ProbationCase probationCase, String type, LocalDate occurredOn, Colleague by) {
        List<CaseEvent> ofThisKind = events.findByCaseId(probationCase.id()).stream()
                .filter(event -> event.reasonCode().equals(type))
                .toList();
        CaseEvent standing =
                ofThisKind.stream().filter(CaseEvent::stands).findFirst().orElseThrow();
        LocalDate before = standing.occurredOn();
        if (before.equals(occurredOn)) return;
        if (before.equals(probationCase.endedOn()))
            throw new NotPossibleNow(
                    "%s ended on %s because of this. Reopen it first, then tell it again with the right day."
                            .formatted(probationCase.text(), Deadlines.inWords(before)));
        ofThisKind.stream()
                .filter(event -> event.occurredOn().equals(occurredOn))
                .findFirst()
                .ifPresentOrElse(
                        toldBefore -> {
                            standing.undo(dates.now());
                            toldBefore.record(by.userName(), dates.now());
                            events.save(toldBefore);
                        },
                        () -> standing.correct(occurredOn, by.userName(), dates.now()));
        events.save(standing);
        audit.record(
                by.userName(),
                "CASE_EVENT_CORRECTED",
                probationCase.subject(),
                probationCase.regionCode(),
                Map.of(
                        "crn",
                        probationCase.crn(),
                        "type",
                        type,
                        "toldBefore",
                        before.toString(),
                        "occurredOn",
                        occurredOn.toString()));
    }

    /** @param probationCase must be locked */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(ProbationCase probationCase, String type, LocalDate occurredOn, Colleague by) {
        CaseEvent event = events.findByCaseId(probationCase.id()).stream()
                .filter(one -> one.reasonCode().equals(type) && one.occurredOn().equals(occurredOn))
                .findFirst()
                .orElseGet(() -> new CaseEvent(probationCase.id(), type, occurredOn));
        event.record(by.userName(), dates.now());
        events.save(event);
        audit.record(
                by.userName(),
                "CASE_EVENT_RECORDED",
                probationCase.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "type", type, "occurredOn", occurredOn.toString()));
    }

    /** Undoes the events of a case that is reopened. The case must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void undo(long caseId) {
        undo(caseId, CaseEvent::stands);
    }

    /** Undoes what was recorded of this kind, and nothing else. The case must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void undo(long caseId, String type) {
        undo(caseId, event -> event.stands() && event.reasonCode().equals(type));
    }

    private void undo(long caseId, Predicate<CaseEvent> which) {
        events.findByCaseId(caseId).stream().filter(which).forEach(event -> {
            event.undo(dates.now());
            events.save(event);
        });
    }

    /**
     * The day on which the case ended: the day of the event that ended it, or the expected end date if that was the
     * reason, or otherwise today.
     */
    LocalDate endedOn(Termination termination, ProbationCase probationCase) {
        if (termination.byEvent()) {
            return events.findByCaseId(probationCase.id()).stream()
                    .filter(event -> event.stands() && event.reasonCode().equals(termination.reasonCode()))
                    .map(CaseEvent::occurredOn)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
        LocalDate expected = probationCase.expectedEndDate();
        return termination.cause() == Cause.EXPECTED_END && expected != null ? expected : dates.today();
    }
}
