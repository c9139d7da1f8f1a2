package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Found;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Locked;

/**
 * Records the outcome of a session, once, whether it comes from the supervisor in Tasklist, from our page or from the
 * API. Whoever comes second is informed who was first and when. While a handover holds the queue, outcomes are saved
 * and settled afterwards.
 */
@Service
public class RecordingOutcomes {
    /** The roles that record outcomes, in the case's region or in the unit that does its unpaid work. */
    public static final Role[] ROLES = {Role.UPW_SUPERVISOR, Role.CASE_ADMIN};

    public static final String SERVICE = "UPW_ORDERS";

    /** The value the task's form sends if the outcome was recorded on our page. */
    public static final String ON_PAGE = "ON_PAGE";

    private static final Role SUPERVISOR = ROLES[0];

    private final SessionsInWork sessions;
    private final CaseAccess access;
    private final TakingOutcomes taking;
    private final MessagesAboutCases messages;
    private final Clock clock;

    RecordingOutcomes(
            SessionsInWork sessions,
            CaseAccess access,
            TakingOutcomes taking,
            MessagesAboutCases messages,
            Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.taking = taking;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Records an outcome that a colleague entered on our page or sent to the API.
     *
     * @throws NotAllowedException if the colleague may not record it; this includes the previous owner once a handover
     *     has frozen the queue
     * @throws BreaksRules with every rule that the outcome breaks
     * @throws Taken if somebody else was first
     */
    @Transactional
    public Session record(long sessionId, Outcome outcome, Colleague by) {
        Found found = sessions.find(sessionId);
        ProbationCase probationCase = found.probationCase();
        access.mustWorkOn(probationCase, by, ROLES);
        Locked locked = sessions.lock(found);
        Owner owner = locked.owner();
        if (owner.frozen() && !by.holds(SUPERVISOR, probationCase.regionSlug())) {
            throw new NotAllowedException(
                    "The unpaid work of CRN %s is being handed over by %s. Until that is done, only a colleague in the group %s-%s can record outcomes; they are settled afterwards."
                            .formatted(probationCase.crn(), owner.unitName(), SUPERVISOR, probationCase.regionSlug()));
        }
        return taking.take(locked.session(), locked.order(), probationCase, outcome, by.userName());
    }

    /**
     * Records the answer of the supervisor's task. If somebody else was first, nothing is left to ask, and whoever came
     * second is informed by a message.
     *
     * @throws NotAllowedException if they are not a supervisor of the case's region, or may not see the case
     * @throws BreaksRules if there is no outcome on the page yet, or the outcome breaks a rule
     */
    @Transactional
    public void answer(long sessionId, Outcome outcome, TaskAnswer by) {
        Found found = sessions.find(sessionId);
        ProbationCase probationCase = found.probationCase();
        Locked locked = sessions.lock(found);
        Order order = locked.order();
        Session session = locked.session();
        boolean planned = session.state() == SessionState.PLANNED;
        if (!planned && by.by().equals(session.recordedBy())) return;
        access.mustWorkOn(probationCase, by.colleague(), SUPERVISOR);
        by.mustHold(SUPERVISOR, probationCase.regionSlug(), "record an outcome of CRN " + probationCase.crn());
        boolean onPage = probationCase.limitedAccess() || ON_PAGE.equals(outcome.code());
        if (planned) {
            if (onPage)
                throw new BreaksRules(
                        "There is no outcome on the page of the session yet. Record it there, and this task closes by itself.");
            take(session, order, probationCase, outcome, by);
        } else if (session.state() != SessionState.CANCELLED && !onPage) {
            tellSecond(session, probationCase, by);
        }
    }

    private void take(Session session, Order order, ProbationCase probationCase, Outcome outcome, TaskAnswer by) {
        try {
            taking.take(session, order, probationCase, outcome, by.by());
        } catch (BreaksRules refused) {
            if (refused.broken().isEmpty()) throw refused;
            throw new BreaksRules(
                    refused.broken().stream().map(RecordingOutcomes::sentence).collect(Collectors.joining(" ")));
        }
    }

    private void tellSecond(Session session, ProbationCase probationCase, TaskAnswer by) {
        messages.send(
                probationCase,
                probationCase.group(SUPERVISOR),
                CaseMessage.news(
                        "outcome-second-%d-%d".formatted(session.id(), by.taskInstance()),
                        probationCase,
                        session.subject(),
                        "An outcome of CRN %s was recorded twice".formatted(probationCase.crn()),
                        "%s The answer that %s gave in Tasklist came second. It was not saved, and nothing is counted twice."
                                .formatted(session.whoWasFirst(clock.getZone()), by.by()),
                        "the page of session %d".formatted(session.id())));
    }

    private static String sentence(BrokenRule broken) {
        String label = switch (broken.field()) {
            case "date" -> "The day";
            case "endTime" -> "The end";
            case "penaltyMinutes" -> "The minutes taken off";
            case "notes" -> "The notes";
            case "sensitive" -> "The mark";
            case "quality" -> "The quality";
            case "behaviour" -> "The behaviour";
            case "verySerious" -> "Very serious";
            default -> "The outcome";
        };
        return label + " " + broken.reason() + ".";
    }
}
