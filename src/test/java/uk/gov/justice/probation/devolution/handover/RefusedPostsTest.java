package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.VettingCleared;

/** Two officers of a team that takes unpaid work over; the vetting of one has been refused. */
@DomainTest
@RecordApplicationEvents
abstract class RefusedPostsTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VettingChecks checks;

    @Autowired
    VettingResults vetting;

    @Autowired
    AssessingReadiness readiness;

    @Autowired
    ReceivingTeamQuery teams;

    @Autowired
    BriefingBatch briefings;

    @Autowired
    Imports imports;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    private long handover;
    private String team;
    private String otherTeam;

    @BeforeEach
    void aTeamOfTwo() {
        handover = new SomeCases(jdbc)
                .handover(
                        "H-NW-9",
                        "HANDOVER",
                        "NW",
                        "UPW_ORDERS",
                        "ALL",
                        "PSC_LIVERPOOL",
                        "REGION_NW",
                        LocalDate.of(2021, 11, 30),
                        "BRIEFING|VETTING");
        List<String> receiving = jdbc.sql(
                        "SELECT code FROM team WHERE unit_code = 'REGION_NW' AND kind = 'UPW' ORDER BY code")
                .query(String.class)
                .list();
        team = receiving.getFirst();
        otherTeam = jdbc.sql("SELECT MIN(code) FROM team WHERE unit_code = 'REGION_NW' AND kind <> 'UPW'")
                .query(String.class)
                .single();
        officer("N0001", team, "CLEARED");
        officer("N0002", team, "REFUSED");
        officer("N0003", otherTeam, "CLEARED");
        officer("N0004", otherTeam, "PENDING");
        transaction.executeWithoutResult(status -> briefings.rosterFor(handovers.lock(handover)));
        assertThat(checks.outstanding(handover)).containsExactly("N0002");
    }

    @Test
    void aReleasedPostHoldsNothingUpAndIsNotCounted() {
        assertThat(readiness.collect(handover))
                .extracting(AssessingReadiness.Facts::vettingOutstanding, AssessingReadiness.Facts::headcountInPost)
                .containsExactly(1, 2);
        vetting.release("N0002", HR);

        assertThat(readiness.collect(handover))
                .extracting(AssessingReadiness.Facts::vettingOutstanding, AssessingReadiness.Facts::headcountInPost)
                .containsExactly(0, 1);
        assertThat(roster()).containsExactly("N0001");
        assertThat(vetting.waiting("NW"))
                .extracting(VettingResults.WaitingOfficer::staffNumber)
                .containsExactly("N0004");
        assertThat(told()).containsExactly(handover + ":N0002");
        assertThatThrownBy(() -> vetting.release("N0002", HR)).hasMessageContaining("decided about the post");
    }

    @Test
    void whoReplacesTheOfficerIsCountedAndBriefedInTheirPlace() {
        assertThatThrownBy(() -> vetting.replace("N0002", "N0004", HR))
                .hasMessageContaining("not cleared by vetting either");
        vetting.replace("N0002", "N0003", HR);

        assertThat(readiness.collect(handover))
                .extracting(AssessingReadiness.Facts::vettingOutstanding, AssessingReadiness.Facts::headcountInPost)
                .containsExactly(0, 2);
        assertThat(roster()).containsExactly("N0001", "N0003");
        assertThat(told()).containsExactly(handover + ":N0002");
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', actor, action, subject, facts) FROM audit_entry WHERE action LIKE 'POST%'")
                        .query(String.class)
                        .single())
                .startsWith("hr-nw POST_REPLACED staff/N0002")
                .contains("N0003");

        given.theColleague("N0003").vetting("REFUSED").save();
        assertThat(readiness.collect(handover))
                .extracting(AssessingReadiness.Facts::vettingOutstanding, AssessingReadiness.Facts::headcountInPost)
                .containsExactly(0, 1);
    }

    @Test
    void whoIsClearedAfterAllHasTheirPostAgain() {
        vetting.replace("N0002", "N0003", HR);
        given.theColleague("N0002").vetting("CLEARED").save();
        transaction.executeWithoutResult(status -> publisher.publishEvent(new VettingCleared("N0002")));
        assertThat(teams.waitingForVetting(handovers.get(handover))).isEmpty();
        assertThat(teams.headcount(handovers.get(handover))).isEqualTo(2);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM refused_post")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoNeedsNoVettingAnyMoreHasTheirPostAgain() {
        vetting.release("N0002", HR);
        String file = """
        staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
        N0002,Pat Example,pat@example.org,PSO,1,NW_VIRTUAL,%s,,NW,2020-01-01,3,NOT_REQUIRED,M60,,
        """.formatted(team);
        imports.take("staff", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), HR);

        assertThat(teams.headcount(handovers.get(handover))).isEqualTo(2);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM refused_post")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsRefusedOnceMoreHasTheirPostDecidedAnew() {
        vetting.replace("N0002", "N0003", HR);
        given.theColleague("N0002").vetting("PENDING").save();
        vetting.refuse("N0002", HR);

        assertThat(vetting.waiting("NW"))
                .extracting(VettingResults.WaitingOfficer::staffNumber, VettingResults.WaitingOfficer::refused)
                .contains(tuple("N0002", true));
        vetting.release("N0002", HR);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM refused_post WHERE replaced_by IS NULL")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void onlyHrOfTheRegionDecidesAndOnlyAboutARefusal() {
        assertThatThrownBy(() -> vetting.release("N0002", new Colleague("hr-gm", Set.of("hr-gm"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> vetting.release("N0001", HR)).hasMessageContaining("was not refused");
        assertThat(told()).isEmpty();
    }

    private List<String> roster() {
        return jdbc.sql("SELECT staff_number FROM handover_briefing WHERE handover_id = ? ORDER BY staff_number")
                .param(handover)
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals("handover.vettingCleared"))
                .map(EngineMessage::correlationKey)
                .toList();
    }

    private void officer(String staffNumber, String teamCode, String vettingStatus) {
        given.aColleague(staffNumber)
                .named("Pat Example")
                .email("pat@example.org")
                .grade("PSO")
                .atFirstSite()
                .team(teamCode)
                .experience(3)
                .vetting(vettingStatus)
                .save();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RefusedPostsOnMariaDbTest extends RefusedPostsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RefusedPostsOnMySqlTest extends RefusedPostsTest {}
