package uk.gov.justice.probation.devolution.unpaidwork.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfBefore;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcement;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementState;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * For orders of an earlier release: the session whose outcome, or the enforcement whose breach pack, their process is
 * waiting for. If there are several, supervisors and practitioners say which of them a task was about.
 */
@Component
class WaitingTasksOfOrders implements SubjectsOfBefore, SubjectsToChoose {
    private static final String ORDER = "orderId";
    private static final String SESSION = "sessionId";
    private static final String ENFORCEMENT = "enforcementId";

    private final Sessions sessions;
    private final Enforcements enforcements;
    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final TaskSubjects subjects;
    private final Clock clock;

    WaitingTasksOfOrders(
            Sessions sessions,
            Enforcements enforcements,
            Orders orders,
            Cases cases,
            CaseAccess access,
            TaskSubjects subjects,
            Clock clock) {
        this.sessions = sessions;
        this.enforcements = enforcements;
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Optional<TaskSubject> theOneThatWaits(String process, TaskSubject caller) {
        if (!caller.name().equals(ORDER)) return Optional.empty();
        long order = Long.parseLong(caller.value());
        return switch (process) {
            case "upw-session" -> only(sessions(order).map(session -> subject(session, caller.regionCode())));
            case "upw-enforcement" ->
                only(enforcements(order).map(enforcement -> subject(enforcement, caller.regionCode())));
            default -> Optional.empty();
        };
    }

    private static Optional<TaskSubject> only(Stream<TaskSubject> waiting) {
        List<TaskSubject> all = waiting.toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    @Override
    public Optional<Question> about(TaskOfBefore task) {
        if (task.asksFor(SESSION, ORDER))
            return Optional.of(new Question(
                    "The outcome of a session",
                    caseOf(task).text(),
                    "Which session was it about?",
                    Role.UPW_SUPERVISOR));
        if (!task.asksFor(ENFORCEMENT, ORDER)) return Optional.empty();
        ProbationCase of = caseOf(task);
        return Optional.of(new Question(
                "A breach pack",
                of.text(),
                "Which failure was it about?",
                of.standaloneUpw() ? Role.PSO : Role.PRACTITIONER));
    }

    @Override
    public List<Choice> choices(TaskOfBefore task, Colleague by) {
        if (!access.maySee(caseOf(task), by)) return List.of();
        String region = task.known().regionCode();
        Stream<Choice> waiting = task.asksFor().equals(SESSION)
                ? sessions(task.knownId())
                        .map(session -> new Choice(
                                subject(session, region),
                                "%s, %s"
                                        .formatted(
                                                Deadlines.inWords(session.on()),
                                                session.planned().inWords())))
                : enforcements(task.knownId())
                        .map(enforcement -> new Choice(
                                subject(enforcement, region),
                                "The failure of " + Deadlines.inWords(enforcement.failedOn())));
        return waiting.filter(choice -> !subjects.isNoted(choice.subject())).toList();
    }

    private ProbationCase caseOf(TaskOfBefore task) {
        return cases.get(orders.get(task.knownId()).caseId());
    }

    private Stream<Session> sessions(long order) {
        return sessions.ofOrder(order).stream()
                .filter(session -> session.open() && !session.startsAfter(LocalDateTime.now(clock)));
    }

    private Stream<Enforcement> enforcements(long order) {
        return enforcements.ofOrder(order).stream().filter(one -> one.state() == EnforcementState.BREACH);
    }

    private static TaskSubject subject(Session session, String region) {
        return new TaskSubject(SESSION, session.id(), session.subject(), region);
    }

    private static TaskSubject subject(Enforcement enforcement, String region) {
        return new TaskSubject(ENFORCEMENT, enforcement.id(), enforcement.subject(), region);
    }
}
