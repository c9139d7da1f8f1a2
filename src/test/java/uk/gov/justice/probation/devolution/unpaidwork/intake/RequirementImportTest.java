package uk.gov.justice.probation.devolution.unpaidwork.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.CaseRow;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.ImportTest;

@Import(RequirementImport.class)
abstract class RequirementImportTest extends ImportTest {
    static final String REQUIREMENTS = """
      crn,eventNumber,requirementId,subTypeCode,minutesOrdered,minutesCredited,eteMinutesCredited,sentenceDate,status,warningsLast12Months,homePostcodeDistrict,availableDays,\
      exclusions,skills
      """;
    private static final String ONE = "X000001,1,R1,W01,6000,600,60,2021-03-01,WK,1,L4,MON TUE,L20 X000002,painting\n";
    private static final String DONE = "X000002,1,R1,W01,2400,2400,0,2021-03-01,HC,0,,,,\n";

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void casesAndAProject() {
        clock.set("2021-10-01T09:00:00Z");
        sefton("X000001").save();
        sefton("X000002").limitedAccess().save();
        given.aCase("X000003").inRegion("GM").inPdu("Bury").team("TEAM_GM_02").save();
        sefton("X000004").orderType("CUS").save();
    }

    private CaseRow sefton(String crn) {
        return given.aCase(crn).inPdu("Sefton").team("TEAM_NW_10");
    }

    @Test
    void requirementsBecomeOrdersThatAreToldToWhoStartsThem() {
        assertThat(take("upw-requirements", REQUIREMENTS + ONE + DONE))
                .isEqualTo(new ImportCounts("upw-requirements", 2, 2, 0, 0));
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM upw_order WHERE state = 'NOT_STARTED' AND imported_on = '2021-10-01' AND warnings_imported = 1 AND exclusions = 'L20 X000002'"))
                .isEqualTo(1);
        assertThat(events.stream(OrdersImported.class))
                .as("hours complete have nothing to start")
                .singleElement()
                .satisfies(told -> assertThat(told.orderIds())
                        .containsExactly(count("SELECT MIN(id) FROM upw_order WHERE status = 'WK'")));

        assertThat(take("upw-requirements", REQUIREMENTS + ONE.replace(",600,", ",700,") + DONE))
                .isEqualTo(new ImportCounts("upw-requirements", 2, 0, 1, 1));
        assertThat(count("SELECT MAX(minutes_credited) FROM upw_order WHERE requirement_id = 'R1' AND status = 'WK'"))
                .isEqualTo(700);
        assertThat(events.stream(OrdersImported.class)).hasSize(2);
    }

    @Test
    void onceItRunsHereItsMinutesAreCountedHere() {
        take("upw-requirements", REQUIREMENTS + ONE);
        given.allOrders().state("SESSIONS").credited(3000).save();

        assertThat(take("upw-requirements", REQUIREMENTS + ONE.replace("WK,1,L4", "WK,0,L4"))
                        .unchanged())
                .isEqualTo(1);
        assertThat(take("upw-requirements", REQUIREMENTS + ONE.replace("WK,1,L4", "WK,0,L5"))
                        .changed())
                .isEqualTo(1);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM upw_order WHERE home_postcode_district = 'L5' AND minutes_credited = 3000 AND warnings_imported = 1"))
                .isEqualTo(1);
        assertThat(refused("upw-requirements", REQUIREMENTS + ONE.replace("6000", "2900")))
                .containsExactly(new BadRow(
                        2, "minutesOrdered", "2900", "is less than what is credited here already (3000 minutes)"));

        given.allOrders().state("STOPPED").save();
        assertThat(take("upw-requirements", REQUIREMENTS + ONE).unchanged())
                .as("an ended order stays as it is")
                .isEqualTo(1);
        assertThat(events.stream(OrdersImported.class)).hasSize(1);
    }

