package uk.gov.justice.probation.devolution.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each action of the audit says of whoever did it, with {@value #ABOUT} for what it is about: decisions apart from
 * looks.
 */
final class Sentences {
    static final String ABOUT = "{0}";

    private static final Map<String, String> DECISIONS = read("decisions");
    private static final Map<String, String> LOOKS = read("looks");

    private Sentences() {}

    static Map<String, String> decisions() {
        return DECISIONS;
    }

    static Map<String, String> looks() {
        return LOOKS;
    }

    static boolean isLook(String action) {
        return LOOKS.containsKey(action);
    }

    static Set<String> actionsOfLooks() {
        return LOOKS.keySet();
    }

    /** Of an action of which nothing is said, its own words. */
    static String of(String action) {
        String look = LOOKS.get(action);
        return look != null
                ? look
                : DECISIONS.getOrDefault(
                        action,
                        "did '%s' to {0}"
                                .formatted(action.toLowerCase(Locale.UK).replace('_', ' ')));
    }

    private static Map<String, String> read(String name) {
        Properties sentences = new Properties();
        try (Reader file = new InputStreamReader(
                Sentences.class.getResourceAsStream("/audit/%s.properties".formatted(name)), StandardCharsets.UTF_8)) {
            sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        sentences.forEach((action, sentence) -> sorted.put((String) action, (String) sentence));
        return Collections.unmodifiableMap(sorted);
    }
}
