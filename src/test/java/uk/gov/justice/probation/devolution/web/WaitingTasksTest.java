package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.describedAs;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.work.SomeTasks;

/** Every page about something for which a task may wait says so, and leads to it, for whoever may do it. */
@ConsoleTest
class WaitingTasksTest {
    /** By its address what each page is about. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/handovers/{id}", "handover"),
            Map.entry("/handovers/{id}/inventory", "handover"),
            Map.entry("/handovers/{id}/exceptions", "handover"),
            Map.entry("/consultations/{id}", "consultation"),
            Map.entry("/consultations/{id}/people", "consultation"),
            Map.entry("/consultations/{id}/responses", "consultation"),
            Map.entry("/consultations/{id}/unions", "consultation"),
            Map.entry("/consultations/{id}/people/{memberId}", "staff"),
            Map.entry("/consultations/{id}/questions", "consultation"),
            Map.entry("/consultations/{id}/options", "consultation"),
            Map.entry("/consultations/{id}/allocation", "consultation"),
            Map.entry("/people/{memberId}/one-to-one", "staff"),
            Map.entry("/people/{memberId}/circumstances", "staff"),
            Map.entry("/people/{memberId}/ranking", "staff"),
            Map.entry("/people/{memberId}/result", "staff"),
            Map.entry("/appeals/{id}", "appeal"),
            Map.entry("/appeals", "appeal"),
            Map.entry("/upw/orders/{id}", "order"),
            Map.entry("/upw/orders/{id}/projects", "order"),
            Map.entry("/upw/orders/{id}/assessment", "order"),
            Map.entry("/upw/orders/{id}/answer", "order"),
            Map.entry("/upw/sessions/{id}", "session"),
            Map.entry("/upw/enforcements/{id}", "enforcement"),
            Map.entry("/terminations/{id}", "termination"),
            Map.entry("/terminations", "termination"),
            Map.entry("/letters/{id}", "letter"),
            Map.entry("/messages/undelivered/{undeliveredId}", "undelivered"),
            Map.entry("/cases/{id}/access", "case"));

    /** Templates of pages that show nothing that waits, with what they are instead. */
    private static final Map<String, Set<String>> NOTHING_WAITS = Map.of(
            "lists that say in words of their own what each entry waits for, and lead to its page",
                    Set.of(
                            "case-letters",
                            "consultation/all",
                            "consultation/my",
                            "handover/consultation-stage",
                            "handover/vetting",
                            "mailbox",
                            "message",
                            "messages",
                            "programme/matrix",
                            "programme/timeline",
                            "programme/weekly",
                            "unpaidwork/project-list",
                            "unpaidwork/register",
                            "work/incidents",
                            "work/deputies",
                            "work/pass-on",
                            "work/work"),
            "letters that are posted without a task", Set.of("case-letter"),
            "steps of something that has not begun, or of a page that leads to the task",
                    Set.of(
                            "consultation/appointment",
                            "consultation/cancel",
                            "consultation/events",
                            "consultation/launch-check",
                            "consultation/launch-name",
                            "consultation/launch-people",
                            "consultation/launch-places",
                            "consultation/launch-scope",
                            "consultation/launch-terms",
                            "consultation/stand-in",
                            "preferencing/allocation-effect",
                            "preferencing/close-early",
                            "preferencing/draw",
                            "preferencing/fairness",
                            "preferencing/lodge",
                            "preferencing/posts",
                            "preferencing/posts-of-role",
                            "preferencing/ranking-for-person",
                            "once-more"),
            "what is done and kept", Set.of("audit/audit", "casesystem/manifest", "consultation/receipt"),
            "pages of the service itself",
                    Set.of(
                            "camunda/migration",
                            "camunda/releases",
                            "camunda/task-of-before",
                            "camunda/tasks-of-before",
                            "camunda/version",
                            "error",
                            "telling/emails",
                            "telling/group-told",
                            "telling/how-told",
                            "imports/all",
                            "imports/one",
                            "localstack/open",
                            "localstack/trial",
                            "sign-in"));

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Test
    void aPageLeadsToTheTasksThatWaitForItsReaderAndSaysWhomOthersWaitFor() throws Exception {
        var everything = new SomethingOfEverything(http, jdbc, programmes, letters, dueTerminations);
        var tasks = new SomeTasks(jdbc);
        for (var page : PAGES.entrySet()) {
            List<String> path = everything.path(page.getKey());
            long theirs = tasks.task("hr-nw", "Their task", "", CLOCK.instant().minusSeconds(60));
            long others = tasks.task("rpd-nw", "Task of others", "", CLOCK.instant());
            for (long task : List.of(theirs, others)) tasks.about(task, subject(page.getValue(), everything));

            http.perform(get(page.getKey(), path.toArray())
                            .with(colleague(
                                    "hr-nw",
                                    "case-admin-nw",
                                    "practitioner-nw",
                                    "placement-coordinator-nw",
                                    "pso-nw",
                                    "data-lead-nw")))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(describedAs(
                                    page.getKey(),
                                    allOf(
                                            containsString("/tasklist/%d\"".formatted(theirs)),
                                            containsString("Task of others: waits for rpd-nw"),
                                            not(containsString("/tasklist/%d\"".formatted(others)))))));
        }
    }

    private String subject(String kind, SomethingOfEverything everything) {
        String id = everything
                .path(
                        switch (kind) {
                            case "staff" -> "{memberId}";
                            case "undelivered" -> "{undeliveredId}";
                            default -> "/%s/{id}".formatted(kind);
                        })
                .getFirst();
        return kind + "/"
                + (kind.equals("staff")
                        ? jdbc.sql("SELECT staff_number FROM consultation_member_view WHERE id = ?")
                                .param(id)
                                .query(String.class)
                                .single()
                        : id);
    }

    @Test
    void noPageForgetsToSayWhatWaits() throws IOException {
        Set<String> excused =
                NOTHING_WAITS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> says(file, "layout :: page"))
                            .filter(file -> !says(file, "work/parts ::"))
                            .map(file -> TEMPLATES
                                    .relativize(file)
                                    .toString()
                                    .replace(".html", "")
                                    .replace('\\', '/')))
                    .as("pages that show nothing of what waits: show work/parts :: waiting, or say here why not")
                    .containsExactlyInAnyOrderElementsOf(excused);
        }
    }

    private static boolean says(Path file, String what) {
        try {
            return Files.readString(file).contains(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
