package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match.Opening;

/**
 * Finds the projects an order may go to and ranks them: first the hard rules, which are never broken, then the score.
 * The same order and projects always give the same answer; for equal points and distance, the project's code decides.
 */
public final class Matching {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::score, Score.BEST_FIRST)
            .thenComparing(candidate -> candidate.site().project.code());

    private final List<Site> sites;
    private final Map<String, List<Site>> byRegion;

    /**
     * @param from the first day on which a session can be
     * @param until the last day on which the first session can be; a project that opens later is out
     */
    public Matching(Collection<Project> projects, LocalDate from, LocalDate until) {
        sites = projects.stream()
                .sorted(Comparator.comparing(Project::code))
                .map(project -> new Site(project, from, until))
                .toList();
        byRegion = sites.stream().collect(Collectors.groupingBy(site -> site.project.regionCode()));
    }

    /** The best projects, up to this many. */
    public List<Match> best(Person person, int atMost) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (Site site : byRegion.getOrDefault(person.regionCode(), List.of())) {
            if (site.days(person) != 0 || site.failures(person) != 0) continue;
            best.add(site.candidate(person));
            if (best.size() > atMost) best.poll();
        }
        return ranked(new ArrayList<>(best));
    }

    /** Every project: those that are in, best first, then those that are out, by name. */
    public List<Match> all(Person person) {
        List<Candidate> in = new ArrayList<>();
        List<Match> out = new ArrayList<>();
        for (Site site : sites) {
            int failed = site.failures(person);
            if (failed == 0) in.add(site.candidate(person));
            else out.add(new Match(site.project, filters(failed), 0, null, List.of()));
        }
        out.sort(Comparator.comparing((Match match) -> match.project().name())
                .thenComparing(match -> match.project().code()));
        List<Match> all = new ArrayList<>(ranked(in));
        all.addAll(out);
        return all;
    }

    private static List<Match> ranked(List<Candidate> in) {
        in.sort(BEST_FIRST);
        List<Match> ranked = new ArrayList<>();
        for (Candidate candidate : in)
            ranked.add(new Match(
                    candidate.site().project,
                    Set.of(),
                    ranked.size() + 1,
                    candidate.score(),
                    candidate.site().openings(candidate.days())));
        return ranked;
    }

    private static Set<Filter> filters(int failed) {
        EnumSet<Filter> filters = EnumSet.noneOf(Filter.class);
        for (Filter filter : Filter.values()) {
            if ((failed & filter.bit()) != 0) filters.add(filter);
        }
        return filters;
    }

    private record Candidate(Site site, Days days, Score score) {}

    /** A project with everything that does not depend on the person. */
    private static final class Site {
        private final Project project;
        private final LocalDate from;
        private final Days open;
        private final Days free;

        Site(Project project, LocalDate from, LocalDate until) {
            this.project = project;
            this.from = project.opens().isAfter(from) ? project.opens() : from;
            LocalDate last = project.closes() == null || project.closes().isAfter(until) ? until : project.closes();
            open = days(day -> !first(day).isAfter(last));
            free = open.and(days(day -> project.free(day) > 0));
        }

        private Days days(Predicate<DayOfWeek> which) {
            return Days.of(project.days().list().stream().filter(which).toArray(DayOfWeek[]::new));
        }

        private LocalDate first(DayOfWeek day) {
            return from.with(TemporalAdjusters.nextOrSame(day));
        }

        Candidate candidate(Person person) {
            Days possible = free.and(person.available());
            return new Candidate(this, possible, Score.of(person, project, possible));
        }

        List<Opening> openings(Days possible) {
            return possible.list().stream()
                    .map(day -> new Opening(day, first(day), project.free(day)))
                    .sorted(Comparator.comparing(Opening::from))
                    .toList();
        }

        /** Every rule that keeps the person from the project, as bits of {@link Filter}. */
        int failures(Person person) {
            int failed = days(person);
            if (!project.regionCode().equals(person.regionCode())) failed |= Filter.REGION.bit();
            if (project.kind() != Project.Kind.GROUP && project.kind() != Project.Kind.INDIVIDUAL)
                failed |= Filter.NOT_WORK.bit();
            if (person.limitedAccess() && project.kind() != Project.Kind.INDIVIDUAL)
                failed |= Filter.LIMITED_ACCESS.bit();
            if (person.excludedProjects().contains(project.code())) failed |= Filter.EXCLUDED_PROJECT.bit();
            if (mayLieIn(person.excludedAreas())) failed |= Filter.EXCLUDED_PLACE.bit();
            if (project.avoidedBy().contains(person.crn())
                    || !Collections.disjoint(person.noContact(), project.people())) failed |= Filter.NO_CONTACT.bit();
            if (person.roshLevel() == null) failed |= Filter.RISK_NOT_RECORDED.bit();
            else if (!project.roshAllowed().contains(person.roshLevel())) failed |= Filter.RISK.bit();
            if (person.needsSpo() && !person.spoApproved()) failed |= Filter.SPO_APPROVAL.bit();
            if (person.needsPractitioner() && !person.practitionerApproved())
                failed |= Filter.PRACTITIONER_APPROVAL.bit();
            if (person.needsAccess() && !project.accessible()) failed |= Filter.ACCESS.bit();
            return failed;
        }

        private boolean mayLieIn(Set<String> excluded) {
            if (excluded.isEmpty()) return false;
            return project.mayLieIn() == null || !Collections.disjoint(excluded, project.mayLieIn());
        }

        private int days(Person person) {
            if (!free.and(person.available()).none()) return 0;
            if (!open.and(person.available()).none()) return Filter.FULL.bit();
            return project.days().and(person.available()).none() ? Filter.DAYS.bit() : Filter.NOT_OPEN.bit();
        }
    }
}
