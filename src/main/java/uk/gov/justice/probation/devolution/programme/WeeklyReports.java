package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverBoard;
import uk.gov.justice.probation.devolution.handover.HandoverBoard.Row;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;
import uk.gov.justice.probation.devolution.programme.WeeklyReport.Line;
import uk.gov.justice.probation.devolution.programme.WeeklyReportBatch.Kept;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.work.RegionsQuery;

/**
 * Makes the weekly report when somebody asks for it: for the PSC Service Owner of all regions, for the managers of a
 * region of theirs. A past week is as it was kept at its end. Of weeks from before anything was kept, what a handover
 * was follows from its dates; what was at risk, overdue or broken is not known.
 */
@Service
public class WeeklyReports {
    private static final List<Role> READERS = List.of(Role.PROGRAMME, Role.HEAD_OF_OPERATIONS, Role.RPD);
    private static final int WEEKS = 26;

    private final ProgrammeOverview programme;
    private final HandoverBoard handovers;
    private final RegionsQuery regions;
    private final WeeklyReportBatch kept;
    private final Deadlines deadlines;
    private final Clock clock;

    WeeklyReports(
            ProgrammeOverview programme,
            HandoverBoard handovers,
            RegionsQuery regions,
            WeeklyReportBatch kept,
            Deadlines deadlines,
            Clock clock) {
        this.programme = programme;
        this.handovers = handovers;
        this.regions = regions;
        this.kept = kept;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public static boolean isFor(Colleague colleague) {
        return colleague.isServiceOwner() || READERS.stream().anyMatch(colleague::is);
    }

    /** The Mondays of the weeks that can be reported on, the present one first. */
    public List<LocalDate> weeks() {
        LocalDate monday = monday(deadlines.today());
        return Stream.iterate(monday, week -> week.minusWeeks(1)).limit(WEEKS).toList();
    }

    /**
     * Of one of these weeks, by its Monday as in an address; otherwise of the present one.
     *
     * @throws NotAllowedException if the colleague manages no region
     */
    @Transactional(readOnly = true)
    public WeeklyReport of(String week, Colleague by) {
        LocalDate monday = weeks().stream()
                .filter(one -> one.toString().equals(week))
                .findFirst()
                .orElse(monday(deadlines.today()));
        boolean present = monday.equals(monday(deadlines.today()));
        Map<String, Kept> past = present ? Map.of() : kept.of(monday);
        List<Line> lines = lines(monday, present, region -> reads(by, region)).stream()
                .map(line ->
                        past.containsKey(line.code()) ? past.get(line.code()).line() : line)
                .toList();
        if (lines.isEmpty() && !isFor(by))
            throw new NotAllowedException(
                    "Only the PSC Service Owner, and the programme office, the Head of Operations and the Regional Probation Director of a region, can read the weekly report. You are signed in as %s."
                            .formatted(by.userName()));
        LocalDate keptOn = lines.stream()
                .map(line -> past.get(line.code()))
                .filter(Objects::nonNull)
                .map(Kept::on)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new WeeklyReport(monday, present, keptOn, lines);
    }

    /** Keeps how it stands now as that of the present week. What is kept later in the week takes its place. */
    @Transactional
    public void keepPresentWeek() {
        LocalDate today = deadlines.today();
        kept.keep(monday(today), today, lines(monday(today), true, region -> true));
    }

    private List<Line> lines(LocalDate monday, boolean present, Predicate<String> asked) {
        Instant from = monday.atStartOfDay(clock.getZone()).toInstant();
        Instant until = monday.plusWeeks(1).atStartOfDay(clock.getZone()).toInstant();
        List<Row> rows = handovers.rows();
        Map<String, Integer> overdue = present ? regions.overdueTasks() : null;
        Map<String, Integer> incidents = present ? regions.incidents() : null;
        return programme.regions().stream()
                .map(RegionStanding::region)
                .filter(region -> asked.test(region.code()))
                .map(region -> line(
                        region,
                        rows.stream()
                                .filter(row -> row.handover().region().code().equals(region.code()))
                                .toList(),
                        from,
                        until,
                        monday.plusWeeks(1),
                        present,
                        overdue == null ? null : overdue.getOrDefault(region.code(), 0),
                        incidents == null ? null : incidents.getOrDefault(region.code(), 0)))
                .toList();
    }

    private static Line line(
            CodeAndName region,
            List<Row> rows,
            Instant from,
            Instant until,
            LocalDate nextMonday,
            boolean present,
            Integer overdue,
            Integer incidents) {
        int ended = 0;
        int late = 0;
        int atRisk = 0;
        int moved = 0;
        int left = 0;
        List<String> toLookAt = new ArrayList<>();
        for (Row row : rows) {
            HandoverReport handover = row.handover();
            if (isBefore(handover.transferredAt(), until) && !isBefore(handover.transferredAt(), from)) {
                moved += handover.counts().moved();
                left += handover.counts().left();
            }
            if (isBefore(handover.closedAt(), until)) ended++;
            else if (present ? row.punctuality().late() : wasLate(handover, until, nextMonday)) {
                late++;
                toLookAt.add("%s, %s: late, due on %s%s."
                        .formatted(
                                handover.planRowId(),
                                handover.service().name(),
                                Deadlines.inWords(handover.due()),
                                present && !row.waitsFor().isEmpty() ? ". It waits for: " + row.waitsFor() : ""));
            } else if (present && row.punctuality().isAtRisk()) {
                atRisk++;
                toLookAt.add("%s, %s: at risk. %s"
                        .formatted(
                                handover.planRowId(),
                                handover.service().name(),
                                String.join(" ", row.punctuality().risks())));
            }
        }
        return new Line(
                region.code(),
                region.name(),
                rows.size(),
                ended,
                rows.size() - ended - late - atRisk,
                late,
                present ? atRisk : null,
                moved,
                left,
                overdue,
                incidents,
                toLookAt);
    }

    private static boolean wasLate(HandoverReport handover, Instant until, LocalDate nextMonday) {
        return handover.due() != null
                && handover.due().isBefore(nextMonday)
                && !isBefore(handover.transferredAt(), until)
                && handover.state() != HandoverState.CANCELLED;
    }

    private static boolean isBefore(Instant at, Instant moment) {
        return at != null && at.isBefore(moment);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean reads(Colleague colleague, String region) {
        return colleague.isServiceOwner()
                || READERS.stream().anyMatch(role -> colleague.heldFor(role).contains(region.toLowerCase(Locale.ROOT)));
    }
}
