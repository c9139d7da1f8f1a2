package uk.gov.justice.probation.devolution.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.Scope;
import uk.gov.justice.probation.devolution.handover.ScopeQuery.Part;
import uk.gov.justice.probation.devolution.imports.CsvRow;

/**
 * Checks the rows of one plan against each other as they are read: no id twice; no two rows that overlap, so that a
 * unit could lose the same case's service to both; no work that moves between sites in a circle, or to a site after it
 * was handed over from there. Of a faulty row, whatever could be read counts.
 */
final class PlanFile {
    private static final int TOLD = 3;

    private record Planned(long line, PlanRow row) {

        private String inWords() {
            return "%s in line %d".formatted(row.id(), line);
        }
    }

    private final PlanRules rules;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    PlanFile(PlanRules rules) {
        this.rules = rules;
    }

    /** The services of a case that a service of the plan consists of. */
    List<Part> parts(String service) {
        return parts.computeIfAbsent(service, rules::parts);
    }

    /** @param row with null, or an empty list, for what could not be read */
    void add(CsvRow line, PlanRow row) {
        Long first = row.id() == null ? null : ids.putIfAbsent(row.id(), line.line());
        if (first != null) line.reject("id", "is already in line %d".formatted(first));
        if (row.service() == null || row.scope() == null || row.kind() == null) return;
        Planned added = new Planned(line.line(), row);
        reportOverlaps(line, added);
        reportWrongOrder(line, added);
        if (row.kind() == HandoverKind.SITE_MOVE) {
            circle(added)
                    .ifPresent(other -> line.reject(
                            "to_unit", "moves work in a circle: %s moves it back".formatted(other.inWords())));
        }
        planned.add(added);
    }

    private void reportOverlaps(CsvRow line, Planned added) {
        List<Planned> overlapping = planned.stream()
                .filter(other -> shareAny(added.row().fromUnits(), other.row().fromUnits())
                        && sharePart(added.row(), other.row()))
                .toList();
        overlapping.stream()
                .limit(TOLD)
                .forEach(other -> line.reject(
                        "scope",
                        "overlaps with %s: the same unit could lose the same case's service to both"
                                .formatted(other.inWords())));
        if (overlapping.size() > TOLD)
            line.reject("scope", "overlaps with %d more rows before it".formatted(overlapping.size() - TOLD));
    }

    private void reportWrongOrder(CsvRow line, Planned added) {
        planned.stream()
                .filter(other -> feedsTooLate(other.row(), added.row()))
                .limit(TOLD)
                .forEach(other -> line.reject(
                        "window_start",
                        "is before %s, which moves the work to %s first (%s)"
                                .formatted(
                                        other.inWords(),
                                        other.row().toUnit(),
                                        other.row().windowStart())));
        planned.stream()
                .filter(other -> feedsTooLate(added.row(), other.row()))
                .limit(TOLD)
                .forEach(other -> line.reject(
                        "window_start",
                        "is after %s, which hands the work over from %s (%s)"
                                .formatted(
                                        other.inWords(),
                                        added.row().toUnit(),
                                        other.row().windowStart())));
    }

    /** Whether work would move to a site only after the window in which it is handed over from there has opened. */
    private boolean feedsTooLate(PlanRow move, PlanRow handover) {
        return move.kind() == HandoverKind.SITE_MOVE
                && handover.kind() == HandoverKind.HANDOVER
                && move.windowStart() != null
                && handover.windowStart() != null
                && move.windowStart().isAfter(handover.windowStart())
                && handover.fromUnits().contains(move.toUnit())
                && sharePart(move, handover);
    }

    /** An earlier site move that leads, directly or through others, from this one's destination back to its origin. */
    private Optional<Planned> circle(Planned added) {
        Set<String> reached = new HashSet<>();
        Deque<String> at = new ArrayDeque<>();
        if (added.row().toUnit() != null) at.add(added.row().toUnit());
        while (!at.isEmpty()) {
            String unit = at.remove();
            if (!reached.add(unit)) continue;
            for (Planned other : planned) {
                boolean goesOn = other.row().kind() == HandoverKind.SITE_MOVE
                        && other.row().toUnit() != null
                        && other.row().fromUnits().contains(unit)
                        && sharePart(added.row(), other.row());
                if (goesOn && added.row().fromUnits().contains(other.row().toUnit())) return Optional.of(other);
                if (goesOn) at.add(other.row().toUnit());
            }
        }
        return Optional.empty();
    }

    /** Whether the same service of the same case could be in both. */
    private boolean sharePart(PlanRow one, PlanRow other) {
        return shareAny(one.regions(), other.regions())
                && parts(one.service()).stream()
                        .anyMatch(part -> parts(other.service()).stream()
                                .anyMatch(otherPart -> part.serviceCode().equals(otherPart.serviceCode())
                                        && !taken(one, part).excludes(taken(other, otherPart))));
    }

    private Scope taken(PlanRow row, Part part) {
        return scopes.computeIfAbsent(row.scope(), rules::scope).narrowedBy(part.scope());
    }

    private static boolean shareAny(List<String> one, List<String> other) {
        return one.stream().anyMatch(other::contains);
    }
}
