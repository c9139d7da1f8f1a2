package uk.gov.justice.probation.devolution.unpaidwork.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.MONDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match.Opening;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project.Kind;
import uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.Someone;
import uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.Something;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * Properties that hold for every order and every set of projects. The rules are written a second time here, one by one.
 */
class MatchingPropertiesTest {
    private static final LocalDate UNTIL = MONDAY.plusDays(28);
    private static final List<String> LEVELS = List.of("RVHR", "RHRH", "RMRH", "RLRH");

    @Property(tries = 2_000)
    void noHardRuleIsEverBroken(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Person person = person(random);
        for (Match match : matching(projects(random)).all(person)) {
            assertThat(match.in()).as("%s at %s", person, match.project()).isEqualTo(allowed(person, match.project()));
            assertThat(match.in()).isEqualTo(match.rank() > 0).isEqualTo(match.score() != null);
            assertThat(match.reasons()).isNotEmpty().doesNotHaveDuplicates();
            for (Opening opening : match.openings()) {
                assertThat(possible(person, match.project(), opening.from())).isTrue();
                assertThat(opening.free()).isPositive();
            }
        }
    }

    @Property(tries = 500)
    void moreCapacityNeverMakesItWorse(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Person person = person(random);
        List<Project> projects = projects(random);
        int which = random.nextInt(projects.size());
        List<Project> more = new ArrayList<>(projects);
        more.set(which, with(projects.get(which), projects.get(which).capacity() + 1 + random.nextInt(20)));

        List<Match> before = matching(projects).all(person);
        List<Match> after = matching(more).all(person);
        assertThat(codes(after)).containsAll(codes(before));
        assertThat(bestTotal(after)).isGreaterThanOrEqualTo(bestTotal(before));
        String code = projects.get(which).code();
        before.stream()
                .filter(match -> match.in() && match.project().code().equals(code))
                .forEach(match -> {
                    Match now = after.stream()
                            .filter(other -> other.project().code().equals(code))
                            .findFirst()
                            .orElseThrow();
                    assertThat(now.rank()).isBetween(1, match.rank());
                    assertThat(now.score().total())
                            .isGreaterThanOrEqualTo(match.score().total());
                });
    }

