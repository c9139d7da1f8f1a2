package uk.gov.justice.probation.devolution.unpaidwork.life;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/** Of a case that changed, processes look again that can be running; what is masked is all that there ever was. */
@DomainTest
abstract class WhatIsNotOverTest {
    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingOrders listing;

    @Test
    void sessionsAndEnforcementsThatAreOverAreMaskedButDoNotLookAgain() {
        SomeSessions some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        long order = some.order("NWP1", 6000, 600, TODAY.minusMonths(2), TODAY.minusWeeks(2));
        long caseId = some.caseOf(order);
        long planned = session(some, order, 1, "PLANNED");
        long recorded = session(some, order, 2, "RECORDED");
        long settled = session(some, order, 3, "SETTLED");
        long cancelled = session(some, order, 4, "CANCELLED");
        long history = session(some, order, 5, "HISTORY");
        long warned = given.anEnforcement(recorded).state("WARNED").save();
        long closed = given.anEnforcement(settled).state("CLOSED").save();

        assertThat(names(listing.notOver(List.of(caseId))))
                .containsExactlyInAnyOrder(
                        "case/" + caseId,
                        "order/" + order,
                        "session/" + planned,
                        "session/" + recorded,
                        "enforcement/" + warned);
        assertThat(names(listing.of(List.of(caseId))))
                .hasSize(9)
                .contains("session/" + settled, "session/" + cancelled, "session/" + history, "enforcement/" + closed);
    }

    private long session(SomeSessions some, long order, int daysAgo, String state) {
        long session = some.session(order, "NWP1", TODAY.minusDays(daysAgo));
        given.theSession(session).state(state).save();
        return session;
    }

    private static Collection<String> names(Map<ProbationCase, List<String>> byCase) {
        return byCase.values().stream().flatMap(List::stream).toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class WhatIsNotOverOnMariaDbTest extends WhatIsNotOverTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class WhatIsNotOverOnMySqlTest extends WhatIsNotOverTest {}
