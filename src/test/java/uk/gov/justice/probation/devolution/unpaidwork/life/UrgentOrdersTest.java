package uk.gov.justice.probation.devolution.unpaidwork.life;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Line;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Reason;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** What is urgent comes first in a list of orders, with its reasons in words. */
@DomainTest
abstract class UrgentOrdersTest {
    private static final Colleague COORDINATOR = new Colleague("coordinator", Set.of("placement-coordinator-nw"));
    private static final LocalDate TEN_MONTHS_AGO = TODAY.minusMonths(10);

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingOrders listing;

    @Autowired
    Sessions sessions;

    private SomeSessions some;

    @BeforeEach
    void aProject() {
        some = new SomeSessions(jdbc);
        some.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
    }

    @Test
    void anOrderPastItsLastDayComesBeforeOneThatIsShortOfHoursAndThatBeforeEnforcementAndNoPractitioner() {
        long calm = order(TODAY.minusMonths(1));
        long unmanaged = order(TODAY.minusMonths(1));
        given.theCaseOf(unmanaged).practitioner(null).save();
        long enforced = order(TODAY.minusMonths(1));
        given.anEnforcement(some.session(enforced, "NWP1", YESTERDAY)).save();
        long brief = order(TEN_MONTHS_AGO);
        some.session(brief, "NWP1", TODAY.plusDays(3));
        long late = order(TODAY.minusMonths(12).minusDays(2));

        Listed listed = list(OrdersWanted.ALL);
        assertThat(listed.lines().stream().map(Line::orderId)).containsExactly(late, brief, enforced, unmanaged, calm);
        assertThat(listed.lines().stream()
                        .map(line -> line.reasons().stream().map(Reason::words).toList()))
                .containsExactly(
                        List.of("3 days past its last day"),
                        List.of("33 hours short"),
                        List.of("Waiting for evidence"),
                        List.of("No practitioner"),
                        List.of());
        assertThat(listed.counts())
                .isEqualTo(Map.of(
                        Urgency.ANY, 5,
                        Urgency.PAST, 1,
                        Urgency.SHORT, 1,
                        Urgency.ENFORCED, 1,
                        Urgency.UNMANAGED, 1));
        assertThat(listed.lines().get(1).reasons().getFirst().words())
                .contains("%d hours".formatted(sessions.progress(brief).shortfall() / 60));
    }

