package uk.gov.justice.probation.devolution.unpaidwork.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.caseload.AccessLimited;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ChangingKeys;
import uk.gov.justice.probation.devolution.caseload.LookingAtCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** What a case is called changes; what is known of it, and what called it so before, does not get lost. */
@DomainTest
abstract class ChangingKeysTest {
    private static final Colleague LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChangingKeys keys;

    @Autowired
    Cases cases;

    @Autowired
    LookingAtCases looking;

    @Autowired
    Orders orders;

    @Autowired
    ApplicationEvents events;

    private long kept;
    private long givenUp;
    private long order;

    @BeforeEach
    void twoCrnsOfOnePerson() {
        kept = held("X000001", 1);
        givenUp = held("X000002", 2);
        order = given.anOrder(givenUp, "R2").state("SESSIONS").save();
    }

    @Test
    void historyAndOpenWorkGoOnUnderTheCrnThatIsKept() {
        assertThat(keys.merge(" x000002", "X000001", LEAD).events()).containsExactly(1, 2);

        assertThat(keysOf(givenUp)).isEqualTo("X000001 2");
        assertThat(cases.find("X000002", 2).map(ProbationCase::id)).contains(givenUp);
        assertThat(orders.ofCase(givenUp))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(order));
        assertThat(looking.find("X000002", LEAD).orElseThrow().events()).hasSize(2);
        assertThat(count("SELECT COUNT(*) FROM upw_order")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM case_service WHERE open_mark = 1"))
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE action = 'CASE_KEY_CHANGED'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("X000002", "X000001");
        assertThat(jdbc.sql("SELECT subject FROM notification")
                        .query(String.class)
                        .list())
                .containsExactly("CRN X000002, event 2 is now CRN X000001, event 2");
    }

    @Test
    void theOnlyEventOfACrnMovesAwayAndBack() {
        keys.move("X000002", 2, "X000001", 2, LEAD);
        assertThat(keys.move("X000001", 2, "X000002", 2, LEAD).events()).containsExactly(2);
        assertThat(List.of(keysOf(kept), keysOf(givenUp))).containsExactly("X000001 1", "X000002 2");
        assertThatThrownBy(() -> keys.move("X000002", 2, "X000007", 2, LEAD))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no case of CRN X000007 here.");
    }

    @Test
    void takingItBackIsItsMirror() {
        keys.merge("X000002", "X000001", LEAD);
        assertThat(keys.takeBack("X000002", LEAD).events()).containsExactly(2);
        assertThat(List.of(keysOf(kept), keysOf(givenUp))).containsExactly("X000001 1", "X000002 2");
        assertThat(cases.find("X000001", 2)).isEmpty();
        assertThatThrownBy(() -> keys.takeBack("X000002", LEAD)).isInstanceOf(NotFound.class);
        keys.merge("X000002", "X000001", LEAD);
        assertThat(keysOf(givenUp)).as("merged again").isEqualTo("X000001 2");
    }

    @Test
    void whatIsMergedAgainIsFoundByEveryNameItHad() {
        held("X000003", 3);
        keys.merge("X000002", "X000003", LEAD);
        keys.merge("X000003", "X000001", LEAD);
        assertThat(cases.find("X000002", 2).map(ProbationCase::id)).contains(givenUp);
        assertThat(cases.present("X000002")).isEqualTo("X000001");
        assertThatThrownBy(() -> keys.takeBack("X000002", LEAD))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("CRN X000003 was itself merged into CRN X000001");
        keys.takeBack("X000003", LEAD);
        keys.takeBack("X000002", LEAD);
        assertThat(keysOf(givenUp)).isEqualTo("X000002 2");
    }

