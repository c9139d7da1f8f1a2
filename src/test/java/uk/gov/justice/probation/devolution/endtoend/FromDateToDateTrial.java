package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A whole handover on the real stack, with the dates of the plan: whatever waits for somebody is done in Tasklist, and
 * then the page "Trial date" moves on to the handover's next date, until it is closed. How many moves that takes, and
 * how long: {@code mvn test -Dtest=FromDateToDateTrial}.
 */
class FromDateToDateTrial {
    private static final String ROW = "H-NW-1";
    private static final int MOST_MOVES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Until a task that follows from another can be seen. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern NOW = Pattern.compile("It is ([^<]+)\\.</p>");
    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "Task_ConfirmInventory", Map.of("inventoryAnswer", "CONFIRM"),
            "Task_Briefing", Map.of("noneBriefedReason", "Nobody has worked on these cases yet."),
            "Task_SignReleasing", Map.of("releasingSignature", "SIGN", "understood", true),
            "Task_SignReceiving", Map.of("receivingSignature", "SIGN", "understood", true),
            "Task_Review", Map.of("reviewOutcome", "STABLE"));

    private final Set<String> done = new TreeSet<>();
    private RunningProduct product;
    private PageVisitor visitor;
    private int handover;

    @Test
    void aHandoverFromItsInventoryToItsEnd() throws Exception {
        product = RunningProduct.start(Path.of("target", "trial", "dates"), "--devolution.local.sample-cases=0");
        try {
            visitor = new PageVisitor(product, "psc-service-owner");
            int moves = 0;
            Instant began = Instant.now();
            while (!"CLOSED".equals(state())) {
                if (doWhatWaits()) continue;
                assertThat(moves++).isLessThan(MOST_MOVES);
                Instant asked = Instant.now();
                String now = moveOn();
                System.out.printf("%6.1f s  move %d took %.1f s: %s%n", seconds(began), moves, seconds(asked), now);
            }
            System.out.printf("%n%s closed after %d moves and %.1f s%n", ROW, moves, seconds(began));
        } finally {
            product.close();
        }
    }

    private String state() throws Exception {
        handover = product.count("SELECT COALESCE(MAX(id), 0) FROM handover WHERE plan_row_id = ?", ROW);
        return String.join("", product.texts("SELECT state FROM handover WHERE id = ?", handover));
    }

    /** @return whether somebody was asked for something */
    private boolean doWhatWaits() throws Exception {
        Thread.sleep(SOON.toMillis());
        boolean asked = false;
        for (String task : product.texts(
                "SELECT CONCAT(task_key, ' ', element_id) FROM open_task WHERE about = ?", "handover/" + handover)) {
            String[] words = task.split(" ");
            Map<String, Object> answers = answers(words[1]);
            if (answers.isEmpty() || !done.add(words[0])) continue;
            new TasklistApi(product, "demo").complete(words[0], answers, words[1]);
            System.out.printf("          %s%n", words[1]);
            asked = true;
        }
        return asked;
    }

    private Map<String, Object> answers(String element) throws Exception {
        if (!element.equals("Task_Decide")) return ANSWERS.getOrDefault(element, Map.of());
        Map<String, Object> go = new LinkedHashMap<>(Map.of("decision", "GO", "understood", true));
        go.put(
                "transferDate",
                product.texts("SELECT planned_date FROM handover WHERE id = ?", handover)
                        .getFirst());
        return go;
    }

    /** @return which date it is then */
    private String moveOn() throws Exception {
        String page = visitor.open("/trial?of=handover/" + handover);
        Matcher seen = SEEN.matcher(page);
        if (seen.find()) {
            visitor.post("/trial", Map.of("of", List.of("handover/" + handover), "seen", List.of(seen.group(1))));
            Instant end = Instant.now().plus(PATIENCE);
            do page = visitor.open("/trial?of=handover/" + handover);
            while (page.contains("On the way to") && Instant.now().isBefore(end));
        }
        Matcher now = NOW.matcher(page);
        return now.find() ? now.group(1) : page;
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1e3;
    }
}
