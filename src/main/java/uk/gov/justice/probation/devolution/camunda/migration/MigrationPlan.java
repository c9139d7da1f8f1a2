package uk.gov.justice.probation.devolution.camunda.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which element of each process becomes which with a release: the file {@code releases/<number>.csv}. An element that
 * it does not name stays what it is; one that becomes nothing has gone, and what is there stays on its model.
 */
final class MigrationPlan {
    private static final String HEADER = "process,element,becomes";
    private static final int COLUMNS = 3;

    private final Map<String, Map<String, String>> becomes;

    private MigrationPlan(Map<String, Map<String, String>> becomes) {
        this.becomes = becomes;
    }

    static MigrationPlan ofRelease(int number) {
        String file = "/releases/%d.csv".formatted(number);
        try (InputStream plan = MigrationPlan.class.getResourceAsStream(file)) {
            if (plan == null) throw new IllegalStateException("There is no migration plan " + file);
            return read(new String(plan.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MigrationPlan read(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER))
            throw new IllegalStateException("A migration plan begins with the line " + HEADER);
        Map<String, Map<String, String>> becomes = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split(",", -1);
            if (columns.length != COLUMNS)
                throw new IllegalStateException("A line of a migration plan has three columns: " + line);
            if (becomes.computeIfAbsent(columns[0], process -> new LinkedHashMap<>())
                            .put(columns[1], columns[2])
                    != null) throw new IllegalStateException("A migration plan names an element once: " + line);
        }
        return new MigrationPlan(becomes);
    }

    Map<String, Map<String, String>> processes() {
        return Collections.unmodifiableMap(becomes);
    }

    /** What this plan says of a process; nothing if every element stays what it is. */
    Map<String, String> of(String processId) {
        return becomes.getOrDefault(processId, Map.of());
    }
}
