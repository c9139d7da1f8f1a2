package uk.gov.justice.probation.devolution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.gov.justice.probation.devolution.camunda.CallingProcesses;
import uk.gov.justice.probation.devolution.camunda.IncidentRecord;
import uk.gov.justice.probation.devolution.camunda.IncidentRecords;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.work.IncidentQuery.Wanted;

@DomainTest
@Import({
    IncidentBatch.class,
    IncidentQuery.class,
    SubjectsQuery.class,
    SubjectsOfOpenTasks.class,
    TaskModels.class,
    FollowingIncidentsTest.Callers.class
})
abstract class FollowingIncidentsTest {
    private static final Colleague HEAD = new Colleague("ann", Set.of("head-of-operations-nw"));
    private static final Colleague OWNER = Colleague.system();
    private static final Instant SINCE = Instant.parse("2026-11-24T09:00:00Z");
    private static final String NO_UNIT =
            "The step could not be done: No unit does the service TERMINATIONS for CRN %s. Import the file 'case-services' with it, then try again.. When the cause is removed, retry it here";

    static class Callers {

        /** Nothing was called. */
        @Bean
        CallingProcesses callers() {
            return instance -> Optional.empty();
        }
    }

    private static final class Recorded implements IncidentRecords {
        private final List<IncidentRecord> standing = new ArrayList<>();
        private boolean away;

        @Override
        public List<IncidentRecord> standing() {
            if (away) throw new IllegalStateException("Camunda does not answer");
            return List.copyOf(standing);
        }
    }

    @Autowired
    IncidentBatch kept;

    @Autowired
    IncidentQuery incidents;

    @Autowired
    SubjectsQuery query;

    @Autowired
    SubjectsOfOpenTasks subjects;

    @Autowired
    TaskSubjects noted;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final Recorded records = new Recorded();
    private Instant now = CLOCK.instant();
    private FollowingIncidents following;

    @BeforeEach
    void nothingStandsStill() {
        following = new FollowingIncidents(records, kept, subjects, query, transactions, new Clock() {
            @Override
            public ZoneId getZone() {
                return CLOCK.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void aServiceThatNobodyDoesIsOneMessageHoweverManyTerminationsWait() {
        for (int number = 1; number <= 7; number++) termination(number);

        following.look();

        assertThat(incidents.groups(HEAD, Wanted.ALL, 10)).singleElement().satisfies(group -> {
            assertThat(group.title())
                    .isEqualTo("North West: no unit is responsible for terminations. 7 terminations have stopped");
            assertThat(group.cause().help()).startsWith("Ask the data lead to import");
            assertThat(group.since()).isEqualTo(SINCE);
            assertThat(group.first()).extracting(StandingIncident::what).contains("CRN X000001", "CRN X000007");
        });
        assertThat(incidents.standing().knownUntil()).isBetween(now.minusMillis(1), now.plusMillis(1));
    }

    @Test
    void whatIsResolvedIsGone() {
        termination(1);
        termination(2);
        following.look();
        records.standing.removeFirst();

        following.look();

        assertThat(incidents.list(OWNER, Wanted.ALL, 10, 0))
                .extracting(StandingIncident::key)
                .containsExactly(2L);
    }

    @Test
    void whileCamundaIsAwayWhatIsKnownStaysAndItIsSaidSinceWhen() {
        termination(1);
        following.look();
        Instant known = incidents.standing().knownUntil();
        records.away = true;
        now = now.plus(Duration.ofMinutes(2));

        assertThatThrownBy(following::look).hasMessageContaining("does not answer");

        assertThat(incidents.count(OWNER, Wanted.ALL)).isEqualTo(1);
        assertThat(incidents.standing().knownUntil()).isEqualTo(known);
    }

    @Test
    void whatIsNotKnownToBeAboutAnythingIsAskedAgainAfterAWhile() {
        records.standing.add(incident(1, 701, NO_UNIT.formatted("X000001")));
        following.look();
        assertThat(incidents.list(OWNER, Wanted.ALL, 10, 0).getFirst().what()).isEmpty();
        noted.note(701, new TaskSubject("regionCode", "NW", "region/NW", "NW"));

        following.look();
        assertThat(incidents.list(OWNER, Wanted.ALL, 10, 0).getFirst().what()).isEmpty();
        now = now.plus(Duration.ofMinutes(6));
        following.look();

        assertThat(incidents.list(HEAD, Wanted.ALL, 10, 0).getFirst().what()).isEqualTo("North West");
    }

    @Test
    void otherRegionsAreNotTheirs() {
        termination(1);
        records.standing.add(incident(2, 702, "The step failed: connection refused. The technical team has to look"));
        noted.note(702, new TaskSubject("regionCode", "GM", "region/GM", "GM"));
        following.look();

        assertThat(incidents.count(HEAD, Wanted.ALL)).isEqualTo(1);
        assertThat(incidents.count(OWNER, Wanted.ALL)).isEqualTo(2);
        assertThat(incidents.count(new Colleague("ben", Set.of("psc-manager-liverpool")), Wanted.ALL))
                .isEqualTo(2);
        assertThat(incidents.count(new Colleague("carla", Set.of("pso-nw")), Wanted.ALL))
                .isZero();
        assertThat(incidents.list(new Colleague("dan", Set.of("rpd-nw")), Wanted.ALL, 10, 0))
                .as("which case it is they do not read")
                .extracting(StandingIncident::what)
                .containsExactly("");
        assertThat(incidents.regions(OWNER)).containsOnlyKeys("NW", "GM");
    }

    private void termination(int number) {
        String crn = "X%06d".formatted(number);
        long id = new SomeTerminations(jdbc).aCase(crn, 1, "201", null);
        noted.note(700 + number, new TaskSubject("caseId", id, "case/" + id, "NW"));
        records.standing.add(incident(number, 700 + number, NO_UNIT.formatted(crn)));
    }

    private static IncidentRecord incident(long key, long process, String message) {
        return new IncidentRecord(
                key, process, process, "case-termination", "Task_Collect", "JOB_NO_RETRIES", message, SINCE);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class FollowingIncidentsOnMariaDbTest extends FollowingIncidentsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class FollowingIncidentsOnMySqlTest extends FollowingIncidentsTest {}
