package uk.gov.justice.probation.devolution.unpaidwork.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.MONDAY;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match.Opening;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project.Kind;
import uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.Someone;
import uk.gov.justice.probation.devolution.unpaidwork.matching.SomeMatching.Something;
import uk.gov.justice.probation.devolution.workforce.Position;

class MatchingTest {
    private final Someone someone = new Someone();
    private final Something something = new Something();

    @Test
    void whatFitsIsInOnTheDaysBothHave() {
        Match match = match();
        assertThat(match.in()).isTrue();
        assertThat(match.rank()).isEqualTo(1);
        assertThat(match.openings()).containsExactly(new Opening(DayOfWeek.MONDAY, MONDAY, 10));
        assertThat(match.reasons())
                .containsExactly(
                        "About 0 miles from home: 50 points",
                        "It meets none of the skill and education needs: 0 points",
                        "10 of 10 places free on the best day: 20 points");
    }

    @Test
    void aLimitedAccessCaseGoesToIndividualPlacementsOnly() {
        someone.limited = true;
        assertThat(match().out()).containsExactly(Filter.LIMITED_ACCESS);
        something.kind = Kind.INDIVIDUAL;
        assertThat(match().in()).isTrue();
    }

    @Test
    void nobodyWorksAtInductionsAndEducation() {
        for (Kind kind : List.of(Kind.INDUCTION, Kind.EDUCATION)) {
            something.kind = kind;
            assertThat(match().out()).containsExactly(Filter.NOT_WORK);
        }
    }

    @Test
    void excludedProjectsPlacesAndPeopleAreKeptApart() {
        someone.projects = Set.of("P1");
        someone.areas = Set.of("L");
        someone.noContact = Set.of("X000002");
        something.people = Set.of("X000002");
        assertThat(match().out()).containsExactly(Filter.EXCLUDED_PROJECT, Filter.EXCLUDED_PLACE, Filter.NO_CONTACT);

        someone.projects = Set.of("P2");
        someone.areas = Set.of("M");
        something.people = Set.of("X000003");
        assertThat(match().in()).isTrue();
        something.avoidedBy = Set.of("X000001");
        assertThat(match().out()).as("somebody there must not meet this person").containsExactly(Filter.NO_CONTACT);
    }

    @Test
    void aProjectThatMayLieAnywhereMayLieInAnExcludedPlace() {
        something.mayLieIn = null;
        assertThat(match().in()).isTrue();
        someone.areas = Set.of("M");
        assertThat(match().out()).containsExactly(Filter.EXCLUDED_PLACE);
    }

    @Test
    void theProjectSaysWhichRiskItTakes() {
        someone.rosh = "RVHR";
        someone.spo = true;
        assertThat(match().out()).containsExactly(Filter.RISK);
        someone.rosh = null;
        assertThat(match().out()).containsExactly(Filter.RISK_NOT_RECORDED);
        something.rosh = Set.of();
        someone.rosh = "RLRH";
        assertThat(match().out()).as("a project that names none takes nobody").containsExactly(Filter.RISK);
    }

    @Test
    void veryHighRiskNeedsTheSeniorProbationOfficer() {
        something.rosh = Set.of("RVHR");
        someone.rosh = "RVHR";
        assertThat(match().out()).containsExactly(Filter.SPO_APPROVAL);
        someone.spo = true;
        assertThat(match().in()).isTrue();
    }

    @Test
    void mappaTwoAndThreeNeedThePractitioner() {
        for (String level : List.of("M2", "M3")) {
            someone.mappa = level;
            someone.practitioner = false;
            assertThat(match().out()).containsExactly(Filter.PRACTITIONER_APPROVAL);
            someone.practitioner = true;
            assertThat(match().in()).isTrue();
        }
        someone.mappa = "M1";
        someone.practitioner = false;
        assertThat(match().in()).isTrue();
    }

    @Test
    void whoNeedsAccessGoesWhereThereIsAccess() {
        someone.access = true;
        assertThat(match().out()).containsExactly(Filter.ACCESS);
        something.accessible = true;
        assertThat(match().in()).isTrue();
    }

    @Test
    void aDayMustBeOneOfBothOpenAndNotFull() {
        someone.days = Days.of("TUE SUN");
        assertThat(match().out()).containsExactly(Filter.DAYS);

        someone.days = Days.of("MON");
        something.taken = Map.of(DayOfWeek.MONDAY, 10);
        assertThat(match().out()).containsExactly(Filter.FULL);
        something.taken = Map.of(DayOfWeek.MONDAY, 9);
        assertThat(match().in()).as("one place is left").isTrue();
        something.taken = Map.of(DayOfWeek.MONDAY, 11);
        assertThat(match().out()).as("one too many").containsExactly(Filter.FULL);
    }

