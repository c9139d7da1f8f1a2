package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersListQuery.Row;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersListQuery.Whose;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/**
 * Lists orders for those who work on them, the most urgent first. Of a limited-access case, everybody else sees only
 * the CRN.
 */
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

    /**
     * An order in a list. If only its CRN may be shown, everything else is null or empty.
     *
     * @param projectCode null, like its name, until one has been chosen
     * @param reasons why it cannot wait
     */
    public record Line(
            long caseId,
            String crn,
            Long orderId,
            String text,
            OrderState state,
            Integer minutesLeft,
            String projectCode,
            String projectName,
            String pduName,
            String risk,
            LocalDate lastDay,
            List<Reason> reasons) {

        /** Its subject in audit entries, messages and tasks. */
        public String subject() {
            return orderId == null ? "" : "order/" + orderId;
        }

        private static Line hidden(Row row) {
            return new Line(row.caseId(), row.crn(), null, null, null, null, null, null, null, null, null, List.of());
        }
    }

    /** Why an order cannot wait, in words. */
    public record Reason(Urgency urgency, String words) {}

    /** A page of a list, and how many orders there are of each urgency. */
    public record Listed(List<Line> lines, int total, Map<Urgency, Integer> counts) {}

    private final Cases cases;
    private final OrdersOverview overview;
    private final OrdersListQuery query;
    private final Deadlines deadlines;

    ListingOrders(Cases cases, OrdersOverview overview, OrdersListQuery query, Deadlines deadlines) {
        this.cases = cases;
        this.overview = overview;
        this.query = query;
        this.deadlines = deadlines;
    }

    /**
     * The names used in audit entries and messages for the orders of these cases, their sessions and enforcements, by
     * case.
     */
    public Map<ProbationCase, List<String>> of(List<Long> caseIds) {
        return byCase(caseIds, overview.subjects(caseIds));
    }

    /** As {@link #of}, without the sessions and enforcements that are over: no process of theirs is running. */
    public Map<ProbationCase, List<String>> notOver(List<Long> caseIds) {
        return byCase(caseIds, overview.subjectsNotOver(caseIds));
    }

    private Map<ProbationCase, List<String>> byCase(List<Long> caseIds, Map<Long, List<String>> subjects) {
        Map<Long, ProbationCase> known = cases.all(caseIds);
        return subjects.entrySet().stream()
                .collect(Collectors.toMap(each -> known.get(each.getKey()), Map.Entry::getValue));
    }

    /** Whether the colleague has a part in unpaid work. */
    public boolean hasPart(Colleague colleague) {
        return colleague.isServiceOwner() || ROLES.stream().anyMatch(colleague::is);
    }

    /** The orders of the colleague's regions and units that are wanted. */
    @Transactional(readOnly = true)
    public Listed list(Colleague colleague, OrdersWanted wanted, int atMost, int from) {
        Whose whose = new Whose(scope(colleague), colleague.userName());
        LocalDate today = deadlines.today();
        Map<Urgency, Integer> counts = query.count(wanted, whose, today);
        List<Line> lines = query.list(wanted, whose, today, counts, atMost, from).stream()
                .map(row -> row.readable() ? line(row, today) : Line.hidden(row))
                .toList();
        return new Listed(lines, counts.get(wanted.urgency()), counts);
    }

    /** The delivery units whose orders the colleague can see, by name. */
    public List<String> pdus(Colleague colleague) {
        return query.pdus(scope(colleague));
    }

    private static CaseScope scope(Colleague colleague) {
        return CaseScope.of(colleague, ROLES);
    }

    private static Line line(Row row, LocalDate today) {
        return new Line(
                row.caseId(),
                row.crn(),
                row.orderId(),
                "CRN %s, event %d".formatted(row.crn(), row.eventNumber()),
                row.state(),
                row.minutesLeft(),
                row.projectCode(),
                row.projectName(),
                row.pduName(),
                row.risk(),
                row.lastDay(),
                reasons(row, today));
    }

    private static List<Reason> reasons(Row row, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (row.past()) reasons.add(new Reason(Urgency.PAST, days(row.lastDay(), today) + " past its last day"));
        if (row.minutesShort() > 0)
            reasons.add(new Reason(Urgency.SHORT, HoursInWords.of(row.minutesShort()) + " short"));
        if (row.enforcement() != null) reasons.add(new Reason(Urgency.ENFORCED, clock(row, today)));
        if (row.unmanaged()) reasons.add(new Reason(Urgency.UNMANAGED, "No practitioner"));
        return reasons;
    }

    private static String clock(Row row, LocalDate today) {
        if (row.replyBy() == null) return row.enforcement().label();
        return row.replyBy().isBefore(today)
                ? "%s, %s late".formatted(row.enforcement().label(), days(row.replyBy(), today))
                : "%s, until %s".formatted(row.enforcement().label(), Deadlines.inShort(row.replyBy()));
    }

    private static String days(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return "%,d %s".formatted(days, days == 1 ? "day" : "days");
    }
}
