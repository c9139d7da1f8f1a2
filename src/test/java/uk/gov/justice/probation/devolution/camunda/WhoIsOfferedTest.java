package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.camunda.WhoIsOffered.Offer;

/** Who is offered a task is what its model says, with the values of its process. */
class WhoIsOfferedTest {
    private static final Map<String, Object> OF_GM = Map.of("regionSlug", "gm", "ownerGroup", "case-admin-gm");

    private static final WhoIsOffered offers = new WhoIsOffered(new TaskModels());

    @Test
    void aGroupOfTheRegionAndOneThatAVariableNames() {
        assertThat(offers.of("upw-session", "Task_RecordOutcome", OF_GM))
                .contains(new Offer(Set.of("upw-supervisor-gm"), Set.of()));
        assertThat(offers.of("upw-beginning", "Task_ConfirmTeam", OF_GM))
                .contains(new Offer(Set.of("case-admin-gm"), Set.of()));
    }

    @Test
    void peopleByName() {
        assertThat(offers.of(
                        "one-to-one",
                        "Task_OneToOne",
                        Map.of("managerUsers", List.of("LM002"), "managerGroups", List.of())))
                .contains(new Offer(Set.of(), Set.of("LM002")));
    }

    @Test
    void whatOtherVariablesDecideStaysAsItIs() {
        assertThat(offers.of("upw-placement", "Task_ConfirmStart", OF_GM)).isEmpty();
        assertThat(offers.of("upw-session", "Task_RecordOutcome", Map.of())).isEmpty();
        assertThat(offers.of("upw-session", "Task_OfNoRelease", OF_GM)).isEmpty();
    }
}