    @Test
    void whatCannotBeMergedIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> keys.merge("X000001", "x000001", LEAD)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> keys.merge("X00001", "X000001", LEAD)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> keys.merge("X000009", "X000001", LEAD))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no case of CRN X000009 here.");
        assertThatThrownBy(() -> keys.merge("X000001", "X000009", LEAD)).isInstanceOf(NotFound.class);
        held("X000002", 1);
        assertThatThrownBy(() -> keys.merge("X000002", "X000001", LEAD))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessage(
                        "Both CRN X000002 and CRN X000001 have an event 1. Move one of them to another number, then merge them.");
        keys.move("X000002", 1, "X000002", 3, LEAD);
        assertThat(keys.merge("X000002", "X000001", LEAD).events()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> keys.merge("X000002", "X000001", LEAD))
                .isInstanceOf(Taken.class)
                .hasMessage("CRN X000002 was merged into CRN X000001 already.");
        held("X000004", 4);
        assertThatThrownBy(() -> keys.merge("X000004", "X000002", LEAD))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Name that one");
    }

    @Test
    void onlyTheDataLeadOfAllItsRegionsChangesIt() {
        assertThatThrownBy(() -> keys.merge("X000002", "X000001", new Colleague("admin", Set.of("case-admin-nw"))))
                .isInstanceOf(NotAllowedException.class);
        given.aCase("X000005").event(5).inRegion("GM").save();
        assertThatThrownBy(() -> keys.merge("X000005", "X000001", LEAD)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> keys.move("X000005", 5, "X000001", 6, LEAD)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void nobodyElseLearnsThatTwoCrnsAreOnePerson() {
        keys.merge("X000002", "X000001", LEAD);
        given.aCase("X000005").event(5).inRegion("GM").save();
        Colleague elsewhere = new Colleague("data-lead-gm", Set.of("data-lead-gm"));
        for (Executable attempt : List.<Executable>of(
                () -> keys.merge("X000002", "X000005", elsewhere),
                () -> keys.merge("X000005", "X000002", elsewhere),
                () -> keys.move("X000005", 5, "X000002", 6, elsewhere),
                () -> keys.takeBack("X000002", elsewhere))) {
            assertThatThrownBy(attempt::execute)
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("X000002")
                    .hasMessageNotContaining("X000001");
        }
        assertThat(keysOf(givenUp)).isEqualTo("X000001 2");
    }

    @Test
    void whileOneOfThemIsHandedOverNeitherMoves() {
        long handover = new SomeCases(jdbc)
                .handover("B-1", "HANDOVER", "NW", "UPW_ORDERS", "", "REGION_NW", "REGION_NW", TODAY, "");
        given.aFrozenQueue(handover, "REGION_NW", "UPW_ORDERS").save();
        assertThatThrownBy(() -> keys.merge("X000002", "X000001", LEAD)).isInstanceOf(Frozen.class);
        assertThatThrownBy(() -> keys.move("X000002", 2, "X000002", 3, LEAD)).isInstanceOf(Frozen.class);
        assertThat(keysOf(givenUp)).isEqualTo("X000002 2");
    }

    @Test
    void accessIsLimitedIfItWasToEither() {
        given.theCase(kept).limitedAccess().practitioner("P0001").save();
        Colleague reads = new Colleague("P0001", Set.of("data-lead-nw"));
        assertThatThrownBy(() -> keys.merge("X000002", "X000001", LEAD)).isInstanceOf(NotAllowedException.class);
        keys.merge("X000002", "X000001", reads);
        assertThat(cases.get(givenUp).limitedAccess()).isTrue();
        assertThat(events.stream(AccessLimited.class))
                .singleElement()
                .satisfies(limited -> assertThat(limited.cases()).containsExactlyInAnyOrder(kept, givenUp));
        assertThat(jdbc.sql("SELECT CONCAT(subject, body) FROM notification")
                        .query(String.class)
                        .list())
                .allSatisfy(text -> assertThat(text).doesNotContain("X000002", "event"));
        held("X000006", 6);
        assertThatThrownBy(() -> keys.move("X000001", 2, "X000006", 2, reads))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Limit it there first");
        keys.takeBack("X000002", reads);
        assertThat(cases.get(givenUp).limitedAccess()).isFalse();
    }

    @Test
    void aSentenceMovesToAnotherEventAndBack() {
        keys.move("X000002", 2, "X000001", 7, LEAD);
        assertThat(keysOf(givenUp)).isEqualTo("X000001 7");
        assertThat(cases.find("X000002", 2).map(ProbationCase::id)).contains(givenUp);
        held("X000002", 8);
        assertThatThrownBy(() -> keys.move("X000002", 8, "X000001", 7, LEAD))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessage("There is an event 7 of CRN X000001. Give another number.");
        assertThatThrownBy(() -> keys.move("X000002", 8, "X000002", 2, LEAD))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("files may still call it so");
        assertThatThrownBy(() -> keys.move("X000002", 8, "X000002", 0, LEAD)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> keys.move("X000002", 9, "X000002", 3, LEAD)).isInstanceOf(NotFound.class);
        keys.move("X000001", 7, "X000002", 2, LEAD);
        assertThat(keysOf(givenUp)).isEqualTo("X000002 2");
        assertThat(cases.find("X000001", 7))
                .as("what it was called in between still finds it")
                .map(ProbationCase::id)
                .contains(givenUp);
    }

    @Test
    void ofTwoAtOnceOneIsDone() throws Exception {
        Callable<String> oneWay = () -> outcome("X000002", "X000001");
        Callable<String> theOther = () -> outcome("X000001", "X000002");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<String> done = threads.invokeAll(List.of(oneWay, theOther)).stream()
                    .map(result -> {
                        try {
                            return result.get();
                        } catch (InterruptedException | ExecutionException failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
            assertThat(done).containsOnlyOnce("merged");
        }
        assertThat(count("SELECT COUNT(DISTINCT crn) FROM probation_case")).isEqualTo(1);
    }

    private String outcome(String former, String into) {
        try {
            keys.merge(former, into, LEAD);
            return "merged";
        } catch (NotPossibleNow refused) {
            return "refused";
        }
    }

    private long held(String crn, int event) {
        long id = given.aCase(crn).event(event).save();
        given.aService(id, "UPW_ORDERS").save();
        return id;
    }

    private String keysOf(long caseId) {
        return jdbc.sql("SELECT CONCAT(crn, ' ', event_number) FROM probation_case WHERE id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ChangingKeysOnMariaDbTest extends ChangingKeysTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ChangingKeysOnMySqlTest extends ChangingKeysTest {}
