package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsOverview.Whose;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;

/** Lists the sessions of a colleague's regions and units. */
@Service
public class ListingSessions {
    private static final Set<Role> ROLES = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PSO,
            Role.SPO,
            Role.PRACTITIONER,
            Role.PLACEMENT_COORDINATOR,
            Role.UPW_SUPERVISOR,
            Role.DATA_LEAD);

    /**
     * A session in a list. For a limited-access case that the colleague may not see, it holds the CRN and nothing else.
     *
     * @param on null if the colleague may not see it, as is everything after it
     */
    public record Listed(
            String crn,
            Long sessionId,
            LocalDate on,
            LocalTime start,
            LocalTime end,
            String projectCode,
            String projectName,
            SessionState state) {

        /** From when until when, in words. */
        public String hours() {
            return TimeWorked.inWords(start, end);
        }

        /** Its subject in audit entries, messages and tasks. */
        public String subject() {
            return sessionId == null ? "" : "session/" + sessionId;
        }
    }

    /**
     * A page of a list.
     *
     * @param unseen how many sessions of limited-access cases are left out, because the list would reveal where a
     *     person works
     * @param counts how many there are without an outcome, today and tomorrow
     */
    public record Page(List<Listed> sessions, int total, int unseen, Map<When, Integer> counts) {}

    private final SessionsOverview overview;
    private final Clock clock;

    ListingSessions(SessionsOverview overview, Clock clock) {
        this.overview = overview;
        this.clock = clock;
    }

    /**
     * Those without an outcome begin with the oldest; those of a day are in their order. A limited-access case that the
     * colleague may not see is listed last by its CRN, or left out where the list would reveal where or when the person
     * works.
     */
    @Transactional(readOnly = true)
    public Page list(Colleague by, SessionsWanted wanted, int atMost, int from) {
        LocalDateTime now = LocalDateTime.now(clock);
        Whose whose = new Whose(CaseScope.of(by, ROLES), by.userName());
        SessionsOverview.Counts counts = overview.count(wanted, whose, now);
        return new Page(
                overview.list(wanted, whose, now, counts, atMost, from),
                counts.total(),
                counts.unseen(),
                counts.byWhen());
    }
}
