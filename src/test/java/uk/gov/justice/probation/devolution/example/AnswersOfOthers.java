package uk.gov.justice.probation.devolution.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDays;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore.Waiting;
import uk.gov.justice.probation.devolution.engine.Tasklist;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Completes user tasks with the engine's own command, first as people whose task it is not, and with identifiers of
 * something else: nothing may change, and the task must come back as it was. Then as the right person, with every other
 * variable of its scope swapped and sent along, and with no subject recorded, like a task that was open before subjects
 * were recorded: the process must go on as if none had been sent, using what our rows say or what somebody responsible
 * says. What was tried is recorded in target/answers-of-others.
 */
public final class AnswersOfOthers {
    public static final Path TRIED = Path.of("target", "answers-of-others");
    /** The suffix of the record of a task that was answered without the tick. */
    public static final String WITHOUT_THE_TICK = ".without-the-tick";
    /** The suffix of the record of days that are not possible. */
    public static final String ON_WRONG_DAYS = ".on-wrong-days";
    /** No subject was recorded, and its answer was saved for what our rows say about its process or its caller. */
    public static final String KNOWN_BY_ROWS = "begun before: known by our rows";
    /** No subject was recorded, and its answer waited until somebody chose it on the page. */
    public static final String SAID_ON_THE_PAGE = "begun before: said on the page";
    /** No subject was recorded and nothing is known, so the people who run Operate are informed. */
    public static final String TOLD_TO_THE_OPERATOR = "begun before: told to the operator";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final int MANY = 1000;
    private static final String NOBODY = "nobody-knows-me";
    private static final String UNDERSTOOD = "understood";
    /** Processes that are always called, even if a test starts one directly. */
    private static final Set<String> CALLED = Set.of(
            "handover-gates",
            "case-transfer",
            "upw-beginning",
            "upw-session",
            "upw-enforcement",
            "location-preferencing",
            "start-in-new-place",
            "send-letters");

