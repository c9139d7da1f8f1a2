package uk.gov.justice.probation.devolution.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/**
 * Reads in words what subjects are, a kind at a time, from the views in which each family says it. A kind that no
 * family names is called by its region.
 */
@Component
public class SubjectsQuery {
    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("programme", "SELECT id, NULL, words FROM programme_words_view WHERE id IN (:ids)"),
            Map.entry("handover", "SELECT id, NULL, words FROM handover_words_view WHERE id IN (:ids)"),
            Map.entry("consultation", "SELECT id, NULL, words FROM consultation_words_view WHERE id IN (:ids)"),
            Map.entry(
                    "staff", "SELECT staff_number, NULL, words FROM workforce_words_view WHERE staff_number IN (:ids)"),
            Map.entry("appeal", "SELECT id, NULL, words FROM preferencing_appeal_words_view WHERE id IN (:ids)"),
            Map.entry("undelivered", "SELECT id, NULL, words FROM telling_words_view WHERE id IN (:ids)"),
            Map.entry("letter", "SELECT id, NULL, words FROM letters_words_view WHERE id IN (:ids)"),
            Map.entry("case", "SELECT id, crn, words FROM caseload_words_view WHERE id IN (:ids)"),
            Map.entry("order", "SELECT id, crn, words FROM unpaidwork_order_words_view WHERE id IN (:ids)"),
            Map.entry("session", "SELECT id, crn, words FROM unpaidwork_session_words_view WHERE id IN (:ids)"),
            Map.entry("enforcement", "SELECT id, crn, words FROM unpaidwork_enforcement_words_view WHERE id IN (:ids)"),
            Map.entry("termination", "SELECT id, crn, words FROM termination_words_view WHERE id IN (:ids)"),
            Map.entry(
                    "termination-request",
                    "SELECT id, crn, words FROM termination_request_words_view WHERE id IN (:ids)"));

    private static final Set<String> NAMING_NOBODY = Set.of("programme", "handover", "consultation", "region");

    private record Words(String crn, String words) {}

    private final JdbcClient jdbc;

    SubjectsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Set<String> kinds() {
        return VIEWS.keySet();
    }

    /** Whether the words for such a subject name no person and no case. */
    public static boolean namesNobody(String about) {
        return NAMING_NOBODY.contains(about.substring(0, Math.max(0, about.indexOf('/'))));
    }

    /** What each is called; one that belongs to a case by its CRN alone. */
    public Map<TaskSubject, String> words(Collection<TaskSubject> subjects) {
        Map<TaskSubject, String> words = new HashMap<>();
        describe(subjects)
                .forEach((subject, description) -> words.put(
                        subject, description.crn() == null ? description.words() : "CRN " + description.crn()));
        return words;
    }

    /** Each subject with its description. */
    Map<TaskSubject, Description> describe(Collection<TaskSubject> subjects) {
        Map<String, Set<String>> idsByKind = new HashMap<>();
        subjects.forEach(subject -> idsByKind
                .computeIfAbsent(kind(subject), kind -> new HashSet<>())
                .add(id(subject)));
        Map<String, Map<String, Words>> known = new HashMap<>();
        idsByKind.forEach((kind, ids) -> known.put(kind, read(kind, ids)));
        Map<String, String> regions = regions();
        Map<TaskSubject, Description> described = new HashMap<>();
        for (TaskSubject subject : subjects) {
            Words words = known.get(kind(subject)).get(id(subject));
            described.put(
                    subject,
                    new Description(
                            subject.about(),
                            subject.regionCode(),
                            words == null ? null : words.crn(),
                            words == null ? regions.getOrDefault(subject.regionCode(), "") : words.words()));
        }
        return described;
    }

    private Map<String, Words> read(String kind, Set<String> ids) {
        Map<String, Words> read = new HashMap<>();
        if (VIEWS.containsKey(kind)) {
            jdbc.sql(VIEWS.get(kind)).param("ids", ids).query(row -> {
                read.put(row.getString(1), new Words(row.getString(2), row.getString(3)));
            });
        }
        return read;
    }

    private Map<String, String> regions() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT code, name FROM region").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    private static String kind(TaskSubject subject) {
        return subject.about().substring(0, Math.max(0, subject.about().indexOf('/')));
    }

    private static String id(TaskSubject subject) {
        return subject.about().substring(subject.about().indexOf('/') + 1);
    }
}
