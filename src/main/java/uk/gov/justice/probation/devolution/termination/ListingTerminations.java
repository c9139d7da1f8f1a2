package uk.gov.justice.probation.devolution.termination;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.termination.TerminationsOverview.Counted;
import uk.gov.justice.probation.devolution.termination.TerminationsOverview.Row;
import uk.gov.justice.probation.devolution.termination.TerminationsOverview.When;
import uk.gov.justice.probation.devolution.termination.TerminationsOverview.Whose;

/**
 * The queues of terminations that a colleague may see: those of their own regions and units. Of a limited-access case
 * that they may not see, only the CRN is listed.
 */
@Service
public class ListingTerminations {

    /** The queues. */
    public enum Queue {
        OPEN("All open"),
        DUE("Being worked on"),
        OVERDUE("Overdue"),
        STILL("Stopped"),
        BLOCKED("Blocked"),
        WAITING("Waiting for a handover"),
        CLOSED("Closed");

        private final String label;

        Queue(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * An entry of a queue. For a limited-access case that the colleague may not see, {@code visible} is false and
     * everything but the CRN is null, empty or false.
     *
     * @param unitName the unit that does the termination
     * @param blockers what blocks it since when, and who can cure it
     * @param still why it does not go on though nobody is asked to do anything; null if it goes on
     */
    public record Line(
            Long id,
            String crn,
            Integer eventNumber,
            boolean visible,
            String regionName,
            String unitName,
            TerminationState state,
            Cause cause,
            LocalDate dueOn,
            boolean overdue,
            List<String> blockers,
            String still) {

        /** Its subject in audit entries, messages and tasks. */
        public String subject() {
            return visible ? Termination.subject(id) : "";
        }

        private static Line of(Row row, ProbationCase one, List<String> blockers) {
            return new Line(
                    row.id(),
                    one.crn(),
                    one.eventNumber(),
                    true,
                    one.regionName(),
                    row.unitName(),
                    row.state(),
                    row.cause(),
                    row.dueOn(),
                    row.overdue(),
                    blockers,
                    row.still() ? still(row) : null);
        }

        private static Line hidden(ProbationCase one) {
            return new Line(null, one.crn(), null, false, null, null, null, null, null, false, List.of(), null);
        }

        private static String still(Row row) {
            return row.unitName() == null
                    ? "No unit does terminations for this case. Ask whoever imports files to add it to 'case-services'. Then the PSC Service Owner retries it in Operate."
                    : "It should have gone on automatically. Ask the PSC Service Owner to look for its incident in Operate.";
        }

        public String title() {
            return visible ? "CRN %s, event %d".formatted(crn, eventNumber) : "CRN " + crn;
        }
    }

    /** A page of a queue, with the size of each queue. */
    public record Listed(
            List<Line> lines, int total, Map<Queue, Integer> sizes, List<Region> regions, List<String> pdus) {

        /** For each termination that may be seen, what tasks about it are recorded for. */
        public List<String> subjects() {
            return lines.stream().filter(Line::visible).map(Line::subject).toList();
        }
    }

    /**
     * Which terminations somebody wants to see.
     *
     * @param region code; if empty, all regions that the colleague can see
     * @param pdu name of a delivery unit; if empty, all
     */
    public record Wanted(Queue queue, String region, String pdu) {}

    /** A region whose terminations the colleague can see. */
    public record Region(String code, String name) {}

    /** What the system does by itself takes seconds. */
    private static final Duration GOES_ON_WITHIN = Duration.ofHours(1);

    private static final Set<Role> WORKERS = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PRACTITIONER,
            Role.PSO,
            Role.SPO,
            Role.HEAD_OF_OPERATIONS,
            Role.DATA_LEAD,
            Role.PSC_MANAGER);

    private final TerminationsOverview overview;
    private final Cases cases;
    private final TerminationDates dates;

    ListingTerminations(TerminationsOverview overview, Cases cases, TerminationDates dates) {
        this.overview = overview;
        this.cases = cases;
        this.dates = dates;
    }

    /** Whether the colleague does terminations or manages those who do. */
    public boolean worksOnThem(Colleague colleague) {
        return colleague.isServiceOwner() || WORKERS.stream().anyMatch(colleague::is);
    }

    /** Like {@link #list(Wanted, Colleague, int, int)}, for every delivery unit. */
    @Transactional(readOnly = true)
    public Listed list(Queue queue, String region, Colleague by, int limit, int offset) {
        return list(new Wanted(queue, region, ""), by, limit, offset);
    }

    /** @throws NotAllowedException if the colleague has no part in terminations */
    @Transactional(readOnly = true)
    public Listed list(Wanted wanted, Colleague by, int limit, int offset) {
        if (!worksOnThem(by))
            throw new NotAllowedException(
                    "Only colleagues who do terminations, or answer for those who do, can see them. You are signed in as %s."
                            .formatted(by.userName()));
        CaseScope scope = CaseScope.of(by, WORKERS);
        Whose whose = new Whose(scope, wanted.region(), wanted.pdu(), by.userName());
        When when = new When(dates.today(), Utc.of(dates.now().minus(GOES_ON_WITHIN)));
        Counted counted = overview.count(wanted.queue(), whose, when);
        List<Row> rows = overview.list(wanted.queue(), whose, when, counted, limit, offset);
        Map<Long, ProbationCase> listed =
                cases.all(rows.stream().map(Row::caseId).toList());
        Map<Long, List<String>> blockers =
                overview.blockers(rows.stream().map(Row::id).toList());
        List<Line> lines = rows.stream()
                .map(row -> row.readable()
                        ? Line.of(row, listed.get(row.caseId()), blockers.getOrDefault(row.id(), List.of()))
                        : Line.hidden(listed.get(row.caseId())))
                .toList();
        return new Listed(
                lines,
                counted.sizes().get(wanted.queue()),
                counted.sizes(),
                regions(scope, counted),
                overview.pdus(scope));
    }

    /**
     * The names used in audit entries and messages for the terminations of these cases, including requested ones, by
     * case.
     */
    public Map<ProbationCase, List<String>> subjects(List<Long> caseIds) {
        Map<Long, List<String>> subjects = overview.subjects(caseIds);
        return cases.all(subjects.keySet()).values().stream()
                .collect(Collectors.toMap(Function.identity(), one -> subjects.get(one.id())));
    }

    private List<Region> regions(CaseScope scope, Counted counted) {
        return overview.regions(counted.regions()).stream()
                .filter(region -> scope.hasRegion(region.code().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
