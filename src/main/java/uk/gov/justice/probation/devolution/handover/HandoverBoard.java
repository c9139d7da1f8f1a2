package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;

/**
 * The handovers of every region's latest launch as a manager reads them: what each waits for, and how it keeps to its
 * dates.
 */
@Service
@Transactional(readOnly = true)
public class HandoverBoard {

    /**
     * @param waitsFor the gates, or whatever else comes next, in words; empty if it has ended
     * @param since since when it has waited so; null if that is not known
     */
    public record Row(HandoverReport handover, Punctuality punctuality, String waitsFor, Instant since) {}

    /**
     * Cases, each counted once, whatever number of its services moves. One has moved when nothing of it waits and
     * nothing of it was left behind.
     *
     * @param countedAt null if they were not counted yet
     */
    public record Cases(long inScope, long moved, Instant countedAt) {}

    private final HandoverOverview handovers;
    private final PunctualityPolicy policy;
    private final BoardQuery query;

    HandoverBoard(
            HandoverOverview handovers,
            Deadlines deadlines,
            HandoverSettings settings,
            WarningSettings warnings,
            BoardQuery query) {
        this.handovers = handovers;
        this.policy = new PunctualityPolicy(deadlines, settings, warnings);
        this.query = query;
    }

    public List<Row> rows() {
        List<HandoverReport> all = handovers.latest(Filter.ALL);
        Map<String, Set<String>> services = query.servicesOfCases();
        Map<Long, Instant> since = query.since();
        return all.stream()
                .map(handover -> {
                    List<HandoverReport> feeding = all.stream()
                            .filter(move -> feeds(move, handover, services))
                            .toList();
                    return new Row(
                            handover,
                            policy.of(handover, feeding),
                            waitsFor(handover, feeding),
                            since.get(handover.id()));
                })
                .toList();
    }

    /** @param service of the plan; null for all, as for the region */
    public Cases cases(String region, String service) {
        return query.cases(region, service == null ? CaseCountBatch.ALL_SERVICES : service);
    }

    private static boolean feeds(HandoverReport move, HandoverReport fed, Map<String, Set<String>> services) {
        return move.kind() == HandoverKind.SITE_MOVE
                && fed.kind() == HandoverKind.HANDOVER
                && move.region().equals(fed.region())
                && fed.from().contains(move.to())
                && services.getOrDefault(move.service().code(), Set.of()).stream()
                        .anyMatch(services.getOrDefault(fed.service().code(), Set.of())::contains);
    }

    private static String waitsFor(HandoverReport handover, List<HandoverReport> feeding) {
        return switch (handover.state()) {
            case PLANNED ->
                handover.kind() == HandoverKind.MILESTONE
                        ? "The milestone to be reached"
                        : "Its window, which opens on " + Deadlines.inWords(handover.windowStart());
            case WAITING ->
                feeding.stream()
                        .filter(move -> !move.state().ended())
                        .map(HandoverReport::planRowId)
                        .collect(Collectors.joining(" and ", "Site move ", ""));
            case INVENTORY -> "The inventory";
            case GATES ->
                handover.gates().stream()
                        .filter(gate -> !gate.met())
                        .map(gate -> gate.gate().label())
                        .reduce((one, next) -> one + ", " + next)
                        .orElse("The assessment of readiness");
            case DECISION -> "The decision to go, hold or cancel";
            case SCHEDULED -> "Its day, " + Deadlines.inWords(handover.plannedDate());
            case TRANSFER -> "Its cases, which are moving";
            case EXCEPTIONS -> "Decisions on cases that changed";
            case SIGNING -> "The signatures of both units";
            case HYPERCARE -> "The review after hypercare";
            case CLOSED, CALLED_OFF, CANCELLED -> "";
        };
    }
}
