package uk.gov.justice.probation.devolution.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Verdict;

/**
 * Invented staff from a fixed seed, as a round would have them: sites and home districts on a map, a mobility limit,
 * some popular sites, people who rank near and popular sites first, one in twelve who ranks nothing, one in twenty with
 * adjustments, and slightly more places than people.
 */
final class SomeStaff {
    private static final int DISTRICTS_PER_SITE = 3;
    private static final double LIMIT = 0.22;
    private static final double SPARE_PLACES = 1.03;

    private final Random random = new Random(20_210_626);
    private final int sites;
    private final int roles;
    private final double[][] site;
    private final double[][] district;
    private final double[] popularity;

    SomeStaff(int sites, int roles) {
        this.sites = sites;
        this.roles = roles;
        this.site = points(sites);
        this.district = points(sites * DISTRICTS_PER_SITE);
        this.popularity = new double[sites];
        for (int i = 0; i < sites; i++) popularity[i] = 0.3 * random.nextGaussian() - (i < sites / 8 ? 0.6 : 0);
    }

    /** @param choices how many options a person ranks at most */
    AllocationRequest request(int people, int choices, Objective objective) {
        List<Place> places = places(people);
        Map<String, Map<String, Verdict>> shared = new HashMap<>();
        List<Applicant> applicants = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int home = random.nextInt(district.length);
            int role = random.nextInt(roles);
            Map<String, Verdict> verdicts =
                    shared.computeIfAbsent(home + "/" + role, both -> Map.copyOf(verdicts(home, role)));
            if (random.nextInt(20) == 0) verdicts = adjusted(verdicts);
            applicants.add(new Applicant(
                    "P%05d".formatted(i),
                    ranking(home, role, random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(choices)),
                    verdicts));
        }
        return new AllocationRequest(places, applicants, objective, 42, choices + 1);
    }

    private List<Place> places(int people) {
        double[] size = new double[sites * roles];
        double all = 0;
        for (int i = 0; i < size.length; i++) all += size[i] = 0.3 + random.nextDouble();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < size.length; i++)
            places.add(
                    new Place(option(i / roles, i % roles), (int) Math.round(people * SPARE_PLACES * size[i] / all)));
        return places;
    }

    private Map<String, Verdict> verdicts(int home, int role) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (int i = 0; i < sites; i++)
            verdicts.put(option(i, role), distance(home, i) <= LIMIT ? Verdict.yes() : Verdict.no("MOBILITY"));
        return verdicts;
    }

    private Map<String, Verdict> adjusted(Map<String, Verdict> verdicts) {
        Map<String, Verdict> adjusted = new TreeMap<>(verdicts);
        adjusted.replaceAll(
                (option, verdict) -> verdict.allowed() && random.nextInt(4) == 0 ? Verdict.no("ADJUSTMENT") : verdict);
        return adjusted;
    }

    private List<String> ranking(int home, int role, int choices) {
        double[] wish = new double[sites];
        for (int i = 0; i < sites; i++)
            wish[i] = distance(home, i) + 0.25 * popularity[i] + 0.12 * random.nextGaussian();
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < sites; i++) best.add(i);
        best.sort(Comparator.comparingDouble(i -> wish[i]));
        return best.subList(0, choices).stream().map(i -> option(i, role)).toList();
    }

    private double[][] points(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) points[i] = new double[] {random.nextDouble(), random.nextDouble()};
        return points;
    }

    private double distance(int home, int at) {
        return Math.hypot(district[home][0] - site[at][0], district[home][1] - site[at][1]);
    }

    private static String option(int site, int role) {
        return "S%03d/%d".formatted(site, role);
    }
}
