package uk.gov.justice.probation.devolution.preferencing.allocating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.refusal.Taken;

@DomainTest
abstract class PlacementsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Placements placements;

    @Autowired
    PlatformTransactionManager transactions;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;

    @BeforeEach
    void twoPlacesAtSeftonAndOneAtWirral() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        sefton = some.option(consultation, "NW_10", 2);
        wirral = some.option(consultation, "NW_12", 1);
    }

    @Test
    void aPlaceIsGivenOnceAndFreedByGivingAnother() {
        List<Long> people = some.people(consultation, 2);
        placements.place(people.getFirst(), wirral, Source.ALLOCATION);
        assertThatThrownBy(() -> placements.place(people.getLast(), wirral, Source.APPEAL))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("Wirral");

        placements.place(people.getFirst(), sefton, Source.APPEAL);
        placements.place(people.getLast(), wirral, Source.APPEAL);

        assertThat(placements.freePlaces(consultation)).containsEntry(sefton, 1).containsEntry(wirral, 0);
        assertThat(placements.of(people.getFirst()).orElseThrow())
                .extracting(Placement::optionId, Placement::source)
                .containsExactly(sefton, Source.APPEAL);
    }

    @Test
    void whoeverHasTheirPlaceKeepsItWhenItIsGivenAgain() {
        long person = some.people(consultation, 1).getFirst();
        placements.place(person, wirral, Source.ALLOCATION);
        placements.place(person, wirral, Source.ALLOCATION);
        assertThat(placements.freePlaces(consultation)).containsEntry(wirral, 0);
    }

    @Test
    void whoHasLeftHoldsNoPlace() {
        List<Long> people = some.people(consultation, 2);
        placements.place(people.getFirst(), wirral, Source.ALLOCATION);
        some.left(people.getFirst());

        placements.place(people.getLast(), wirral, Source.APPEAL);

        assertThat(placements.ofConsultation(consultation))
                .extracting(Placement::memberId)
                .containsExactly(people.getLast());
    }

    @Test
    void whoeverReadAPlaceBeforeSeveralWereGivenOthersDoesNotWriteOverIt() {
        long person = some.people(consultation, 1).getFirst();
        placements.place(person, sefton, Source.ALLOCATION);
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    placements.of(person);
                    CompletableFuture.runAsync(
                                    () -> placements.rearrange(consultation, Map.of(person, wirral), Source.APPEAL))
                            .join();
                    placements.startPrepared(person, 7);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(placements.of(person).orElseThrow().optionId()).isEqualTo(wirral);
    }

    @Test
    void manyAtOnceTakeEachPlaceOnce() throws Exception {
        List<Long> people = some.people(consultation, 40);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> wishes = people.stream()
                    .<Callable<Boolean>>map(person -> () -> {
                        try {
                            placements.place(person, sefton, Source.APPEAL);
                            return true;
                        } catch (Taken full) {
                            return false;
                        }
                    })
                    .toList();
            int placed = 0;
            for (var wish : threads.invokeAll(wishes)) placed += wish.get() ? 1 : 0;
            assertThat(placed).isEqualTo(2);
        }
        assertThat(placements.freePlaces(consultation)).containsEntry(sefton, 0).containsEntry(wirral, 1);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PlacementsOnMariaDbTest extends PlacementsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PlacementsOnMySqlTest extends PlacementsTest {}
