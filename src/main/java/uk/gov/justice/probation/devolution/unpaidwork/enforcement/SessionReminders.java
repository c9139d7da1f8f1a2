package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * Informs those who can help that an outcome is missing, or that a breach pack is nearly due or late. Each message is
 * sent once and gives only the CRN. Nothing is stopped.
 */
@Service
public class SessionReminders {
    private final Sessions sessions;
    private final Enforcements enforcements;
    private final Orders orders;
    private final Cases cases;
    private final MessagesAboutCases messages;
    private final Deadlines deadlines;

    SessionReminders(
            Sessions sessions,
            Enforcements enforcements,
            Orders orders,
            Cases cases,
            MessagesAboutCases messages,
            Deadlines deadlines) {
        this.sessions = sessions;
        this.enforcements = enforcements;
        this.orders = orders;
        this.cases = cases;
        this.messages = messages;
        this.deadlines = deadlines;
    }

    @Transactional
    public void outcomeLate(long sessionId) {
        Session session = sessions.get(sessionId);
        ProbationCase probationCase = cases.get(orders.get(session.orderId()).caseId());
        for (Role role : List.of(Role.UPW_SUPERVISOR, Role.PLACEMENT_COORDINATOR)) {
            messages.send(
                    probationCase,
                    probationCase.group(role),
                    CaseMessage.task(
                            "outcome-late-%d-%s-".formatted(sessionId, role),
                            session.subject(),
                            "An outcome is missing for CRN %s".formatted(probationCase.crn()),
                            "Nobody has recorded what happened at the session of %s. Record its outcome in Tasklist or on the session's page."
                                    .formatted(Deadlines.inWords(session.on())),
                            "A task of CRN %s is overdue".formatted(probationCase.crn())));
        }
    }

    @Transactional
    public void pack(long enforcementId, OffsetDateTime dueAt) {
        Enforcement enforcement = enforcements.get(enforcementId);
        ProbationCase probationCase =
                cases.get(orders.get(enforcement.orderId()).caseId());
        String practitioners = Enforcing.practitioners(probationCase);
        if (deadlines.isToCome(dueAt.toInstant())) {
            tellOfPack(
                    enforcement,
                    probationCase,
                    "due",
                    practitioners,
                    "is nearly due",
                    "It has to be with the court by %s."
                            .formatted(Deadlines.inWords(deadlines.day(dueAt.toInstant()))));
            return;
        }
        for (String group : List.of(practitioners, probationCase.group(Role.SPO))) {
            tellOfPack(enforcement, probationCase, "late", group, "is overdue", "It should be with the court by now.");
        }
    }

    private void tellOfPack(
            Enforcement enforcement, ProbationCase probationCase, String what, String group, String news, String body) {
        messages.send(
                probationCase,
                group,
                CaseMessage.task(
                        "pack-%s-%d-%s".formatted(what, enforcement.id(), group),
                        enforcement.subject(),
                        "The breach pack of CRN %s %s".formatted(probationCase.crn(), news),
                        body + " Send it, or say on the enforcement's page why the order is not breached.",
                        "A task of CRN %s %s".formatted(probationCase.crn(), news)));
    }
}
