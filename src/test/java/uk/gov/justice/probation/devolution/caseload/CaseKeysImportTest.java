package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Files say which CRNs are one person and which sentences belong to another event, and take that back. */
abstract class CaseKeysImportTest extends ImportTest {
    private static final String MERGES = "formerCrn,crn,merged\n";
    private static final String MOVES = "crn,eventNumber,toCrn,toEventNumber\n";
    private static final Colleague LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));

    @Autowired
    Cases cases;

    private long first;
    private long second;
    private long third;

    @BeforeEach
    void threeCrns() {
        first = held("X000001", 1);
        second = held("X000002", 2);
        third = held("X000003", 3);
    }

    @Test
    void rowsAreCarriedOutOneAfterTheOther() {
        assertThat(take("crn-merges", MERGES + "X000003,X000002,true\nX000002,X000001,true\n", LEAD))
                .isEqualTo(new ImportCounts("crn-merges", 2, 0, 2, 0));
        assertThat(keys()).containsExactly("X000001 1", "X000001 2", "X000001 3");

        take("crn-merges", MERGES + "X000002,X000001,false\n", LEAD);
        assertThat(keys()).containsExactly("X000001 1", "X000002 2", "X000002 3");
    }

    @Test
    void whatHoldsAlreadyChangesNothing() {
        take("crn-merges", MERGES + "X000002,X000001,true\n", LEAD);
        assertThat(take("crn-merges", MERGES + "X000002,X000001,true\nX000003,X000001,true\n", LEAD))
                .isEqualTo(new ImportCounts("crn-merges", 2, 0, 1, 1));

        take("event-moves", MOVES + "X000001,1,X000001,7\n", LEAD);
        assertThat(take("event-moves", MOVES + "X000001,1,X000001,7\nX000001,2,X000001,8\n", LEAD))
                .isEqualTo(new ImportCounts("event-moves", 2, 0, 1, 1));
        assertThat(keys()).containsExactly("X000001 7", "X000001 8", "X000001 3");
    }

    @Test
    void anEventMovesToAnotherCrnAndBack() {
        take("event-moves", MOVES + "X000002,2,X000001,2\n", LEAD);
        assertThat(keys()).containsExactly("X000001 1", "X000001 2", "X000003 3");
        assertThat(cases.find("X000002", 2).map(ProbationCase::id)).contains(second);

        take("event-moves", MOVES + "X000001,2,X000002,2\n", LEAD);
        assertThat(keys()).containsExactly("X000001 1", "X000002 2", "X000003 3");
    }

    @Test
    void aFileWithARowThatIsRefusedChangesNothingAndSaysWhyOfEach() {
        held("X000009", 3);
        assertThat(refused(
                        "crn-merges",
                        MERGES
                                + "X000002,X000001,true\nX000009,X000003,true\nX000004,X000001,true\nX000003,X000002,true\nX000001,X000003,false\n",
                        LEAD))
                .extracting(BadRow::line, BadRow::column, BadRow::value, BadRow::reason)
                .containsExactly(
                        tuple(
                                3L,
                                "formerCrn",
                                "X000009",
                                "Both CRN X000009 and CRN X000003 have an event 3. Move one of them to another number, then merge them."),
                        tuple(4L, "formerCrn", "X000004", "There is no case of CRN X000004 here."),
                        tuple(
                                5L,
                                "formerCrn",
                                "X000003",
                                "CRN X000002 was itself merged into CRN X000001. Name that one, or take that merge back first."),
                        tuple(6L, "formerCrn", "X000001", "CRN X000001 was not merged into CRN X000003."));
        assertThat(refused(
                        "event-moves", MOVES + "X000001,1,X000001,5\nX000002,2,X000003,3\nX000002,9,X000003,9\n", LEAD))
                .extracting(BadRow::line, BadRow::value, BadRow::reason)
                .containsExactly(
                        tuple(3L, "X000002 event 2", "There is an event 3 of CRN X000003. Give another number."),
                        tuple(4L, "X000002 event 9", "There is no event 9 of CRN X000002."));
        assertThat(keys()).containsExactly("X000001 1", "X000002 2", "X000003 3");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(refused(
                        "crn-merges",
                        MERGES + "x1,X000001,true\nX000002,,maybe\nX000003,X000001,true\nX000003,X000002,true\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(tuple(2L, "formerCrn"), tuple(3L, "crn"), tuple(3L, "merged"), tuple(5L, "formerCrn"));
        assertThat(refused("event-moves", MOVES + "X000001,0,X000001,1000\n"))
                .extracting(BadRow::column)
                .containsExactly("eventNumber", "toEventNumber");
    }

    @Test
    void whoeverWorksInAnotherRegionLearnsNothing() {
        take("crn-merges", MERGES + "X000002,X000001,true\n", LEAD);
        Colleague stranger = new Colleague("data-lead-gm", Set.of("data-lead-gm"));
        assertThat(refused("crn-merges", MERGES + "X000002,X000001,true\nX000003,X000001,true\n", stranger))
                .extracting(BadRow::reason)
                .noneMatch(reason -> reason.contains("merged into CRN X000001 already"));
        assertThat(refused("crn-merges", MERGES + "X000002,X000001,false\n", stranger))
                .extracting(BadRow::reason)
                .containsExactly("CRN X000002 was not merged into CRN X000001.");
        assertThat(keys()).containsExactly("X000001 1", "X000001 2", "X000003 3");
    }

    private List<String> keys() {
        return jdbc.sql("SELECT CONCAT(crn, ' ', event_number) FROM probation_case WHERE id IN (?, ?, ?) ORDER BY id")
                .params(first, second, third)
                .query(String.class)
                .list();
    }

    private long held(String crn, int event) {
        long id = given.aCase(crn).event(event).save();
        given.aService(id, "UPW_ORDERS").save();
        return id;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseKeysImportOnMariaDbTest extends CaseKeysImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseKeysImportOnMySqlTest extends CaseKeysImportTest {}
