package uk.gov.justice.probation.devolution.preferencing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.StaffLeft;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;

@DomainTest
abstract class PlacesForAppealsTest {
    private static final String HOME = "L12";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlacesForAppeals places;

    @Autowired
    Placements placements;

    @Autowired
    AppealRepository appeals;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    private SomePreferences some;
    private SomeOutcomes outcomes;
    private long consultation;

    @BeforeEach
    void aConsultationWithLetters() {
        some = new SomePreferences(jdbc);
        outcomes = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        outcomes.appealsCloseInDays(consultation, 10);
    }

    @Test
    void theBestFreePlaceAmongTheBetterChoicesIsGiven() {
        long first = option("NW_10", 1);
        long second = option("NW_12", 2);
        long third = option("NW_11", 1);
        List<Long> people = some.people(consultation, 3);
        placed(people.get(0), first, first);
        placed(people.get(1), second, second);
        placed(people.get(2), third, first, second, third);
        long appeal = outcomes.decided(people.get(2), AppealOutcome.UPHELD);

        assertThat(places.find(appeal)).isTrue();
        assertThat(outcomes.places())
                .containsEntry(people.get(2), second)
                .containsEntry(people.get(0), first)
                .containsEntry(people.get(1), second);
        assertThat(places.find(appeal)).as("delivered again").isTrue();
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'APPEAL_PLACE_FOUND'"))
                .isEqualTo(1);
        assertThat(placements.freePlaces(consultation))
                .as("the place they had is vacant now")
                .containsEntry(third, 1)
                .containsEntry(second, 0);
    }

    @Test
    void aPlaceThatARuleForbidsIsNotGiven() {
        long far = some.option(consultation, "NW_10", 1);
        some.journey(HOME, "NW_10", 240);
        long near = option("NW_12", 1);
        long person = some.people(consultation, 1).getFirst();
        placed(person, near, far, near);

        assertThat(places.find(outcomes.decided(person, AppealOutcome.UPHELD))).isFalse();
        assertThat(outcomes.places()).containsEntry(person, near);
    }

    @Test
    void twoUpheldAppealsExchangePlacesAndNobodyElseIsTouched() {
        long one = option("NW_10", 1);
        long two = option("NW_12", 1);
        long three = option("NW_11", 1);
        List<Long> people = some.people(consultation, 3);
        placed(people.get(0), one, two, one);
        placed(people.get(1), two, one, two);
        placed(people.get(2), three, one, two, three);
        long early = outcomes.decided(people.get(0), AppealOutcome.UPHELD);
        long late = outcomes.decided(people.get(1), AppealOutcome.UPHELD);

        assertThat(places.find(early))
                .as("nobody else has appealed successfully yet")
                .isFalse();
        assertThat(places.find(late)).isTrue();
        assertThat(outcomes.places()).isEqualTo(Map.of(people.get(0), two, people.get(1), one, people.get(2), three));
        assertThat(appeals.get(early).optionId()).isEqualTo(two);
        assertThat(jdbc.sql("SELECT member_id FROM appeal_place WHERE appeal_id = ? ORDER BY member_id")
                        .param(late)
                        .query(Long.class)
                        .list())
                .containsExactly(people.get(0), people.get(1));
    }

    @Test
    void whoAgreedToKeepTheirPlaceIsNotAffectedAnyMore() {
        long one = option("NW_10", 1);
        long two = option("NW_12", 1);
        List<Long> people = some.people(consultation, 2);
        placed(people.get(0), one, two, one);
        placed(people.get(1), two, one, two);
        long early = outcomes.decided(people.get(0), AppealOutcome.UPHELD);
        places.find(early);
        given.arranged(early, "KEEP_PLACE");

        assertThat(places.find(outcomes.decided(people.get(1), AppealOutcome.UPHELD)))
                .isFalse();
        assertThat(outcomes.places()).isEqualTo(Map.of(people.get(0), one, people.get(1), two));
    }

