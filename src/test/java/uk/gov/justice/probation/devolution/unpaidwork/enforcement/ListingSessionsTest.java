package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Page;

/** Sessions without an outcome begin with the oldest; those that may not be seen come last, and the list ends there. */
@DomainTest
abstract class ListingSessionsTest {
    private static final Colleague SUPERVISOR = new Colleague("supervisor", Set.of("upw-supervisor-nw"));
    private static final Colleague ELSEWHERE = new Colleague("elsewhere", Set.of("upw-supervisor-gm"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingSessions listing;

    private long afternoon;
    private long morning;
    private long oldest;

    @BeforeEach
    void sessionsWithoutAnOutcome() {
        SomeSessions some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        long hidden = some.order("NWP1", 2400, 0, TODAY.minusMonths(1), YESTERDAY);
        some.session(hidden, "NWP1", YESTERDAY.minusDays(9));
        some.limited(hidden);
        long order = some.order("NWP1", 2400, 0, TODAY.minusMonths(1), YESTERDAY);
        afternoon = some.session(order, "NWP1", YESTERDAY, LocalTime.of(13, 0), LocalTime.of(16, 0));
        morning = some.session(order, "NWP1", YESTERDAY, LocalTime.of(9, 0), LocalTime.of(12, 0));
        oldest = some.session(order, "NWP1", YESTERDAY.minusDays(7));
    }

    @Test
    void theOldestComesFirstAndWhatMayNotBeSeenLast() {
        Page page = listing.list(SUPERVISOR, SessionsWanted.waiting(), 50, 0);
        assertThat(page.sessions().stream().map(Listed::sessionId)).containsExactly(oldest, morning, afternoon, null);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.sessions().getLast().on()).isNull();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedUntilNothingIsLeft() {
        assertThat(sessions(2, 0)).containsExactly(oldest, morning);
        assertThat(sessions(2, 2)).containsExactly(afternoon, null);
        assertThat(sessions(2, 4)).isEmpty();
    }

    @Test
    void nothingIsListedForARegionWithoutAny() {
        Page page = listing.list(ELSEWHERE, SessionsWanted.waiting(), 50, 0);
        assertThat(page.sessions()).isEmpty();
        assertThat(page.total()).isZero();
    }

    private Iterable<Long> sessions(int atMost, int from) {
        return listing.list(SUPERVISOR, SessionsWanted.waiting(), atMost, from).sessions().stream()
                .map(Listed::sessionId)
                .toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ListingSessionsOnMariaDbTest extends ListingSessionsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ListingSessionsOnMySqlTest extends ListingSessionsTest {}
