package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/** The code lists of unpaid work that the migrations contain, as read in public HMPPS systems. */
@DomainTest
abstract class OutcomeCodesTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutcomeCodes codes;

    @Test
    void theCodeListIsTheOneOfTheRealSystem() {
        Map<Boolean, List<String>> byAttendance = codes.all().stream()
                .collect(Collectors.partitioningBy(
                        OutcomeCode::attended,
                        Collectors.mapping(
                                code -> code.code() + (code.enforceable() ? "*" : ""), Collectors.toList())));
        assertThat(byAttendance.get(true)).containsExactlyInAnyOrder("ATTC", "ATCH", "AFTC*", "AFDA", "ATSH*", "ATSS");
        assertThat(byAttendance.get(false))
                .containsExactlyInAnyOrder(
                        "UACP*", "ATFI*", "AAME", "AASD", "AAEM", "AAFC", "AACL", "AARC", "RSSR", "RSOF", "CO05",
                        "CO10", "CO38", "CO39", "CO40");
        assertThat(codes.find("XXXX")).isEmpty();
        assertThat(codes.find(null)).isEmpty();
    }

    @Test
    void everyOutcomeMeansWhatItsCreditAndStarSay() {
        DecisionTable table = new DecisionTable("processes/unpaidwork/session-outcome.dmn");
        Map<Object, List<String>> byMeaning = codes.all().stream()
                .collect(Collectors.groupingBy(
                        code -> table.evaluate(
                                Map.of("credit", code.credit().name(), "enforceable", code.enforceable())),
                        Collectors.mapping(OutcomeCode::code, Collectors.toList())));
        assertThat(byMeaning.get("CREDIT")).containsExactlyInAnyOrder("ATTC", "ATCH", "ATSS");
        assertThat(byMeaning.get("CREDIT_AND_ENFORCE")).containsExactlyInAnyOrder("AFTC", "ATSH");
        assertThat(byMeaning.get("ENFORCE")).containsExactlyInAnyOrder("UACP", "ATFI");
        assertThat(byMeaning.get("RESCHEDULE"))
                .containsExactlyInAnyOrder(
                        "AFDA", "AAME", "AASD", "AAEM", "AAFC", "AACL", "AARC", "RSSR", "RSOF", "CO05", "CO10", "CO38",
                        "CO39", "CO40");
    }

    @Test
    void noOutcomeAboutHealthOrFamilyIsOfferedInTasklist() {
        assertThat(codes.all().stream().filter(OutcomeCode::inTasklist).map(OutcomeCode::code))
                .containsExactlyInAnyOrder("ATTC", "ATCH", "AFTC", "AFDA", "ATSH", "ATSS", "UACP", "ATFI");
    }

    @Test
    void theEnforcementActionsAreThoseOfTheRealSystem() {
        assertThat(list("SELECT CONCAT(code, IF(needs_reply, '†', '')) FROM enforcement_action"))
                .containsExactlyInAnyOrder(
                        "ROM†", "NFA", "IMB", "WLS", "EA02†", "EA03†", "EA05†", "EA06", "EA07", "EA08†", "EA09", "EA10",
                        "EA11", "EA12†", "BRE01", "BRE02", "IBR", "LCL");
    }

    @Test
    void theProjectTypesAreThoseOfTheRealSystem() {
        assertThat(list("SELECT CONCAT(kind, ' ', code) FROM upw_project_type"))
                .containsExactlyInAnyOrder(
                        "GROUP PL",
                        "GROUP NP1",
                        "GROUP NP2",
                        "INDIVIDUAL ES",
                        "INDIVIDUAL ICP",
                        "INDIVIDUAL PIP2",
                        "INDIVIDUAL PSP",
                        "INDUCTION PI",
                        "INDUCTION PS",
                        "EDUCATION ET1",
                        "EDUCATION ET3",
                        "EDUCATION ET5",
                        "EDUCATION UP06");
    }

    @Test
    void theRatingsAreThoseOfTheRealSystem() {
        assertThat(codes.ratings().keySet())
                .containsExactly("EXCELLENT", "GOOD", "SATISFACTORY", "UNSATISFACTORY", "POOR", "NOT_APPLICABLE");
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OutcomeCodesOnMariaDbTest extends OutcomeCodesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OutcomeCodesOnMySqlTest extends OutcomeCodesTest {}