    @Test
    void thoseWithoutAnyPlaceAreAssignedAgainWithThem() {
        long one = option("NW_10", 1);
        long two = option("NW_12", 1);
        List<Long> people = some.people(consultation, 3);
        placed(people.get(0), one, one);
        placed(people.get(1), null, one);
        placed(people.get(2), null, one, two);
        long appeal = outcomes.decided(people.get(1), AppealOutcome.UPHELD);

        places.find(appeal);

        Map<Long, Long> after = outcomes.places();
        assertThat(after).containsEntry(people.get(0), one);
        assertThat(List.of(people.get(1), people.get(2)))
                .as("one of them has the place that was free, though only one of them had asked for it")
                .filteredOn(person -> after.get(person) != null)
                .hasSize(1)
                .allSatisfy(person -> assertThat(after).containsEntry(person, two));
    }

    @Test
    void aPartlyUpheldAppealLooksAtTheVacancyListOnly() {
        long one = option("NW_10", 1);
        long two = option("NW_12", 1);
        List<Long> people = some.people(consultation, 2);
        placed(people.get(0), one, two, one);
        placed(people.get(1), two, one, two);
        places.find(outcomes.decided(people.get(0), AppealOutcome.UPHELD));

        assertThat(places.find(outcomes.decided(people.get(1), AppealOutcome.PARTLY)))
                .isFalse();
        assertThat(outcomes.places()).isEqualTo(Map.of(people.get(0), one, people.get(1), two));
    }

    @Test
    void nothingIsSearchedForARejectedAppealOrForSomebodyWhoHasLeft() {
        long one = option("NW_10", 2);
        long two = option("NW_12", 1);
        List<Long> people = some.people(consultation, 2);
        people.forEach(person -> some.answer(person, one, two));
        outcomes.placed(people.get(0), two);
        outcomes.placed(people.get(1), null);
        long rejected = outcomes.decided(people.get(0), AppealOutcome.REJECTED);
        long upheld = outcomes.decided(people.get(1), AppealOutcome.UPHELD);
        some.left(people.get(1));

        assertThatThrownBy(() -> places.find(rejected))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("was not upheld");
        assertThat(places.find(upheld)).isFalse();
    }

    @Test
    void hrHearsOfAPlaceThatBecomesFreeWhileSomebodyWaits() {
        long one = option("NW_10", 1);
        long two = option("NW_12", 1);
        List<Long> people = some.people(consultation, 2);
        placed(people.get(0), one, two, one);
        placed(people.get(1), two, two);
        leaves(people.get(1));
        assertThat(count("SELECT COUNT(*) FROM notification"))
                .as("nobody waits yet")
                .isZero();
        places.find(outcomes.decided(people.get(0), AppealOutcome.UPHELD));

        leaves(people.get(1));
        assertThat(jdbc.sql("SELECT body FROM notification WHERE to_group = 'hr-nw'")
                        .query(String.class)
                        .single())
                .contains("Wirral", "who wait for a better place: 1.");
    }

