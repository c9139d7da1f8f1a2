package uk.gov.justice.probation.devolution.work.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.work.Holder;

class TasksInWordsTest {

    @Test
    void groupsAreNamedAndColleaguesAreNot() {
        assertThat(whom(Holder.group("hr-nw"), Holder.user("ann"))).isEqualTo("hr-nw");
        assertThat(whom(Holder.user("ann"))).isEqualTo("colleagues");
    }

    private static String whom(Holder... offeredTo) {
        OverdueTask task =
                new OverdueTask(1, "Task", "", Instant.EPOCH, "Do it", "", "NW", null, Set.of(), Set.of(offeredTo));
        return new TasksInWords(List.of(task), null).whom();
    }
}
