package uk.gov.justice.probation.devolution.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.ReferenceRows;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;

/** London joins with nothing but files, some from the PSC Service Owner and the rest from its own people. */
class FurtherRegionProcessTest extends ProcessScenario {
    private static final String PSC_MANAGER = "psc-manager-bromley";
    private static final String HEAD_OF_OPERATIONS = "head-of-operations-london";
    private static final String PROGRAMME = "programme-london";
    private static final String HR = "hr-london";

    @Autowired
    Imports imports;

    @Autowired
    DataSource dataSource;

    private ReferenceRows before;

    @BeforeEach
    void londonComesByFiles() {
        before = ReferenceRows.of(dataSource);
        take("psc-service-owner", "regions", """
            regionCode,name,shortName,providerCode
            LONDON,London,London,N07
            """);
        take(HR, "pdus", """
            regionCode,pduName
            LONDON,Camden and Islington
            LONDON,Croydon
            """);
        take("psc-service-owner", "units", """
            unitCode,name,kind,regionCode,siteCode,groupName
            REGION_LONDON,London,REGION,LONDON,,
            LSC_BROMLEY,London Service Centre Bromley,LSC,LONDON,BROMLEY_LSC,bromley
            """);
        take(HR, "sites", """
            siteCode,name,regionCode,pduName,leaseEnd,virtual,latitude,longitude
            LDN_01,Camden probation office,LONDON,Camden and Islington,,false,51.54,-0.14
            LDN_02,Croydon probation office,LONDON,Croydon,,false,51.37,-0.10
            """);
        take(HR, "unit-teams", """
            teamCode,name,kind,unitCode,siteCode
            TEAM_LONDON_ADMIN,London administration,ADMINISTRATION,REGION_LONDON,LDN_01
            TEAM_LDN_01,Camden sentence management,SENTENCE_MANAGEMENT,REGION_LONDON,LDN_01
            """);
        take(HR, "staff", """
            staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
            LDN0001,Ann Archer,ann.archer@example.org,CA,1,LDN_01,TEAM_LONDON_ADMIN,,LONDON,2015-01-01,60,CLEARED,NW1,,
            LDN0002,Ben Baker,ben.baker@example.org,CA,1,BROMLEY_LSC,LSC_BROMLEY_ADMIN,LDN0001,LONDON,2016-01-01,48,CLEARED,BR1,,
            """);
        take(HR, "vacancies", """
            siteCode,role,places,tasks
            LDN_02,CA_GENERAL,2,Letters
            """);
        take("data-lead-london", "cases", """
            crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version
            L000001,1,LONDON,Croydon,TEAM_LDN_01,,201,2021-01-01,2027-01-01,NPS,false,RMRH,B2,,false,1
            L000002,1,LONDON,Croydon,TEAM_LDN_01,,201,2021-01-01,2027-01-01,NPS,false,RMRH,B2,,false,1
            L000003,1,LONDON,Camden and Islington,TEAM_LDN_01,,201,2021-01-01,2027-01-01,CRC,false,RLRH,C1,,false,1
            """);
        take("data-lead-london", "case-services", """
            crn,eventNumber,service,unit,workInProgress,lastChanged
            L000001,1,TERMINATIONS,LSC_BROMLEY,false,2021-09-01T09:00:00Z
            L000002,1,TERMINATIONS,LSC_BROMLEY,false,2021-09-01T09:00:00Z
            L000003,1,TERMINATIONS,LSC_BROMLEY,false,2021-09-01T09:00:00Z
            """);
        take("psc-service-owner", "plan", """
            id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note
            H-LDN-1,HANDOVER,LONDON,TERMINATIONS,,LSC_BROMLEY,REGION_LONDON,2021-10-01,2022-01-31,yes,BRIEFING,
            """);
    }

    @AfterEach
    void putBack() {
        before.putBack();
    }

    @Test
    void itsProgrammeHandsAServiceOver() {
        long instance = entered(
                "regional-programme",
                Map.of(
                        "regionCode",
                        "LONDON",
                        "datesFrom",
                        "BASE_DATE",
                        "baseDate",
                        LocalDate.now(time).toString()));
        tasklist.complete("Task_ConfirmLaunch", PROGRAMME, Map.of("launchAnswer", "CONFIRM"));
        untilMorningOf(workingDay(2));
        process(instance).hasActiveElements("Call_ServiceHandover");

        tasklist.complete("Task_ConfirmInventory", PSC_MANAGER, Map.of("inventoryAnswer", "CONFIRM"));
        tasklist.complete(
                "Task_Briefing",
                "change-london",
                Map.of(
                        "briefedStaff",
                        List.of("LDN0001"),
                        "briefedOn",
                        LocalDate.now(time).toString()));
        LocalDate transfer = workingDay(10);
        tasklist.complete(
                "Task_Decide",
                HEAD_OF_OPERATIONS,
                Map.of("decision", "GO", "understood", true, "transferDate", transfer.toString()));
        untilMorningOf(transfer);
        tasklist.complete(
                "Task_SignReleasing",
                PSC_MANAGER,
                Map.of("releasingSignature", "SIGN", "understood", true, "releasingNote", "As agreed"));
        tasklist.complete(
                "Task_SignReceiving",
                HEAD_OF_OPERATIONS,
                Map.of("receivingSignature", "SIGN", "understood", true, "receivingNote", "As agreed"));

        records.awaitState(handover(), "HYPERCARE");
        untilEveningOf(workingDay(10));
        assertThat(tasklist.open("Task_Review").getCandidateGroups()).containsExactly(HEAD_OF_OPERATIONS);
        assertThat(records.held("REGION_LONDON", "TERMINATIONS")).isEqualTo(3);
        assertThat(records.held("LSC_BROMLEY", "TERMINATIONS")).isZero();
    }

    @Test
    void itsStaffAreConsulted() {
        long instance = entered(
                "staff-consultation",
                Map.of(
                        "regionCode",
                        "LONDON",
                        "unitCode",
                        "LSC_BROMLEY",
                        "grades",
                        List.of("CA"),
                        "objective",
                        "GREEDY",
                        "maxChoices",
                        5,
                        "mobilityLimit",
                        90));
        tasklist.complete("Task_ConfirmLaunch", HR, Map.of("launchDecision", "CONFIRM"));

        assertThat(tasklist.open("Task_Scope").getCandidateGroups()).containsExactly(HR);
        process(instance).hasActiveElements("Task_Scope");
        assertThat(jdbc.sql("SELECT staff_number FROM cohort_member")
                        .query(String.class)
                        .list())
                .containsExactly("LDN0002");
    }

    private long handover() {
        return jdbc.sql("SELECT id FROM handover WHERE plan_row_id = 'H-LDN-1'")
                .query(Long.class)
                .single();
    }

    private long entered(String process, Map<String, Object> form) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(form)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private void take(String group, String file, String csv) {
        imports.take(
                file,
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                new Colleague(group, Set.of(group)));
    }
}