    /** 600 people, 90 of whom appealed successfully, all decided at the same moment. */
    @Test
    void ninetyAppealsDecidedAtOnceTakeEachPlaceOnceAndNobodyElses() throws Exception {
        List<Long> options = new ArrayList<>();
        for (String site : sites(10)) options.add(option(site, 61));
        List<Long> people = some.people(consultation, 600);
        Random chance = new Random(90);
        Map<Long, Long> before = new LinkedHashMap<>();
        for (int n = 0; n < people.size(); n++) {
            Long has = n % 30 == 29 ? null : options.get(n % 10);
            placed(people.get(n), has, choices(options, chance));
            before.put(people.get(n), has);
        }
        List<Long> appellants =
                people.stream().filter(person -> person % 20 < 3).toList();
        assertThat(appellants).hasSize(90);
        List<Long> ids = appellants.stream()
                .map(person ->
                        outcomes.decided(person, chance.nextInt(4) == 0 ? AppealOutcome.PARTLY : AppealOutcome.UPHELD))
                .toList();

        List<Callable<Boolean>> decisions =
                ids.stream().<Callable<Boolean>>map(id -> () -> places.find(id)).toList();
        int found = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var decision : threads.invokeAll(decisions)) found += decision.get() ? 1 : 0;
        }

        assertThat(found).as("better places found").isPositive();
        assertThat(outcomes.overbooked()).isZero();
        Map<Long, Long> after = outcomes.places();
        Set<Long> mayChange = new HashSet<>(appellants);
        before.forEach((person, option) -> {
            if (option == null) mayChange.add(person);
        });
        assertThat(after).allSatisfy((person, option) -> {
            if (!mayChange.contains(person))
                assertThat(option)
                        .as("place of %d, who has not appealed", person)
                        .isEqualTo(before.get(person));
            if (before.get(person) != null)
                assertThat(option).as("place of %d, who had one", person).isNotNull();
        });
    }

    /** Random consultations with random appeals, decided one after another. */
    @Test
    void nobodyLosesAConfirmedPlaceWhateverIsDecided() {
        for (int seed = 1; seed <= 12; seed++) {
            Random chance = new Random(seed);
            long random = some.consultation();
            some.round(random, seed);
            outcomes.appealsCloseInDays(random, 10);
            List<Long> options = new ArrayList<>();
            for (String site : sites(5)) options.add(some.option(random, site, 1 + chance.nextInt(2)));
            if (seed == 1) sites(5).forEach(site -> some.journey(HOME, site, 30));
            List<Long> people = new ArrayList<>();
            for (int n = 0; n < 8; n++) people.add(some.person(random, "R%02d%02d".formatted(seed, n), "CA", HOME));
            Map<Long, Integer> left = placements.freePlaces(random);
            for (long person : people) {
                Long has = options.stream()
                        .filter(option -> left.get(option) > 0 && chance.nextBoolean())
                        .findFirst()
                        .orElse(null);
                if (has != null) left.merge(has, -1, Integer::sum);
                some.answer(person, choices(options, chance));
                outcomes.placed(person, has);
            }
            for (long appellant : people.subList(0, 3)) {
                Map<Long, Long> before = outcomes.places();
                long appeal = outcomes.decided(appellant, AppealOutcome.UPHELD);
                Set<Long> waiting = new HashSet<>(
                        jdbc.sql("SELECT member_id FROM appeal WHERE consultation_id = ? AND option_id IS NULL")
                                .param(random)
                                .query(Long.class)
                                .list());
                places.find(appeal);
                assertThat(outcomes.overbooked()).isZero();
                outcomes.places().forEach((person, option) -> {
                    if (before.get(person) != null && !waiting.contains(person))
                        assertThat(option).as("seed %d", random).isEqualTo(before.get(person));
                    if (before.get(person) != null) assertThat(option).isNotNull();
                });
            }
        }
    }

    private void leaves(long person) {
        transactions.executeWithoutResult(status -> events.publishEvent(new StaffLeft(consultation, person, "P0002")));
    }

    private void placed(long person, Long option, Long... choices) {
        some.answer(person, choices);
        outcomes.placed(person, option);
    }

    private long option(String site, int places) {
        some.journey(HOME, site, 30);
        return some.option(consultation, site, places);
    }

    private static Long[] choices(List<Long> options, Random chance) {
        List<Long> shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, chance);
        return shuffled.subList(0, Math.min(5, shuffled.size())).toArray(Long[]::new);
    }

    /** Offices of delivery units in the North West. */
    private List<String> sites(int count) {
        return jdbc.sql("SELECT code FROM site WHERE region_code = 'NW' AND pdu_name IS NOT NULL ORDER BY code LIMIT ?")
                .param(count)
                .query(String.class)
                .list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PlacesForAppealsOnMariaDbTest extends PlacesForAppealsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PlacesForAppealsOnMySqlTest extends PlacesForAppealsTest {}
