package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Row;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOverview.Whose;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/** Lists orders for those who work on them. Of a limited-access case, everybody else sees only the CRN. */
@Service
public class ListingOrders {
    private static final Set<Role> ROLES = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PSO,
            Role.SPO,
            Role.PRACTITIONER,
            Role.PLACEMENT_COORDINATOR,
            Role.UPW_SUPERVISOR,
            Role.HEAD_OF_OPERATIONS,
            Role.DATA_LEAD);

    /** An order in a list. If only its CRN may be shown, everything else is null. */
    public record Line(
            long caseId,
            String crn,
            Long orderId,
            String text,
            OrderState state,
            Integer minutesLeft,
            String projectName) {}

    /** A page of a list. */
    public record Listed(List<Line> lines, int total) {}

    private final Cases cases;
    private final CaseAccess access;
    private final OrdersOverview overview;

    ListingOrders(Cases cases, CaseAccess access, OrdersOverview overview) {
        this.cases = cases;
        this.access = access;
        this.overview = overview;
    }

    /**
     * The names used in audit entries and messages for the orders of these cases, their sessions and enforcements, by
     * case.
     */
    public Map<ProbationCase, List<String>> of(List<Long> caseIds) {
        Map<Long, ProbationCase> known = cases.all(caseIds);
        return overview.subjects(caseIds).entrySet().stream()
                .collect(Collectors.toMap(subjects -> known.get(subjects.getKey()), Map.Entry::getValue));
    }

    /** Whether the colleague has a part in unpaid work. */
    public boolean hasPart(Colleague colleague) {
        return colleague.isServiceOwner() || ROLES.stream().anyMatch(colleague::is);
    }

    /**
     * The orders of the colleague's regions and units, running ones first.
     *
     * @param crn only orders of this person; empty: all
     */
    @Transactional(readOnly = true)
    public Listed list(Colleague colleague, String crn, int atMost, int from) {
        Whose whose = new Whose(crn.strip().toUpperCase(Locale.ROOT), CaseScope.of(colleague, ROLES));
        List<Row> rows = overview.list(whose, atMost, from);
        Map<Long, ProbationCase> known =
                cases.all(rows.stream().map(Row::caseId).toList());
        Set<Long> visible = access.visible(List.copyOf(known.values()), colleague);
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            ProbationCase probationCase = known.get(row.caseId());
            lines.add(
                    visible.contains(row.caseId())
                            ? new Line(
                                    row.caseId(),
                                    probationCase.crn(),
                                    row.orderId(),
                                    "CRN %s, event %d".formatted(probationCase.crn(), probationCase.eventNumber()),
                                    row.state(),
                                    row.minutesLeft(),
                                    row.project())
                            : new Line(row.caseId(), probationCase.crn(), null, null, null, null, null));
        }
        return new Listed(lines, overview.count(whose));
    }
}
