package uk.gov.justice.probation.devolution.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;

/** Which people and groups are accepted from the issuer, and that a name stays tied to its account. */
@DomainTest
abstract class SignInsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountRepository accounts;

    private final List<Object> told = new ArrayList<>();
    private SignIns signIns;

    @BeforeEach
    void fresh() {
        signIns = at(MONDAY);
    }

    @Test
    void onlyTaskGroupsOfTheReferenceDataAreTaken() {
        Colleague colleague = signIns.signedIn(
                "a1",
                "ann",
                List.of(
                        "hr-nw",
                        "tu-gmb-scoop",
                        "case-admin-liverpool",
                        "psc-service-owner",
                        "hr-wales",
                        "finance-everyone",
                        "probation-staff",
                        "all-users-nw",
                        "hr-liverpool",
                        "hr-",
                        "hr",
                        "HR-NW",
                        "tu-nw",
                        "psc-manager-nw",
                        "psc-service-owner-nw",
                        "xhr-nw",
                        "hr-nw-x",
                        ""));

        assertThat(colleague.groups())
                .containsExactlyInAnyOrder(
                        "hr-nw", "tu-gmb-scoop", "case-admin-liverpool", "psc-service-owner", "hr-wales");
        assertThat(signIns.named("ann")).contains(colleague);
        assertThat(signIns.signedIn("a2", "bob", List.of("finance-everyone", "all-users-nw"))
                        .groups())
                .isEmpty();
    }

    @Test
    void aFurtherRegionIsARowAndNoCode() {
        jdbc.sql("INSERT INTO region (code, name, provider_code, short_name) VALUES ('ISLES', 'Isles', 'N99', 'Isles')")
                .update();
        try {
            assertThat(at(MONDAY)
                            .signedIn("a1", "ann", List.of("hr-isles", "case-admin-isles", "tu-isles"))
                            .groups())
                    .containsExactlyInAnyOrder("hr-isles", "case-admin-isles");
        } finally {
            jdbc.sql("DELETE FROM region WHERE code = 'ISLES'").update();
        }
    }

    @Test
    void aNameStaysWithItsAccountAndAnAccountWithItsName() {
        signIns.signedIn("a1", "ann", List.of("hr-nw"));

        assertThatThrownBy(() -> signIns.signedIn("a2", "ann", List.of("psc-service-owner")))
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("belongs to another account");
        assertThatThrownBy(() -> signIns.signedIn("a1", "NW0001", List.of("hr-nw")))
                .isInstanceOf(SignInRefusedException.class);
        assertThat(told).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(SignInRefused.class));
        assertThat(signIns.named("ann").orElseThrow().groups()).containsExactly("hr-nw");
        assertThat(jdbc.sql("SELECT account FROM colleague").query(String.class).single())
                .isEqualTo("a1");
    }

    @Test
    void namesThatDifferInCaseAreTwoNames() {
        signIns.signedIn("a1", "ann", List.of("hr-nw"));
        signIns.signedIn("a2", "Ann", List.of("hr-gm"));
        assertThat(signIns.named("ann").orElseThrow().groups()).containsExactly("hr-nw");
    }

    @Test
    void whoeverSaysNotWhoTheyAreOrClaimsTheApplicationsNameIsRefused() {
        for (String name : new String[] {null, " ", "system", "x".repeat(101)}) {
            assertThatThrownBy(() -> signIns.signedIn("a1", name, List.of("hr-nw")))
                    .as(String.valueOf(name))
                    .isInstanceOf(SignInRefusedException.class);
        }
        assertThatThrownBy(() -> signIns.signedIn(null, "ann", List.of("hr-nw")))
                .isInstanceOf(SignInRefusedException.class);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM colleague").query(Long.class).single())
                .isZero();
    }

    @Test
    void groupsAreBelievedForSomeDaysAndFollowTheNextSignIn() {
        signIns.signedIn("a1", "ann", List.of("hr-nw"));
        assertThat(at(MONDAY.plus(Duration.ofDays(4)))
                        .named("ann")
                        .orElseThrow()
                        .groups())
                .containsExactly("hr-nw");
        assertThat(at(MONDAY.plus(Duration.ofDays(4)).plusSeconds(1)).named("ann"))
                .isEmpty();
        assertThat(at(MONDAY.plus(Duration.ofDays(9))).knows("ann")).isTrue();

        signIns.signedIn("a1", "ann", List.of("rpd-nw"));
        assertThat(at(MONDAY).named("ann").orElseThrow().groups()).containsExactly("rpd-nw");
    }

    @Test
    void aMemberOfStaffIsAColleagueWithoutGroupsAndAStrangerIsNone() {
        assertThat(signIns.named("NW0001")).contains(new Colleague("NW0001", Set.of()));
        assertThat(signIns.knows("NW0001")).isTrue();
        assertThat(signIns.named("stranger")).isEmpty();
        assertThat(signIns.knows("stranger")).isFalse();
    }

    @Test
    void arrivingAgainWritesNothingForAWhile() {
        signIns.signedIn("a1", "ann", List.of("hr-nw"));
        given.everybodySignedIn(Instant.parse("2026-11-01T00:00:00Z"));
        signIns.signedIn("a1", "ann", List.of("hr-nw"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM colleague WHERE seen_at = '2026-11-01 00:00:00'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private SignIns at(Instant now) {
        var staff = new DefaultListableBeanFactory();
        staff.registerSingleton("staff", (StaffNumbers) "NW0001"::equals);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var settings = new SecuritySettings(
                null, null, null, "psc-devolution", "groups", "preferred_username", "sub", Duration.ofDays(4));
        return new SignIns(
                new TaskGroupsQuery(jdbc, clock),
                staff.getBeanProvider(StaffNumbers.class),
                settings,
                told::add,
                accounts,
                clock);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SignInsOnMariaDbTest extends SignInsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SignInsOnMySqlTest extends SignInsTest {}
