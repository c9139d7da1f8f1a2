package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.audit.ReadingAudit;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class CaseAccessTest {
    private static final Colleague SPO = colleague("SPO0001", "spo-nw");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Autowired
    CaseAccess access;

    @Autowired
    GrantingAccess granting;

    @Autowired
    AuditTrail audit;

    @Autowired
    ReadingAudit reading;

    @Autowired
    PlatformTransactionManager transactions;

    ProbationCase open;
    ProbationCase limited;

    @BeforeEach
    void anOpenAndALimitedCaseThatWakefieldServes() {
        new SomeCases(jdbc).held(2, "NW", "PSC_WAKEFIELD", "UPW_ORDERS", "CRC", false);
        given.theCase("X000002")
                .limitedAccess()
                .practitioner("N51A001")
                .rosh("RHRH")
                .save();
        open = cases.find("X000001", 1).orElseThrow();
        limited = cases.find("X000002", 1).orElseThrow();
    }

    @Test
    void aCaseIsFoundByItsNumbersAndWritesItselfAsItsCrn() {
        assertThat(cases.get(open.id())).isEqualTo(open);
        assertThat(cases.events("X000001")).containsExactly(open);
        assertThat(cases.find("X000001", 2)).isEmpty();
        assertThat(open.regionName()).isEqualTo("North West");
        assertThat(open.text()).isEqualTo("CRN X000001, event 1");
        assertThat(limited.text()).isEqualTo("CRN X000002");
        assertThat(limited).hasToString("CRN X000002");
        assertThatThrownBy(() -> cases.get(99))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no case 99. Look for it by its CRN.");
        assertThatThrownBy(() -> cases.lock(99)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoWorksOnCasesInTheRegionOrAServingUnitSeesACaseAndItsPractitionerDoes() {
        assertThat(List.of("case-admin-nw", "case-admin-wakefield", "upw-supervisor-nw", "psc-service-owner"))
                .allMatch(group -> access.maySee(open, colleague("A", group)));
        assertThat(List.of(
                        "hr-nw",
                        "change-nw",
                        "rpd-nw",
                        "preference-panel-nw",
                        "programme-nw",
                        "appeal-manager-nw",
                        "tu-napo",
                        "all-users-nw",
                        "x-wakefield",
                        "hr-em",
                        "case-admin-liverpool",
                        "upw-supervisor-gm"))
                .noneMatch(group -> access.maySee(open, colleague("A", group)));
        given.theCase("X000001").practitioner("N51A002").save();
        assertThat(access.maySee(cases.get(open.id()), colleague("N51A002"))).isTrue();
        assertThat(access.maySee(cases.get(open.id()), colleague("n51a002"))).isFalse();
        assertThatThrownBy(() -> access.mustSee(open, colleague("A", "hr-em")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("X000001")
                .hasMessageContaining("North West");
    }

    @Test
    void aLimitedCaseIsSeenByItsPractitionerAndByWhoWasGrantedAccessAlone() {
        assertThat(access.maySee(limited, colleague("N51A001"))).isTrue();
        assertThat(List.of("spo-nw", "practitioner-nw", "case-admin-wakefield", "psc-service-owner"))
                .noneMatch(group -> access.maySee(limited, colleague("A", group)));
        assertThatThrownBy(() -> access.mustSee(limited, colleague("A", "spo-nw")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("CRN X000002 is a limited-access case")
                .hasMessageNotContaining("RHRH")
                .hasMessageNotContaining("N51A001");

        granting.grant(limited.id(), " upw-supervisor-nw ", SPO);
        granting.grant(limited.id(), "upw-supervisor-nw", SPO);

        Colleague supervisor = colleague("upw-supervisor-nw", "upw-supervisor-nw");
        assertThat(access.maySee(limited, supervisor)).isTrue();
        assertThat(access.visible(List.of(open, limited), supervisor))
                .containsExactlyInAnyOrder(open.id(), limited.id());
        assertThat(access.visible(List.of(open, limited), SPO)).containsExactly(open.id());
        assertThat(granting.grants(limited.id(), SPO))
                .extracting(
                        GrantingAccess.Grant::userName,
                        GrantingAccess.Grant::grantedBy,
                        GrantingAccess.Grant::withdrawnAt)
                .containsExactly(tuple("upw-supervisor-nw", "SPO0001", null));

        long grant = granting.grants(limited.id(), SPO).getFirst().id();
        granting.withdraw(limited.id(), grant, SPO);
        granting.withdraw(limited.id(), grant, SPO);

        assertThat(access.maySee(limited, supervisor)).isFalse();
        assertThat(audit.about(limited.subject()))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("ACCESS_GRANTED", "ACCESS_WITHDRAWN");
    }

    @Test
    void accessIsLimitedForThePersonAndGivenForThePerson() {
        ProbationCase other = cases.get(anotherEvent());

        assertThat(other.limitedAccess()).isTrue();
        assertThat(other.text()).isEqualTo("CRN X000002");
        assertThat(List.of("spo-nw", "case-admin-wakefield", "psc-service-owner"))
                .noneMatch(group -> access.maySee(other, colleague("A", group)));
        assertThat(List.of(limited, other))
                .allMatch(event ->
                        access.maySee(event, colleague("N51A001")) && access.maySee(event, colleague("N51A002")));
        assertThat(List.of(limited, other)).noneMatch(event -> access.maySee(event, colleague("n51a001")));
        assertThat(access.visible(List.of(open, limited, other), colleague("N51A002")))
                .containsExactlyInAnyOrder(limited.id(), other.id());

        Colleague supervisor = colleague("upw-supervisor-nw", "upw-supervisor-nw");
        granting.grant(other.id(), "upw-supervisor-nw", SPO);
        granting.grant(limited.id(), "upw-supervisor-nw", SPO);
        assertThat(access.maySee(limited, supervisor)).isTrue();
        assertThat(granting.grants(limited.id(), SPO))
                .singleElement()
                .satisfies(grant -> granting.withdraw(limited.id(), grant.id(), SPO));
        assertThat(List.of(limited, other)).noneMatch(event -> access.maySee(event, supervisor));
    }

    /** Does what a page does that asks for confirmation. */
    @RepeatedTest(5)
    void ofTwoWhoGiveItForTwoEventsAtOnceOneDoes() throws Exception {
        long other = anotherEvent();
        TransactionTemplate readCommitted = new TransactionTemplate(transactions);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> giving = Stream.of(limited.id(), other)
                    .<Future<?>>map(event -> threads.submit(() -> {
                        together.await();
                        readCommitted.executeWithoutResult(status -> granting.grant(event, "upw-supervisor-nw", SPO));
                        return null;
                    }))
                    .toList();
            for (Future<?> one : giving) one.get();
        }
        assertThat(granting.grants(limited.id(), SPO)).hasSize(1);
    }

    @Test
    void whatWasGivenTwiceIsWithdrawnAtOnce() {
        granting.grant(limited.id(), "upw-supervisor-nw", SPO);
        given.access(anotherEvent(), "upw-supervisor-nw");
        granting.withdraw(
                limited.id(), granting.grants(limited.id(), SPO).getFirst().id(), SPO);
        assertThat(access.maySee(limited, colleague("upw-supervisor-nw", "upw-supervisor-nw")))
                .isFalse();
        assertThat(audit.about(limited.subject()))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("ACCESS_GRANTED", "ACCESS_WITHDRAWN");
    }

    private long anotherEvent() {
        return given.aCase("X000002").event(2).practitioner("N51A002").save();
    }

    @Test
    void accessIsGivenToWhoIsKnownAndNeverToOneself() {
        Colleague officer = colleague("spo-nw", "spo-nw");
        assertThatThrownBy(() -> granting.grant(limited.id(), "spo-nw", officer))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("You cannot give yourself access");
        assertThatThrownBy(() -> granting.grant(limited.id(), "nobody", officer))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("Nobody has the user name 'nobody'");
        new SomeStaff(jdbc).add("NW0001", "NW", null);
        granting.grant(limited.id(), "NW0001", officer);
        assertThat(access.maySee(limited, colleague("NW0001"))).isTrue();
        assertThat(audit.about(limited.subject())).hasSize(1);
    }

    @Test
    void theAuditOfALimitedCaseIsForThoseWhoSeeIt() {
        granting.grant(limited.id(), "pso-nw", SPO);
        assertThatThrownBy(() -> reading.about(limited.subject(), colleague("DL", "data-lead-nw")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("X000002");
        assertThatThrownBy(() -> reading.about(limited.subject(), colleague("OWNER", "psc-service-owner")))
                .isInstanceOf(NotAllowedException.class);
        granting.grant(limited.id(), "data-lead-nw", SPO);
        assertThat(reading.about(limited.subject(), colleague("data-lead-nw", "data-lead-nw")))
                .hasSize(2);
        assertThat(reading.about(open.subject(), colleague("DL", "data-lead-nw")))
                .isEmpty();
    }

    @Test
    void onlyTheRegionsSeniorOfficersAndDataLeadDecideWhoSees() {
        for (String group : List.of("spo-em", "practitioner-nw", "psc-service-owner")) {
            assertThatThrownBy(() -> granting.grant(limited.id(), "pso-nw", colleague("A", group)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> granting.grants(limited.id(), colleague("A", group)))
                    .isInstanceOf(NotAllowedException.class);
        }
        granting.grant(limited.id(), "pso-nw", colleague("DL", "data-lead-nw"));
        assertThatThrownBy(() -> granting.grant(limited.id(), " ", SPO)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> granting.grant(open.id(), "pso-nw", SPO))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("not a limited-access case");
    }

    @Test
    void workNeedsTheRoleWhereTheCaseIs() {
        access.mustWorkOn(open, colleague("A", "upw-supervisor-nw"), Role.UPW_SUPERVISOR, Role.CASE_ADMIN);
        access.mustWorkOn(open, colleague("A", "case-admin-wakefield"), Role.UPW_SUPERVISOR, Role.CASE_ADMIN);
        assertThatThrownBy(
                        () -> access.mustWorkOn(open, colleague("A", "pso-nw"), Role.UPW_SUPERVISOR, Role.CASE_ADMIN))
                .hasMessageContaining("upw-supervisor-nw or case-admin-nw")
                .hasMessageContaining("X000001");
        assertThatThrownBy(() -> access.mustWorkOn(limited, colleague("A", "upw-supervisor-nw"), Role.UPW_SUPERVISOR))
                .hasMessageContaining("limited-access");
    }

    private static Colleague colleague(String userName, String... groups) {
        return new Colleague(userName, Set.of(groups));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseAccessOnMariaDbTest extends CaseAccessTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseAccessOnMySqlTest extends CaseAccessTest {}