    @Test
    void minutesAndStatusAreHeldToTheirRules() {
        assertThat(reasons("W01,2399,0,0,2021-03-01,UN"))
                .containsExactly("minutesOrdered: must be at least 2400 (40 hours) of a regular requirement");
        assertThat(reasons("W05,60,0,0,2021-03-01,UN"))
                .as("what is left of another may be short")
                .isEmpty();
        assertThat(reasons("W01,18001,0,0,2021-03-01,UN"))
                .containsExactly("minutesOrdered: must be a whole number from 1 to 18000");
        assertThat(reasons("W01,2400,2401,0,2021-03-01,HC"))
                .containsExactly("minutesCredited: is more than was ordered");
        assertThat(reasons("W01,2400,800,720,2021-03-01,WK")).isEmpty();
        assertThat(reasons("W01,2400,800,721,2021-03-01,WK"))
                .containsExactly("eteMinutesCredited: is more than the 720 minutes (30 % of those ordered) that count");
        assertThat(reasons("W01,2400,10,11,2021-03-01,WK"))
                .containsExactly("eteMinutesCredited: is more than was credited");
        assertThat(reasons("W01,2400,2399,0,2021-03-01,HC"))
                .containsExactly("status: is HC (hours complete), but minutes are left");
        assertThat(reasons("W01,2400,2400,0,2021-03-01,WK"))
                .containsExactly("status: must be HC (hours complete): no minutes are left");
        assertThat(reasons("W01,2400,1,0,2021-03-01,UN"))
                .containsExactly("status: is UN (unallocated), but minutes are credited");
        assertThat(reasons("W01,2400,0,0,2021-10-02,UN")).containsExactly("sentenceDate: is in the future");
        assertThat(reasons("W02,2400,0,0,2021-10-01,XX"))
                .containsExactly("subTypeCode: is not a sub-type of unpaid work", "status: must be UN, WK or HC");
    }

    @Test
    void aRowOfAnotherRegionIsRefusedForThatReasonAlone() {
        given.theCase("X000003")
                .ended(LocalDate.of(2021, 9, 1))
                .orderType("CUS")
                .save();
        assertThat(refused(
                        "upw-requirements",
                        REQUIREMENTS + "X000003,1,R1,W01,2400,0,0,2021-03-01,WK,0,,,,\n",
                        colleague("data-lead-nw")))
                .extracting(BadRow::reason)
                .containsExactly("belongs to region GM, which you may not change");
    }

    @Test
    void whatContradictsTheCasesIsNamed() {
        given.theCase("X000002").ended(LocalDate.of(2021, 9, 1)).save();
        String row = ",1,R1,W01,2400,0,0,2021-03-01,WK,0,,,,\n";
        assertThat(refused(
                        "upw-requirements",
                        REQUIREMENTS + "X000009" + row + "X000003" + row + "X000004" + row + "X000002" + row,
                        colleague("data-lead-nw")))
                .extracting(BadRow::line, BadRow::reason)
                .containsExactly(
                        tuple(2L, "has no such event: import the file 'cases' first"),
                                tuple(3L, "belongs to region GM, which you may not change"),
                        tuple(4L, "is an event whose order type cannot carry unpaid work"),
                                tuple(5L, "is an event that has ended here: reopen it first"));
        assertThat(refused(
                        "upw-requirements",
                        REQUIREMENTS + "X000001,1,R1,W01,2400,0,0,2021-03-01,WK,0,,MON MON,NOWHERE-1,\n"))
                .extracting(BadRow::reason)
                .containsExactly(
                        "names MON twice",
                        "has 'NOWHERE-1', which is not the code of a known project, a postcode district or a CRN");
        assertThat(count("SELECT COUNT(*) FROM upw_order")).isZero();
    }

    private List<String> reasons(String middle) {
        String csv = REQUIREMENTS + "X000001,1,R1," + middle + ",0,,,,\n";
        try {
            take("upw-requirements", csv);
            return List.of();
        } catch (ImportRefusedException refused) {
            return refused.badRows().stream()
                    .map(bad -> bad.column() + ": " + bad.reason())
                    .toList();
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RequirementImportOnMariaDbTest extends RequirementImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RequirementImportOnMySqlTest extends RequirementImportTest {}