    @Test
    void theProjectMustBeOpenOnTheDay() {
        something.closes = MONDAY.minusDays(1);
        assertThat(match().out()).containsExactly(Filter.NOT_OPEN);
        something.closes = MONDAY;
        assertThat(match().in()).as("its last day").isTrue();

        something.closes = null;
        something.opens = MONDAY.plusDays(1);
        assertThat(match().openings()).containsExactly(new Opening(DayOfWeek.MONDAY, MONDAY.plusDays(7), 10));
        something.opens = MONDAY.plusDays(28);
        assertThat(match().openings())
                .as("the last day we look at")
                .containsExactly(new Opening(DayOfWeek.MONDAY, MONDAY.plusDays(28), 10));
        something.opens = MONDAY.plusDays(29);
        assertThat(match().out()).containsExactly(Filter.NOT_OPEN);
    }

    @Test
    void everyReasonIsSaid() {
        someone.region = "GM";
        someone.limited = true;
        someone.access = true;
        someone.rosh = "RVHR";
        someone.days = Days.of("SUN");
        assertThat(match().reasons())
                .containsExactly(
                        "It belongs to another region",
                        "Access to the case is limited: only individual placements are possible",
                        "It does not take people with this risk of serious harm",
                        "The risk of serious harm is very high and no Senior Probation Officer has approved the placement",
                        "It is not accessible, which the person needs",
                        "It has no day on which the person is available");
    }

    @Test
    void theScoreCountsMilesSkillsAndVacancies() {
        someone.skills = Set.of("carpentry", "english", "maths", "gardening");
        something.skills = Set.of("carpentry", "english", "maths", "gardening");
        something.position = new Position(53.4 + 10 / 69.09, -2.99);
        something.taken = Map.of(DayOfWeek.MONDAY, 5);
        assertThat(match().score()).isEqualTo(new Score(40, 30, 10, 10));
        assertThat(match().score().total()).isEqualTo(80);

        something.position = null;
        something.skills = Set.of("english");
        assertThat(match().score()).isEqualTo(new Score(0, 10, 10, null));
        assertThat(match().reasons().getFirst()).isEqualTo("How far it is from home is not known: 0 points");
    }

    @Test
    void farAwayIsWorthNothingAndNotLessThanThat() {
        something.position = new Position(51.5, -0.1);
        assertThat(match().score().distance()).isZero();
        assertThat(match().score().miles()).isGreaterThan(150);
    }

    @Test
    void equalProjectsAreRankedByTheirCode() {
        Something other = new Something();
        other.code = "P0";
        List<Match> all = new Matching(List.of(something.project(), other.project()), MONDAY, MONDAY.plusDays(28))
                .all(someone.person());
        assertThat(all)
                .extracting(match -> match.project().code(), Match::rank)
                .containsExactly(tuple("P0", 1), tuple("P1", 2));
    }

    @Test
    void projectsThatAreOutAreListedByTheirNameAfterThoseThatAreIn() {
        Something in = new Something();
        in.code = "P9";
        something.rosh = Set.of();
        Something other = new Something();
        other.code = "P0";
        other.rosh = Set.of();
        assertThat(new Matching(
                                List.of(something.project(), in.project(), other.project()),
                                MONDAY,
                                MONDAY.plusDays(28))
                        .all(someone.person()))
                .extracting(match -> match.project().code(), Match::in)
                .containsExactly(tuple("P9", true), tuple("P0", false), tuple("P1", false));
    }

    @Test
    void daysAreReadAsTheFilesWriteThem() {
        assertThat(Days.of("MON  TUE SUN").list())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SUNDAY);
        assertThat(Days.of(" ").none()).isTrue();
        assertThat(Days.of("MON SAT").inWords()).isEqualTo("Mondays, Saturdays");
        assertThat(Days.EVERY.list()).isEqualTo(Arrays.asList(DayOfWeek.values()));
        assertThatThrownBy(() -> Days.of("MONDAY")).hasMessageStartingWith("'MONDAY' is not a day");
    }

    private Match match() {
        return new Matching(List.of(something.project()), MONDAY, MONDAY.plusDays(28))
                .all(someone.person())
                .getFirst();
    }
}