    @Property(tries = 500)
    void theSameQuestionHasTheSameAnswerInWhateverOrderTheProjectsCome(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Person person = person(random);
        List<Project> projects = projects(random);
        List<Project> shuffled = new ArrayList<>(projects);
        Collections.shuffle(shuffled, random);
        List<Match> all = matching(projects).all(person);
        assertThat(matching(shuffled).all(person)).isEqualTo(all);
        assertThat(matching(shuffled).best(person, 3))
                .isEqualTo(all.stream().filter(Match::in).limit(3).toList());
        assertThat(all.stream()
                        .filter(Match::in)
                        .map(match -> match.score().total())
                        .toList())
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    private static boolean allowed(Person person, Project project) {
        return MONDAY.datesUntil(UNTIL.plusDays(1)).anyMatch(date -> possible(person, project, date));
    }

    /** Whether the person may work there on the date, rule by rule. */
    private static boolean possible(Person person, Project project, LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (!person.regionCode().equals(project.regionCode())) return false;
        if (person.limitedAccess() && project.kind() == Kind.GROUP) return false;
        if (project.kind() == Kind.EDUCATION || project.kind() == Kind.INDUCTION) return false;
        if (person.excludedProjects().contains(project.code())) return false;
        for (String area : person.excludedAreas()) {
            if (project.mayLieIn() == null || project.mayLieIn().contains(area)) return false;
        }
        for (String crn : project.people()) {
            if (person.noContact().contains(crn)) return false;
        }
        if (project.avoidedBy().contains(person.crn())) return false;
        if (!project.roshAllowed().contains(String.valueOf(person.roshLevel()))) return false;
        if ("RVHR".equals(person.roshLevel()) && !person.spoApproved()) return false;
        if (person.needsPractitioner() && !person.practitionerApproved()) return false;
        if (person.needsAccess() && !project.accessible()) return false;
        if (!person.available().list().contains(day) || !project.days().list().contains(day)) return false;
        if (date.isBefore(project.opens()) || project.closes() != null && date.isAfter(project.closes())) return false;
        return project.taken().getOrDefault(day, 0) < project.capacity();
    }

    private static Matching matching(List<Project> projects) {
        return new Matching(projects, MONDAY, UNTIL);
    }

    private static List<String> codes(List<Match> matches) {
        return matches.stream()
                .filter(Match::in)
                .map(match -> match.project().code())
                .toList();
    }

    private static int bestTotal(List<Match> matches) {
        return matches.getFirst().in() ? matches.getFirst().score().total() : -1;
    }

    private static Project with(Project project, int capacity) {
        return new Project(
                project.code(),
                project.name(),
                project.kind(),
                project.regionCode(),
                project.days(),
                project.opens(),
                project.closes(),
                capacity,
                project.taken(),
                project.skills(),
                project.roshAllowed(),
                project.accessible(),
                project.position(),
                project.mayLieIn(),
                project.people(),
                project.avoidedBy());
    }

    private static Person person(Random random) {
        Someone someone = new Someone();
        someone.region = rarely(random) ? "GM" : "NW";
        someone.limited = rarely(random);
        someone.rosh = rarely(random) ? null : pick(random, LEVELS);
        someone.spo = random.nextBoolean();
        someone.mappa = random.nextBoolean() ? null : "M" + (1 + random.nextInt(3));
        someone.practitioner = random.nextInt(4) > 0;
        someone.access = rarely(random);
        someone.days = new Days(random.nextInt(128));
        someone.projects = rarely(random) ? Set.of("P1", "P2") : Set.of();
        someone.areas = rarely(random) ? Set.of("L") : Set.of();
        someone.noContact = rarely(random) ? Set.of("X000002") : Set.of();
        someone.skills = some(random, "english", "maths", "gardening", "painting", "cooking");
        someone.home = rarely(random) ? null : position(random);
        return someone.person();
    }

    private static List<Project> projects(Random random) {
        List<Project> projects = new ArrayList<>();
        for (int n = 0; n < 1 + random.nextInt(8); n++) {
            Something something = new Something();
            something.code = "P" + n;
            something.kind = random.nextInt(3) > 0 ? Kind.GROUP : pick(random, List.of(Kind.values()));
            something.region = rarely(random) ? "GM" : "NW";
            something.days = new Days(1 + random.nextInt(127));
            something.opens = MONDAY.plusDays(random.nextInt(50) - 40);
            something.closes = random.nextBoolean() ? null : something.opens.plusDays(random.nextInt(80));
            something.capacity = random.nextInt(6);
            something.taken = taken(random);
            something.skills = some(random, "english", "maths", "gardening", "painting");
            something.rosh = rarely(random) ? Set.of() : new HashSet<>(LEVELS.subList(random.nextInt(3), 4));
            something.accessible = random.nextBoolean();
            something.position = rarely(random) ? null : position(random);
            something.mayLieIn =
                    something.position == null ? null : random.nextBoolean() ? Set.of("L", "CH") : Set.of("M");
            something.people = rarely(random) ? Set.of("X000002") : Set.of();
            something.avoidedBy = rarely(random) ? Set.of("X000001") : Set.of();
            projects.add(something.project());
        }
        return projects;
    }

    private static Map<DayOfWeek, Integer> taken(Random random) {
        Map<DayOfWeek, Integer> taken = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) taken.put(day, random.nextInt(7));
        }
        return taken;
    }

    private static Set<String> some(Random random, String... words) {
        Set<String> some = new HashSet<>();
        for (String word : words) {
            if (random.nextBoolean()) some.add(word);
        }
        return some;
    }

    private static Position position(Random random) {
        return new Position(53 + random.nextDouble(), -3 + random.nextDouble());
    }

    private static boolean rarely(Random random) {
        return random.nextInt(6) == 0;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
