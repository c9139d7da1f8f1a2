package uk.gov.justice.probation.devolution.workforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who manages whom, for finding circles of people who would manage each other. */
final class LineManagement {
    private final Map<String, Set<String>> circles = new HashMap<>();

    /** @param managers each person's manager, both by staff number; null if there is none */
    LineManagement(Map<String, String> managers) {
        Map<String, Integer> seen = new HashMap<>();
        int walk = 0;
        for (String person : managers.keySet()) {
            walk++;
            List<String> way = new ArrayList<>();
            String at = person;
            while (at != null && seen.putIfAbsent(at, walk) == null) {
                way.add(at);
                at = managers.get(at);
            }
            if (at != null && seen.get(at) == walk) {
                Set<String> circle = new TreeSet<>(way.subList(way.indexOf(at), way.size()));
                circle.forEach(member -> circles.put(member, circle));
            }
        }
    }

    /**
     * The circle of managers that the person is part of, if any. Somebody who would manage themself is a circle of one.
     */
    Optional<Set<String>> circleOf(String person) {
        return Optional.ofNullable(circles.get(person));
    }
}
