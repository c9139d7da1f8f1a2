package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.persistence.LockingJpaRepository;
import uk.gov.justice.probation.devolution.persistence.PersistenceConfiguration;
import uk.gov.justice.probation.entities.Drawer;
import uk.gov.justice.probation.entities.Drawer.Labelled;
import uk.gov.justice.probation.entities.Drawers;
import uk.gov.justice.probation.entities.Tool;
import uk.gov.justice.probation.entities.Tools;

/**
 * Tests what all aggregates and repositories have in common (ADR 67), in a separate database and with entities that
 * exist only in tests.
 */
@SpringBootTest(
        classes = AggregatesTest.OfTests.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.jpa.hibernate.ddl-auto=create",
            "logging.level.org.hibernate.engine.jdbc.spi.SqlExceptionHelper=OFF"
        })
@ActiveProfiles("test")
@DirtiesContext
@Tag("database")
abstract class AggregatesTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class
    })
    @EntityScan(basePackageClasses = Drawer.class)
    @EnableJpaRepositories(basePackageClasses = Drawer.class, repositoryBaseClass = LockingJpaRepository.class)
    @Import({PersistenceConfiguration.class, Told.class})
    static class OfTests {}

    static class Told {
        final List<Object> within = new ArrayList<>();
        final List<Object> afterCommit = new ArrayList<>();

        @EventListener
        void within(Labelled event) {
            within.add(event);
        }

        @TransactionalEventListener
        void afterCommit(Labelled event) {
            afterCommit.add(event);
        }
    }

    @Autowired
    Drawers drawers;

    @Autowired
    Tools tools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Told told;

    private TransactionTemplate transaction;
    private long id;
    private long other;

    @Autowired
    void transactions(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
    }

    @BeforeEach
    void twoDrawers() {
        jdbc.sql("DELETE FROM drawer_content").update();
        jdbc.sql("DELETE FROM compartment").update();
        jdbc.sql("DELETE FROM drawer").update();
        jdbc.sql("DELETE FROM tool").update();
        id = drawers.save(new Drawer("nails")).id();
        other = drawers.save(new Drawer("screws")).id();
        told.within.clear();
        told.afterCommit.clear();
    }

    /** Half past one does not exist in London on that night, but it does in UTC. */
    @Test
    void aMomentIsKeptAsItIsAlsoWhereTheClockOfTheMachineLeapsOverIt() {
        LocalDateTime leaptOver = LocalDateTime.of(2027, 3, 28, 1, 30);
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        try {
            in(() -> {
                drawers.findById(id).orElseThrow().emptied(leaptOver);
                return id;
            });

            assertThat(jdbc.sql("SELECT CAST(emptied_at AS CHAR) FROM drawer WHERE id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .startsWith("2027-03-28 01:30:00");
            assertThat(in(() -> drawers.findById(id).orElseThrow().emptiedAt())).isEqualTo(leaptOver);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatWasReadBeforeIsReadAgainWhenItIsLocked() {
        String label = in(() -> {
            Drawer readBefore = drawers.findById(id).orElseThrow();
            meanwhile(() -> drawers.findById(id).orElseThrow().labelQuietly("bolts"));
            assertThat(drawers.lockById(id)).containsSame(readBefore);
            readBefore.contents().add("bolt");
            return readBefore.label();
        });

        assertThat(label).isEqualTo("bolts");
        assertThat(in(() -> drawers.findById(id).orElseThrow().contents().size()))
                .isOne();
    }

    @Test
    void severalThatWereReadBeforeAreReadAgainToo() {
        List<String> labels = in(() -> {
            drawers.findById(other);
            meanwhile(() -> drawers.findById(other).orElseThrow().labelQuietly("bolts"));
            return drawers.lockAllById(List.of(other, id, id, -1L)).stream()
                    .map(Drawer::label)
                    .toList();
        });

        assertThat(labels).containsExactly("nails", "bolts");
    }

    @Test
    void aLockWaitsForWhoeverHasIt() {
        CompletableFuture<String> second = in(() -> {
            drawers.lockById(id).orElseThrow().labelQuietly("first");
            return CompletableFuture.supplyAsync(() ->
                    in(() -> drawers.lockAllById(List.of(id, other)).getFirst().label()));
        });

        assertThat(second.join()).isEqualTo("first");
    }

    @Test
    void lockingIsOneStatementAndOfWhatIsHeldNone() throws Exception {
        assertThat(sent(() -> in(() -> drawers.lockById(id))))
                .singleElement()
                .asString()
                .containsIgnoringCase("for update");
        assertThat(sent(() -> in(() -> drawers.lockAllById(List.of(other, id)))))
                .singleElement()
                .asString()
                .containsIgnoringCase("for update")
                .contains("order by");
        assertThat(sent(() -> in(() -> {
                    drawers.lockById(id);
                    drawers.lockById(id);
                    return drawers.lockAllById(List.of(id));
                })))
                .hasSize(1);
    }

    @Test
    void whatWasChangedBeforeTheLockIsNotLost() {
        in(() -> {
            drawers.findById(id).orElseThrow().labelQuietly("changed");
            return drawers.lockById(id).orElseThrow();
        });

        assertThat(in(() -> drawers.findById(id).orElseThrow().label())).isEqualTo("changed");
    }

    @Test
    void whatIsGoneCannotBeLocked() {
        assertThat(in(() -> drawers.lockById(-1L))).isEmpty();
        assertThatThrownBy(() -> in(() -> {
                    drawers.findById(id);
                    meanwhile(() -> jdbc.sql("DELETE FROM drawer WHERE id = ?")
                            .param(id)
                            .update());
                    return drawers.lockById(id);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void aPartThatIsAddedIsWrittenWithTheWhole() {
        in(() -> {
            Drawer drawer = drawers.lockById(id).orElseThrow();
            drawer.divide("left");
            return drawers.save(drawer);
        });

        assertThat(jdbc.sql("SELECT name FROM compartment WHERE drawer_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("left");
    }

    @Test
    void whatIsLetGoIsWrittenAndNotLookedAtAnyMore() {
        String label = in(() -> {
            Drawer drawer = drawers.lockById(id).orElseThrow();
            drawer.labelQuietly("bolts");
            drawers.letGo(id);
            drawer.labelQuietly("nothing that is kept");
            return jdbc.sql("SELECT label FROM drawer WHERE id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
        });

        assertThat(label).isEqualTo("bolts");
        assertThat(in(() -> drawers.findById(id).orElseThrow().label())).isEqualTo("bolts");
    }

    @Test
    void whatNobodyWasToldOfIsNotLetGo() {
        assertThatThrownBy(() -> in(() -> {
                    drawers.lockById(id).orElseThrow().label("bolts");
                    drawers.letGo(id);
                    return null;
                }))
                .hasMessageContaining("was not saved by its repository");
    }

    @Test
    void nobodyLocksOutsideATransaction() {
        assertThatThrownBy(() -> drawers.lockById(id)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> drawers.lockAllById(List.of(id))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sqlSeesWhatWasChangedInEntities() {
        String label = in(() -> {
            drawers.findById(id).orElseThrow().labelQuietly("changed");
            return jdbc.sql("SELECT label FROM drawer WHERE id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
        });

        assertThat(label).isEqualTo("changed");
    }

    @Test
    void whatSqlChangesIsReadAgainAndWhatTheEntityChangesAfterwardsIsKeptBesideIt() {
        in(() -> {
            Drawer drawer = drawers.findById(id).orElseThrow();
            drawer.contents().add("bolt");
            jdbc.sql("UPDATE drawer SET label = CONCAT(label, ' and bolts'), version = version + 1")
                    .update();
            assertThat(drawer.label()).isEqualTo("nails and bolts");
            drawer.labelQuietly(drawer.label() + " and nuts");
            return drawer;
        });

        assertThat(in(() -> drawers.findById(id).orElseThrow().label())).isEqualTo("nails and bolts and nuts");
    }

    @Test
    void whatSqlPutsIntoATableOfAnEntitysCollectionIsReadAgain() {
        List<String> things = in(() -> {
            Drawer drawer = drawers.findById(id).orElseThrow();
            drawer.contents().add("bolt");
            jdbc.sql("UPDATE drawer_content SET thing = ? WHERE drawer_id = ?")
                    .params("nut", id)
                    .update();
            return List.copyOf(drawer.contents());
        });

        assertThat(things).containsExactly("nut");
    }

    @Test
    void whatSqlDeletesIsNoLongerSaved() {
        in(() -> {
            Drawer drawer = drawers.findById(id).orElseThrow();
            jdbc.sql("DELETE FROM drawer WHERE id = ?").param(id).update();
            drawer.labelQuietly("too late");
            return drawer;
        });

        assertThat(in(() -> drawers.findById(id))).isEmpty();
    }

    @Test
    void sqlThatChangesNothingOfAnEntityReadsNothingAgain() throws Exception {
        in(() -> tools.save(new Tool("saw", "red")));

        assertThat(sent(() -> in(() -> {
                    drawers.findById(id);
                    return jdbc.sql("UPDATE tool SET colour = 'blue'").update();
                })))
                .hasSize(2);
    }

    @Test
    void whoeverComesSecondLosesAndNothingIsWrittenOver() {
        assertThatThrownBy(() -> in(() -> {
                    Drawer drawer = drawers.findById(id).orElseThrow();
                    meanwhile(() -> drawers.findById(id).orElseThrow().labelQuietly("first"));
                    drawer.labelQuietly("second");
                    return drawer;
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(in(() -> drawers.findById(id).orElseThrow().label())).isEqualTo("first");
    }

    @Test
    void whoeverComesSecondLosesAlsoWhenSqlWritesForIt() {
        assertThatThrownBy(() -> in(() -> {
                    Drawer drawer = drawers.findById(id).orElseThrow();
                    meanwhile(() -> drawers.findById(id).orElseThrow().labelQuietly("first"));
                    drawer.labelQuietly("second");
                    return jdbc.sql("SELECT COUNT(*) FROM drawer")
                            .query(Integer.class)
                            .single();
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void onlyTheVersionCountsVersions() {
        int before = in(() -> drawers.findById(id).orElseThrow().version());

        in(() -> drawers.save(labelled("changed")));

        assertThat(in(() -> drawers.findById(id).orElseThrow().version())).isEqualTo(before + 1);
    }

    @Test
    void whatHappenedIsToldOnceWhenItIsSaved() {
        in(() -> {
            Drawer drawer = drawers.save(labelled("changed"));
            assertThat(told.within).containsExactly(new Labelled("changed"));
            assertThat(told.afterCommit).isEmpty();
            return drawers.save(drawer);
        });

        assertThat(told.within).containsExactly(new Labelled("changed"));
        assertThat(told.afterCommit).containsExactly(new Labelled("changed"));
    }

    @Test
    void aChangeOfWhichNobodyWasToldCannotBeCommitted() {
        assertThatThrownBy(() -> in(() -> labelled("changed")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not saved by its repository");

        assertThat(in(() -> drawers.findById(id).orElseThrow().label())).isEqualTo("nails");
        assertThat(told.within).isEmpty();
    }

    @Test
    void whatHasAKeyOfItsOwnIsInsertedWithoutBeingLookedFor() throws Exception {
        assertThat(sent(() -> in(() -> tools.save(new Tool("saw", "red")))))
                .singleElement()
                .asString()
                .startsWithIgnoringCase("insert");
    }

    @Test
    void whatIsThereIsNotWrittenOverByANewOneWithItsKey() {
        in(() -> tools.save(new Tool("saw", "red")));

        assertThatThrownBy(() -> in(() -> tools.save(new Tool("saw", "blue"))))
                .isInstanceOf(DataIntegrityViolationException.class);

        in(() -> {
            Tool there = tools.findById("saw").orElseThrow();
            assertThat(there.colour()).isEqualTo("red");
            there.paint("green");
            return tools.save(there);
        });
        assertThat(in(() -> tools.findById("saw").orElseThrow().colour())).isEqualTo("green");
    }

    @Test
    void eachStatementReadsWhatIsCommittedByThen() {
        in(() -> {
            jdbc.sql("SELECT COUNT(*) FROM tool").query(Integer.class).single();
            meanwhile(() -> tools.save(new Tool("saw", "red")));
            assertThat(jdbc.sql("SELECT COUNT(*) FROM tool")
                            .query(Integer.class)
                            .single())
                    .isOne();
            return null;
        });
    }

    private Drawer labelled(String label) {
        Drawer drawer = drawers.findById(id).orElseThrow();
        drawer.label(label);
        return drawer;
    }

    private <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** In another transaction, which is committed before this returns. */
    private void meanwhile(Runnable work) {
        CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> work.run()))
                .join();
    }

    private static List<String> sent(Statements.Action action) throws Exception {
        return Statements.during(action).all();
    }
}

class AggregatesOnMariaDbTest extends AggregatesTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        SpareDatabase.of(EmbeddedMariaDb.running(), settings);
    }
}

class AggregatesOnMySqlTest extends AggregatesTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        SpareDatabase.of(EmbeddedMySql.running(), settings);
    }
}

/** The database beside the product's, made where nobody has made it yet. */
final class SpareDatabase {
    private SpareDatabase() {}

    static void of(DatabaseServer server, DynamicPropertyRegistry settings) {
        settings.add(
                "spring.datasource.url",
                () -> CountsStatements.on(server.spareUrl() + "&createDatabaseIfNotExist=true"));
        settings.add("spring.datasource.username", server::user);
        settings.add("spring.datasource.password", server::password);
    }
}
