package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.VettingResults;
import uk.gov.justice.probation.devolution.security.Colleague;

/** No step of a member of staff sends more statements than it needs. */
@DomainTest
@WithDatabase
class StatementsOfStaffTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final List<String> SITES = List.of("NW_10", "NW_12", "NW_VIRTUAL");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffDirectory staff;

    @Autowired
    MovingStaff moving;

    @Autowired
    Travel travel;

    @Autowired
    Vacancies vacancies;

    @Autowired
    VettingResults vetting;

    private final SoftAssertions held = new SoftAssertions();

    @BeforeEach
    void people() {
        var some = new SomeStaff(jdbc);
        for (int n = 1; n <= 6; n++) some.add("NW%02d".formatted(n), "NW", null);
        for (String staffNumber : List.of("NW02", "NW03"))
            given.theColleague(staffNumber).vetting("PENDING").save();
    }

    @Test
    void everyStepSendsNoMoreThanItMay() throws Exception {
        step("find somebody", 1, () -> staff.find("NW01"));
        step("find many", 1, () -> staff.all(List.of("NW01", "NW02", "NW03", "NW04")));
        step("list a region", 1, () -> staff.of("NW", "PSC_LIVERPOOL", List.of()));
        step("move", 5, () -> moving.move("NW01", "NW_10", "CA_COURT", "system"));
        step("move again", 3, () -> moving.move("NW01", "NW_10", "CA_COURT", "system"));
        List<StaffMember> everybody = staff.of("NW", null, List.of());
        step("state a home", 2, () -> travel.stateHome(everybody.getFirst(), "L3", HR));
        travel.journeys(everybody, SITES);
        step("journeys of everybody", 3, () -> travel.journeys(everybody, SITES));
        step("free places", 1, () -> vacancies.of("NW"));
        step("vetting came through", 6, () -> vetting.cleared("NW02", HR));
        step("vetting came through again", 1, () -> vetting.cleared("NW02", HR));
        step("vetting was refused", 4, () -> vetting.refuse("NW03", HR));
        held.assertAll();
    }

    private void step(String name, int atMost, Statements.Action action) throws Exception {
        Statements sent = Statements.during(action);
        held.assertThat(sent.count()).as("%s: %s", name, sent).isLessThanOrEqualTo(atMost);
    }
}
