package uk.gov.justice.probation.devolution.telling.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.notification.Notifications;

class UndeliveredEmailProcessTest extends ProcessScenario {

    @Autowired
    Notifications notifications;

    @Test
    void whoeverHasNoAddressIsToldInAnotherWayByHrOfTheirRegion() {
        given.aColleague("P0001").email(null).save();
        notifications.send("key", "P0001", "A one-to-one is arranged", "On Monday", "consultation/1");
        UserTask task = tasklist.open("Task_Undelivered");
        assertThat(tasklist.card(task)).contains("Person P0001 (P0001)");
        assertThat(task.getCandidateGroups()).containsExactly("hr-nw");
        assertThat(task.getDueDate()).isNotNull();

        tasklist.complete(task, "hr-nw", Map.of("undeliveredAnswer", "ADDRESS_RIGHT"));
        task = tasklist.open("Task_Undelivered");
        others.complete("Task_Undelivered", "hr-nw", Map.of("undeliveredAnswer", "TOLD"), "rpd-nw", "P0001");

        process(task.getProcessInstanceKey()).isCompleted().hasCompletedElements("End_Reached");
        long id =
                jdbc.sql("SELECT id FROM telling_undelivered").query(Long.class).single();
        assertThat(records.audited("undelivered/" + id)).contains("EMAIL_UNDELIVERED_TOLD by hr-nw");
    }
}
