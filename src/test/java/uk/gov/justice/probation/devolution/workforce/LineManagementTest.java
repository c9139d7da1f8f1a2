package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineManagementTest {

    @Test
    void whoWouldManageEachOtherIsNamedAndNobodyElse() {
        Map<String, String> managers = new HashMap<>(
                Map.of("outside", "a", "a", "b", "b", "c", "c", "a", "self", "self", "x", "y", "below", "self"));
        managers.put("top", null);
        LineManagement management = new LineManagement(managers);

        for (String member : Set.of("a", "b", "c"))
            assertThat(management.circleOf(member)).hasValue(Set.of("a", "b", "c"));
        assertThat(management.circleOf("self")).hasValue(Set.of("self"));
        for (String other : Set.of("outside", "below", "x", "y", "top", "nobody"))
            assertThat(management.circleOf(other)).as(other).isEmpty();
    }

    @Property
    void isInACircleWhoComesBackToThemselves(@ForAll long seed) {
        Random random = new Random(seed);
        int people = 1 + random.nextInt(9);
        Map<String, String> managers = new HashMap<>();
        for (int person = 0; person < people; person++) {
            int manager = random.nextInt(people + 2);
            managers.put("p" + person, manager < people ? "p" + manager : manager == people ? null : "elsewhere");
        }
        LineManagement management = new LineManagement(managers);

        for (String person : managers.keySet()) {
            Set<String> way = new TreeSet<>(Set.of(person));
            String at = managers.get(person);
            while (at != null && way.add(at)) at = managers.get(at);
            assertThat(management.circleOf(person).orElse(null))
                    .as("%s of %s", person, managers)
                    .isEqualTo(person.equals(at) ? way : null);
        }
    }
}
