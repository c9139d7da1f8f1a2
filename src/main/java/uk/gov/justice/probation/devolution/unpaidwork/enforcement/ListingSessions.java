package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsOverview.Row;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;

/** Lists the sessions of a colleague's regions and units. */
@Service
public class ListingSessions {
    /** The most sessions a list shows. */
    public static final int LISTED = 200;

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
            SessionState state) {}

    private final SessionsOverview overview;
    private final Cases cases;
    private final CaseAccess access;
    private final Clock clock;

    ListingSessions(SessionsOverview overview, Cases cases, CaseAccess access, Clock clock) {
        this.overview = overview;
        this.cases = cases;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The sessions of the colleague's regions and units that have begun and are waiting for their outcome, oldest
     * first, at most {@value #LISTED}.
     */
    @Transactional(readOnly = true)
    public List<Listed> waiting(Colleague by) {
        return listed(overview.waiting(LocalDateTime.now(clock), by), true, by);
    }

    /**
     * The sessions of one project on one day. A limited-access case that the colleague may not see is left out, because
     * the list would reveal where the person works.
     */
    @Transactional(readOnly = true)
    public List<Listed> of(String projectCode, LocalDate day, Colleague by) {
        return listed(overview.of(projectCode, day, by), false, by);
    }

    private List<Listed> listed(List<Row> rows, boolean withHidden, Colleague by) {
        Set<Long> visible = access.visible(
                List.copyOf(cases.all(rows.stream().map(Row::caseId).distinct().toList())
                        .values()),
                by);
        return rows.stream()
                .filter(row -> withHidden || visible.contains(row.caseId()))
                .map(row -> visible.contains(row.caseId())
                        ? row.listed()
                        : new Listed(row.listed().crn(), null, null, null, null, null, null, null))
                .toList();
    }
}