    private static final Colleague OPERATOR = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));
    /** What a refused answer is allowed to leave behind, and what goes on by itself. */
    /** What the note is called of a task that nobody may answer there. */
    private static final String REFUSED_TO_ALL = ".refused-to-all";

    private static final Set<String> LEFT_BEHIND = Set.of(
            "audit_entry",
            "refused_answer",
            "notification",
            "event_publication",
            "task_subject",
            "task_of_before",
            "flyway_schema_history");

    private final Tasklist tasklist;
    private final CamundaClient camunda;
    private final TasksOfBefore tasksOfBefore;
    private final CallersOfBefore callers;
    private final Deadlines deadlines;
    private final QuietDatabase database;
    private final JdbcClient jdbc;

    AnswersOfOthers(
            Tasklist tasklist,
            CamundaClient camunda,
            TasksOfBefore tasksOfBefore,
            CallersOfBefore callers,
            Deadlines deadlines,
            QuietDatabase database,
            JdbcClient jdbc) {
        this.deadlines = deadlines;
        this.tasklist = tasklist;
        this.camunda = camunda;
        this.tasksOfBefore = tasksOfBefore;
        this.callers = callers;
        this.database = database;
        this.jdbc = jdbc;
    }

    /**
     * Completes the only open task of the step as everybody whose task it is not, then as the colleague.
     *
     * @param concerned others who must not answer it although they are involved: the person the task is about, or a
     *     member of the same group who is not independent
     */
    public UserTask complete(String step, String colleague, Map<String, Object> form, String... concerned) {
        return complete(step, task -> true, colleague, form, concerned);
    }

    /** Like the method above, for a particular one of several open tasks of the step. */
    public UserTask complete(
            String step, Predicate<UserTask> meant, String colleague, Map<String, Object> form, String... concerned) {
        tasklist.awaitAnswersRecorded();
        UserTask task = tasklist.open(step, meant);
        List<String> tried = new ArrayList<>();
        for (String stranger : Stream.concat(strangersTo(colleague), Stream.of(concerned))
                .distinct()
                .toList()) {
            task = refused(task, meant, stranger, form, "answered by " + stranger);
            tried.add("login " + stranger);
        }
        if (form.containsKey(UNDERSTOOD)) task = withoutTheTick(task, meant, colleague, form);
        if (!List.of(concerned).contains(colleague)) task = onWrongDays(task, meant, colleague, form);
        Map<String, String> subjects = subjects(task);
        assertThat(subjects).as("what %s is about is noted", step).isNotEmpty();
        for (var subject : subjects.entrySet()) {
            Map<String, Object> swapped = new HashMap<>(form);
            swapped.put(
                    subject.getKey(),
                    subject.getValue().matches("-?\\d+") ? Long.parseLong(subject.getValue()) + 1 : "swapped");
            task = refused(task, meant, colleague, swapped, subject.getKey() + " swapped");
            tried.add("identifier " + subject.getKey());
        }
        if (CALLED.contains(task.getBpmnProcessId())) pretendItWasCalled(task, subjects);
        Map<String, Object> withEverythingElse = new HashMap<>(othersSwapped(
                task, Stream.concat(subjects.keySet().stream(), ofCallers(task)).collect(Collectors.toSet())));
        withEverythingElse.putAll(form);
        UserTask last = task;
        boolean refusedToAll = List.of(concerned).contains(colleague);
        if (refusedToAll) tasklist.completeWith(last, colleague, form, withEverythingElse);
        else
            tried.add(asIfItHadBegunBefore(
                    last, subjects, () -> tasklist.completeWith(last, colleague, form, withEverythingElse)));
        tried.add("other variables " + (withEverythingElse.size() - form.size()));
        note(task, refusedToAll ? REFUSED_TO_ALL : "", tried);
        return task;
    }

    /**
     * Answers the only open task of the step with a choice that cannot be undone, as the right person but without
     * ticking that they have read what will happen. Nothing may change.
     */
    public void withoutTheTick(String step, String colleague, Map<String, Object> form) {
        tasklist.awaitAnswersRecorded();
        withoutTheTick(tasklist.open(step), task -> true, colleague, form);
    }

    /**
     * Answers the only open task of the step as the right person, with days that are not possible: refused in the words
     * of the field, and nothing may change.
     */
    public void onWrongDays(String step, String colleague, Map<String, Object> form) {
        tasklist.awaitAnswersRecorded();
        onWrongDays(tasklist.open(step), task -> true, colleague, form);
    }

    /** Only what the migrations of the release record from our rows is recorded. */
    private String asIfItHadBegunBefore(UserTask task, Map<String, String> subjects, Runnable completion) {
        long element = task.getElementInstanceKey();
        List<Long> noted = jdbc.sql("""
            SELECT DISTINCT instance_key FROM task_subject
            WHERE instance_key IN (:process, :element) OR (name, value, about) IN (SELECT name, value, about FROM task_subject WHERE instance_key = :element)
            """)
                .param("process", task.getProcessInstanceKey())
                .param("element", element)
                .query(Long.class)
                .list();
        jdbc.sql(
                        "UPDATE task_subject SET instance_key = -instance_key, from_before = TRUE WHERE instance_key IN (:noted)")
                .param("noted", noted)
                .update();
        noteWhatOurRowsSay();
        Map<String, String> before = database.quiet(LEFT_BEHIND);
        completion.run();
        boolean waits = await("%s is taken, or waits for somebody".formatted(task.getElementId()))
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> Optional.of(tasksOfBefore.find(element, OPERATOR).isPresent())
                                .filter(waiting -> waiting || isDone(element)),
                        Optional::isPresent)
                .orElseThrow();
        String how = waits ? saidByWhoseWorkItIs(task, subjects, before) : KNOWN_BY_ROWS;
        if (!how.equals(TOLD_TO_THE_OPERATOR)) tasklist.awaitAnswersRecorded();
        List<Long> hidden = noted.stream().map(key -> -key).toList();
        jdbc.sql("DELETE FROM task_subject WHERE from_before AND instance_key IN (:noted)")
                .param("noted", noted)
                .update();
        jdbc.sql(
                        "UPDATE IGNORE task_subject SET instance_key = -instance_key, from_before = FALSE WHERE instance_key IN (:hidden)")
                .param("hidden", hidden)
                .update();
        jdbc.sql("DELETE FROM task_subject WHERE instance_key IN (:hidden)")
                .param("hidden", hidden)
                .update();
        tasklist.awaitAnswersRecorded();
        return how;
    }

    /** Another identifier of its caller is an attempt like any other. */
    private Stream<String> ofCallers(UserTask task) {
        return Stream.iterate(
                        callers.callerOf(task.getProcessInstanceKey()),
                        Optional::isPresent,
                        caller -> callers.callerOf(caller.get()))
                .flatMap(caller -> subjectsOf(caller.get(), caller.get()).keySet().stream());
    }

    private boolean isDone(long element) {
        return camunda
                .newElementInstanceSearchRequest()
                .filter(filter -> filter.type(ElementInstanceType.USER_TASK).state(ElementInstanceState.ACTIVE))
                .page(page -> page.limit(MANY))
                .send()
                .join()
                .items()
                .stream()
                .noneMatch(task -> task.getElementInstanceKey() == element);
    }

    /**
     * Nothing is saved until then, nobody else can say it, and afterwards its answer is accepted for the subject
     * chosen.
     */
    private String saidByWhoseWorkItIs(UserTask task, Map<String, String> subjects, Map<String, String> before) {
        long key = task.getElementInstanceKey();
        Waiting waiting = tasksOfBefore.find(key, OPERATOR).orElseThrow();
        assertThat(database.quiet(LEFT_BEHIND))
                .as("%s waits: the tables", task.getElementId())
                .isEqualTo(before);
        assertThat(tasksOfBefore.of(OPERATOR))
                .as("%s waits: the list", task.getElementId())
                .anyMatch(listed -> listed.task().key() == key);
        if (waiting.question() == null) return TOLD_TO_THE_OPERATOR;
        String said = subjects.get(waiting.task().asksFor());
        String group = TasksOfBefore.group(waiting);
        for (String stranger : List.of(
                group.replaceFirst("-[a-z]+$", group.endsWith("-gm") ? "-nw" : "-gm"),
                "change-nw",
                "tu-napo",
                NOBODY)) {
            Colleague other = new Colleague(stranger, Set.of(stranger));
            assertThat(tasksOfBefore.of(other))
                    .as("%s waits: what %s sees", task.getElementId(), stranger)
                    .isEmpty();
            assertThatThrownBy(() -> tasksOfBefore.say(key, said, other))
                    .as("%s said by %s", task.getElementId(), stranger)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(database.quiet(LEFT_BEHIND))
                .as("%s still waits: the tables", task.getElementId())
                .isEqualTo(before);
        tasksOfBefore.say(key, said, new Colleague(group, Set.of(group)));
        return SAID_ON_THE_PAGE;
    }

    /** Called by a process that is recorded in the way every caller was that began before. */
    private void pretendItWasCalled(UserTask task, Map<String, String> subjects) {
        long root = callers.root(task.getProcessInstanceKey());
        if (root != task.getProcessInstanceKey() && !subjectsOf(root, root).isEmpty()) return;
        var subject = subjects.entrySet().iterator().next();
        jdbc.sql("UPDATE placement SET start_begun = NULL WHERE member_id = ?")
                .param(subject.getKey().equals("memberId") ? subject.getValue() : null)
                .update();
        String caller = switch (subject.getKey()) {
            case "memberId" ->
                "SELECT 'consultationId', m.consultation_id, CONCAT('consultation/', m.consultation_id) FROM cohort_member m WHERE m.id = ?";
            case "letterId" -> "SELECT 'consultationId', 1, 'consultation/1' FROM letter WHERE id = ?";
            case "sessionId" -> "SELECT 'orderId', order_id, CONCAT('order/', order_id) FROM upw_session WHERE id = ?";
            case "enforcementId" ->
                "SELECT 'orderId', order_id, CONCAT('order/', order_id) FROM upw_enforcement WHERE id = ?";
            default ->
                "SELECT name, value, about FROM task_subject WHERE value = ? AND instance_key = "
                        + task.getProcessInstanceKey();
        };
        jdbc.sql(
                        "INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before) SELECT -7000000 - %d, known.*, 'NW', FALSE FROM (%s LIMIT 1) known"
                                .formatted(root, caller))
                .param(subject.getValue())
                .update();
        callers.pretend(root, -7_000_000 - root);
    }

    private void noteWhatOurRowsSay() {
        for (String migration : List.of("V20__task_subjects.sql", "V35__tasks_of_before.sql")) {
            try (InputStream sql = getClass().getResourceAsStream("/db/migration/" + migration)) {
                String statements = new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
                Stream.of(statements.split(";"))
                        .map(String::strip)
                        .filter(statement -> statement.startsWith("INSERT"))
                        .map(statement -> statement.replaceFirst("INSERT INTO", "INSERT IGNORE INTO"))
                        .forEach(statement -> jdbc.sql(statement).update());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private UserTask refused(
            UserTask task, Predicate<UserTask> meant, String by, Map<String, Object> answer, String what) {
        Map<String, String> before = database.quiet(LEFT_BEHIND);
        Set<String> answers = Stream.concat(answer.keySet().stream(), tasklist.fields(task).stream())
                .collect(Collectors.toSet());
        Map<String, String> variables = variables(task, answers);
        camunda.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(by)
                .send()
                .join();
        camunda.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(answer)
                .send()
                .join();
        UserTask again = tasklist.open(
                task.getElementId(), meant.and(other -> other.getUserTaskKey() != (long) task.getUserTaskKey()));
        assertThat(again.getCandidateGroups())
                .as("%s %s: its groups", task.getElementId(), what)
                .isEqualTo(task.getCandidateGroups());
        assertThat(again.getCandidateUsers())
                .as("%s %s: its people", task.getElementId(), what)
                .isEqualTo(task.getCandidateUsers());
        assertThat(again.getDueDate())
                .as("%s %s: its due date", task.getElementId(), what)
                .isEqualTo(task.getDueDate());
        Map<String, String> after = database.quiet(LEFT_BEHIND);
        assertThat(before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("%s %s: tables that changed", task.getElementId(), what)
                .isEmpty();
        assertThat(variables(again, answers))
                .as("%s %s: the variables of the process", task.getElementId(), what)
                .isEqualTo(variables);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM refused_answer WHERE element_instance_key = ?")
                        .param(task.getElementInstanceKey())
                        .query(Integer.class)
                        .single())
                .as("%s %s: audited", task.getElementId(), what)
                .isOne();
        return again;
    }

    private UserTask withoutTheTick(
            UserTask task, Predicate<UserTask> meant, String colleague, Map<String, Object> form) {
        Map<String, Object> unticked = new HashMap<>(form);
        unticked.put(UNDERSTOOD, false);
        UserTask again = comesAgain(
                task,
                meant,
                colleague,
                unticked,
                "without the tick",
                List.of("Tick that you have read what will happen"));
        note(task, WITHOUT_THE_TICK, List.of("%s as %s".formatted(form, colleague)));
        return again;
    }

    private UserTask onWrongDays(UserTask task, Predicate<UserTask> meant, String colleague, Map<String, Object> form) {
        UserTask last = task;
        for (var field : tasklist.days(task).entrySet()) {
            if (form.get(field.getKey()) == null) continue;
            List<String> tried = new ArrayList<>();
            for (var wrong : EnteredDays.wrong(field.getValue(), deadlines).entrySet()) {
                Map<String, Object> changed = new HashMap<>(form);
                changed.put(field.getKey(), wrong.getKey().toString());
                last = comesAgain(
                        last,
                        meant,
                        colleague,
                        changed,
                        "%s on %s".formatted(field.getKey(), wrong.getKey()),
                        wrong.getValue());
                tried.add("%s as %s".formatted(wrong.getKey(), colleague));
            }
            assertThat(tried).as(field.getValue()).hasSizeGreaterThan(2);
            write(field.getValue().replace(' ', '.') + ON_WRONG_DAYS, tried);
        }
        return last;
    }

    /**
     * An answer of the right person that cannot be accepted: nothing changes, and the task comes back with the reason.
     */
    private UserTask comesAgain(
            UserTask task,
            Predicate<UserTask> meant,
            String colleague,
            Map<String, Object> answer,
            String what,
            List<String> reasons) {
        Map<String, String> before = database.quiet(LEFT_BEHIND);
        tasklist.complete(task, colleague, answer);
        UserTask again = tasklist.open(
                task.getElementId(), meant.and(other -> other.getUserTaskKey() != (long) task.getUserTaskKey()));
        assertThat(again.getCandidateGroups())
                .as("%s %s: its groups", task.getElementId(), what)
                .isEqualTo(task.getCandidateGroups());
        assertThat(again.getDueDate())
                .as("%s %s: its due date", task.getElementId(), what)
                .isEqualTo(task.getDueDate());
        assertThat(database.quiet(LEFT_BEHIND))
                .as("%s %s: the tables", task.getElementId(), what)
                .isEqualTo(before);
        assertThat(visible(again))
                .as("%s %s: why it comes again", task.getElementId(), what)
                .anySatisfy(variable -> assertThat(variable.getName() + variable.getValue())
                        .contains("Refused")
                        .containsAnyOf(reasons.toArray(String[]::new)));
        return again;
    }

    /** The same group elsewhere, another role in the same place, somebody without a group, and an unknown name. */
    private Stream<String> strangersTo(String colleague) {
        boolean union = colleague.startsWith("tu-");
        boolean inRegion = colleague.matches("[a-z-]+-(nw|gm|yath|em|sc)");
        String elsewhere = union
                ? (colleague.equals("tu-napo") ? "tu-unison" : "tu-napo")
                : inRegion
                        ? colleague.replaceFirst("-(nw|gm|yath|em|sc)$", colleague.endsWith("-gm") ? "-nw" : "-gm")
                        : "hr-gm";
        String here = inRegion ? colleague.replaceFirst("^.*-", "") : "nw";
        String otherRole = (colleague.startsWith("change-") ? "upw-supervisor-" : "change-") + here;
        return Stream.of(elsewhere, otherRole, somebodyOfTheStaff(colleague), NOBODY)
                .filter(name -> !name.isEmpty());
    }

    private String somebodyOfTheStaff(String but) {
        return jdbc.sql(
                        "SELECT staff_number FROM staff WHERE staff_number <> ? AND staff_number NOT IN (SELECT COALESCE(line_manager_staff_number, '') FROM staff) ORDER BY staff_number LIMIT 1")
                .param(but)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Map<String, String> subjects(UserTask task) {
        return subjectsOf(task.getProcessInstanceKey(), task.getElementInstanceKey());
    }

    private Map<String, String> subjectsOf(long processInstance, long elementInstance) {
        Map<String, String> subjects = new TreeMap<>();
        jdbc.sql("SELECT name, value FROM task_subject WHERE instance_key IN (?, ?)")
                .params(processInstance, elementInstance)
                .query((row, n) -> subjects.put(row.getString(1), row.getString(2)))
                .list();
        return subjects;
    }

    private Map<String, Object> othersSwapped(UserTask task, Set<String> subjects) {
        Set<String> fields = tasklist.fields(task);
        return visible(task).stream()
                .filter(variable -> !subjects.contains(variable.getName()) && !fields.contains(variable.getName()))
                .collect(Collectors.toMap(Variable::getName, variable -> swapped(variable.getValue()), (a, b) -> a));
    }

    private static Object swapped(String json) {
        if (json == null || json.equals("null")) return "swapped";
        if (json.equals("true") || json.equals("false")) return json.equals("false");
        if (json.matches("-?\\d+")) return Long.parseLong(json) + 1;
        if (json.startsWith("[")) return List.of();
        if (json.startsWith("{")) return Map.of("swapped", true);
        return "swapped";
    }

    /** What the process itself knows, without this form's answers, the tick, and the reason for a refusal. */
    private Map<String, String> variables(UserTask task, Set<String> answers) {
        return visible(task).stream()
                .filter(variable -> !answers.contains(variable.getName())
                        && !variable.getName().equals("acknowledged")
                        && !variable.getName().endsWith("Refused"))
                .collect(Collectors.toMap(Variable::getName, Variable::getValue, (a, b) -> a, TreeMap::new));
    }

    private List<Variable> visible(UserTask task) {
        return camunda.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .page(page -> page.limit(MANY))
                .send()
                .join()
                .items();
    }

    private static void note(UserTask task, String kind, List<String> tried) {
        write(task.getBpmnProcessId() + "." + task.getElementId() + kind, tried);
    }

    private static void write(String name, List<String> tried) {
        try {
            Files.createDirectories(TRIED);
            Files.write(TRIED.resolve(name), tried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
