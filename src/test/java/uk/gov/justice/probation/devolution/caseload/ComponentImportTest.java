package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class ComponentImportTest extends ImportTest {
    private static final String COMPONENTS =
            "crn,eventNumber,kind,reference,label,startedOn,closedOn,outcome,version\n";
    private static final String RAR = "X000001,1,REQUIREMENT,RAR-1,Rehabilitation activity,2021-01-01,,,1\n";
    private static final String WARRANT = "X000001,1,WARRANT,W-1,Warrant,2021-05-01,2021-06-01,EXECUTED,2\n";

    @BeforeEach
    void aCase() {
        given.aCase("X000001").inPdu("Sefton").team("TEAM_NW_10").save();
    }

    @Test
    void componentsAreAddedAndChangedByVersion() {
        assertThat(take("case-components", COMPONENTS + RAR + WARRANT))
                .isEqualTo(new ImportCounts("case-components", 2, 2, 0, 0));
        assertThat(take("case-components", COMPONENTS + RAR.replace(",,,1", ",2021-09-30,COMPLETED,2") + WARRANT))
                .isEqualTo(new ImportCounts("case-components", 2, 0, 1, 1));
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM case_component WHERE outcome_code = 'COMPLETED' AND closed_on = '2021-09-30' AND version = 2"))
                .isEqualTo(1);
        assertThat(refused("case-components", COMPONENTS + RAR + WARRANT.replace("EXECUTED", "WITHDRAWN")))
                .extracting(BadRow::line, BadRow::reason)
                .containsExactly(
                        tuple(2L, "goes back: version 2 is known already"),
                        tuple(3L, "is known already with other content; a changed component needs a higher version"));
    }

    @Test
    void everythingWrongIsNamedAndNothingIsTaken() {
        assertThat(refused(
                        "case-components",
                        COMPONENTS + RAR + RAR + "X000001,1,PET,a b,,2021-01-01,2020-01-01,done,0\n"
                                + WARRANT.replace("2021-06-01", "")))
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(
                        tuple(3L, "reference"),
                        tuple(4L, "kind"),
                        tuple(4L, "reference"),
                        tuple(4L, "closedOn"),
                        tuple(4L, "outcome"),
                        tuple(4L, "label"),
                        tuple(4L, "version"),
                        tuple(5L, "outcome"));
        assertThat(refused("case-components", COMPONENTS + RAR.replace("X000001", "X000009")))
                .extracting(BadRow::reason)
                .containsExactly("has no such event: import the file 'cases' first");
        assertThat(refused("case-components", COMPONENTS + RAR, colleague("data-lead-gm")))
                .extracting(BadRow::reason)
                .containsExactly("belongs to region NW, which you may not change");
        assertThat(count("SELECT COUNT(*) FROM case_component")).isZero();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ComponentImportOnMariaDbTest extends ComponentImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ComponentImportOnMySqlTest extends ComponentImportTest {}