    @Test
    void eachUrgencyListsItsOwn() {
        long calm = order(TODAY.minusMonths(1));
        long late = order(TODAY.minusMonths(13));
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.PAST))).containsExactly(late);
        given.theOrder(late).extendedTo(TODAY).save();
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.PAST))).isEmpty();
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.SHORT))).containsExactly(late);
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.ENFORCED))).isEmpty();
        given.theOrder(late).state("COMPLETE").save();
        assertThat(ids(OrdersWanted.ALL)).containsExactly(calm);
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.SHORT))).isEmpty();
    }

    @Test
    void anOrderWhoseSessionsUntilTheLastDayCoverItIsNotShort() {
        long order = order(TEN_MONTHS_AGO);
        for (int day = 1; day <= 6; day++) some.session(order, "NWP1", TODAY.plusDays(day));
        assertThat(list(OrdersWanted.ALL).lines().getFirst().reasons()).isEmpty();
        given.theOrder(order).extendedTo(TODAY.plusDays(5)).save();
        assertThat(list(OrdersWanted.ALL).lines().getFirst().reasons())
                .extracting(Reason::words)
                .containsExactly("5 hours short");
    }

    @Test
    void aNightCoversItsHours() {
        long order = order(TEN_MONTHS_AGO);
        for (int day = 1; day <= 6; day++)
            some.session(order, "NWP1", TODAY.plusDays(day), LocalTime.of(20, 0), LocalTime.of(2, 0));
        assertThat(list(OrdersWanted.ALL).lines().getFirst().reasons())
                .extracting(Reason::words)
                .containsExactly(
                        "%d hours short".formatted(sessions.progress(order).shortfall() / 60));
        for (int day = 7; day <= 8; day++)
            some.session(order, "NWP1", TODAY.plusDays(day), LocalTime.of(20, 0), LocalTime.MIDNIGHT);
        assertThat(list(OrdersWanted.ALL).lines().getFirst().reasons()).isEmpty();
    }

    @Test
    void filtersNarrowByStateDeliveryUnitRiskProjectAndCrn() {
        long working = order(TODAY.minusMonths(1));
        given.theCaseOf(working).rosh("RHRH").save();
        long ended = order(TODAY.minusMonths(1));
        given.theOrder(ended).state("COMPLETE").save();
        String pdu = list(OrdersWanted.ALL).lines().getFirst().pduName();

        assertThat(ids(wanted("", "", "", "", ""))).containsExactly(working);
        assertThat(ids(wanted("EVERY", "", "", "", ""))).containsExactly(working, ended);
        assertThat(ids(wanted("COMPLETE", "", "", "", ""))).containsExactly(ended);
        assertThat(ids(wanted("nonsense", "", "nonsense", "", ""))).containsExactly(working);
        assertThat(ids(wanted("", pdu, "", "", ""))).containsExactly(working);
        assertThat(ids(wanted("", "Elsewhere", "", "", ""))).isEmpty();
        assertThat(ids(wanted("", "", "RHRH", "", ""))).containsExactly(working);
        assertThat(ids(wanted("", "", "RLRH", "", ""))).isEmpty();
        assertThat(ids(wanted("", "", "", "NWP1", ""))).containsExactly(working);
        assertThat(ids(wanted("", "", "", "NWP9", ""))).isEmpty();
        assertThat(ids(wanted("", "", "", "", " x000 002 "))).containsExactly(ended);
        assertThat(listing.pdus(COORDINATOR)).contains(pdu);
    }

    @Test
    void ofALimitedAccessCaseThePlaceSaysNothingAndNoFilterFindsIt() {
        long limited = order(TODAY.minusMonths(13));
        some.limited(limited);
        order(TODAY.minusMonths(1));
        List<Line> lines = list(OrdersWanted.ALL).lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast())
                .isEqualTo(new Line(
                        some.caseOf(limited),
                        "X000001",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.PAST))).isEmpty();
        assertThat(list(OrdersWanted.ALL).counts()).containsEntry(Urgency.PAST, 0);
        assertThat(ids(wanted("", "", "", "NWP1", ""))).hasSize(1).doesNotContain(limited);
        assertThat(ids(wanted("SESSIONS", "", "", "", ""))).doesNotContain(limited);
        some.granted(limited, COORDINATOR.userName());
        assertThat(ids(OrdersWanted.ALL.urgency(Urgency.PAST))).containsExactly(limited);
    }

    @Test
    void aListIsPagedWithoutGapsAndCountsAll() {
        for (int n = 0; n < 7; n++) order(TODAY.minusMonths(1 + n));
        Listed first = listing.list(COORDINATOR, OrdersWanted.ALL, 3, 0);
        Listed last = listing.list(COORDINATOR, OrdersWanted.ALL, 3, 6);
        assertThat(first.total()).isEqualTo(7);
        assertThat(first.lines()).hasSize(3);
        assertThat(last.lines()).hasSize(1);
        assertThat(Stream.of(0, 3, 6)
                        .flatMap(from -> listing.list(COORDINATOR, OrdersWanted.ALL, 3, from).lines().stream())
                        .map(Line::orderId)
                        .distinct())
                .hasSize(7);
    }

    @Test
    void pagesOfEveryLengthContinueTheSameList() {
        some.limited(order(TODAY.minusMonths(14)));
        order(TODAY.minusMonths(1));
        for (int n = 0; n < 2; n++) order(TEN_MONTHS_AGO.plusDays(n));
        for (int n = 0; n < 2; n++) order(TODAY.minusMonths(13 + n));
        List<Line> all = list(OrdersWanted.ALL).lines();
        assertThat(all).hasSize(6);
        for (int length = 1; length < 6; length++) {
            List<Line> pages = new ArrayList<>();
            for (int from = 0; from < all.size(); from += length)
                pages.addAll(listing.list(COORDINATOR, OrdersWanted.ALL, length, from)
                        .lines());
            assertThat(pages).as("pages of %d", length).isEqualTo(all);
        }
    }

    /** The database counts the twelve months as the rules do, leap years among them. */
    @Test
    void theLastDayIsTheSameInTheDatabaseAndInTheRules() {
        long order = order(TODAY);
        for (LocalDate sentenced : List.of(
                LocalDate.of(2024, 2, 28),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2023, 2, 28),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 31))) {
            given.theOrder(order).sentenced(sentenced).save();
            assertThat(jdbc.sql("SELECT last_day FROM upw_order")
                            .query(LocalDate.class)
                            .single())
                    .as("sentenced on " + sentenced)
                    .isEqualTo(new TwelveMonths(sentenced).lastDay());
        }
    }

    private long order(LocalDate sentenced) {
        long order = some.order("NWP1", 2400, 0, sentenced, sentenced);
        given.theCaseOf(order).practitioner("P0001").save();
        return order;
    }

    private static OrdersWanted wanted(String state, String pdu, String risk, String project, String crn) {
        return new OrdersWanted(Urgency.ANY, state, pdu, risk, project, crn);
    }

    private Listed list(OrdersWanted wanted) {
        return listing.list(COORDINATOR, wanted, 50, 0);
    }

    private List<Long> ids(OrdersWanted wanted) {
        return list(wanted).lines().stream().map(Line::orderId).toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class UrgentOrdersOnMariaDbTest extends UrgentOrdersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class UrgentOrdersOnMySqlTest extends UrgentOrdersTest {}
