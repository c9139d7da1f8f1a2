package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A consultation of five colleagues on the real stack in a real browser, from the launch in Tasklist to the last start
 * in a new place. What the five and those around them write in confidence contains marker words that are searched for
 * afterwards. Each step continues where the previous one ended.
 */
class ConsultationEndToEndIT extends EndToEndStory {
    private static final String MANAGER = "PSCX001";
    private static final List<String> IN_CONFIDENCE = List.of(
            "zqnotes", "zqadjustments", "zqcircumstances", "zqpanelreason", "zqgrounds", "zqreview", "zqreasons");
    private static final String EVERY = "{\"match_all\":{}}";
    private static final String IN_A_FORM = "zqfeedback";
    private static final String WAKEFIELD = "Wakefield probation office";
    private static final String LEEDS = "Leeds probation office";
    private static final String YORK = "York probation office";

    private long consultation;
    private long instance;
    private List<String> staff;
    private List<String> members;

    ConsultationEndToEndIT() {
        super(
                "consultation",
                "--devolution.local.launch-on-first-run=false",
                "--devolution.local.sample-cases=100",
                "--devolution.consultation.events-within=PT0S",
                "--devolution.preferencing.close-within=PT150S",
                "--devolution.preferencing.still-taken=0s",
                "--devolution.preferencing.appeals-close-within=PT1M");
    }

    @BeforeAll
    void fiveColleagues() throws Exception {
        staff = product.texts("""
        SELECT staff_number FROM staff WHERE line_manager_staff_number = ? AND absence IS NULL AND home_postcode_district IN ('WF1', 'LS1', 'BD1') ORDER BY staff_number LIMIT 5""", MANAGER);
        product.update("UPDATE staff SET grade = 'PLACEMENT_COORD' WHERE staff_number IN ('%s')"
                .formatted(String.join("','", staff)));
    }

    @Test
    @Order(1)
    void hrLaunchesInTasklist() throws Exception {
        try (TasklistSession hr = tasklist("hr-yath")) {
            FilledForm form = hr.startForm("Staff consultation");
            form.select("Which region?", "Yorkshire and the Humber")
                    .select("Whose staff?", "Wakefield")
                    .tickOne("Which grades?", "Placement coordinator")
                    .choose("How should places be shared out?", "Most first choices");
            hr.picture("consultation-start");
            instance = hr.startProcess();
            FilledForm confirm = hr.claim("Task_ConfirmLaunch", "regionSlug", json("yath"))
                    .awaitWords("Confirm what you are starting");
            assertThat(confirm.words()).contains("People who would take part: 5");
            assertThat(product.count("SELECT COUNT(*) FROM cohort_member"))
                    .as("nobody takes part before it is confirmed")
                    .isZero();
            confirm.choose("What do you decide?", "Launch the consultation");
            hr.picture("consultation-confirm");
            hr.complete();
            FilledForm scope =
                    hr.claim("Task_Scope", "regionSlug", json("yath")).awaitWords("PSC Wakefield");
            assertThat(scope.words()).contains("Staff who are consulted: 5");
            scope.number("How many posts are affected?", 5)
                    .number("How many redundancies are proposed?", 0)
                    .paragraph("Why is the change needed?", "Placement work moves into the region.")
                    .paragraph(
                            "What is proposed?",
                            "Every coordinator joins a delivery unit. ![A picture](http://attacker.example/a.png) <img src=http://attacker.example/b.png>");
            hr.complete();
        }
        consultation = product.count("SELECT id FROM consultation");
        members = product.texts(
                "SELECT id FROM cohort_member WHERE consultation_id = ? ORDER BY staff_number", consultation);
        assertThat(members).hasSize(5);
    }

    @Test
    @Order(2)
    void noUnionWritesTheFeedbackOfAnother() throws Exception {
        product.awaitCount("SELECT COUNT(*) FROM task_subject WHERE name = 'unionCode'", 3);
        new SentForAnother(product, "tu-napo")
                .changesNothing(
                        "Task_UnionFeedback",
                        "consultationId",
                        consultation,
                        Map.of(
                                "feedback",
                                "We have nothing against it.",
                                "unionCode",
                                "UNISON",
                                "union",
                                Map.of("code", "UNISON"),
                                "consultationId",
                                consultation,
                                "answered",
                                true));
    }

    /** What the distribution's engine has to do so that an answer can be saved for the recorded subject of its task. */
    @Test
    @Order(3)
    void aTaskIsNotedBeforeItIsThereAndWhatIsSentStaysInItsScope() throws Exception {
        ExportedRecords records = new ExportedRecords(product);
        Map<Long, Long> noted = new TreeMap<>();
        Map<Long, Long> open = new TreeMap<>();
        Map<String, Long> instances = new TreeMap<>();
        records.each("zeebe-record_job_*", EVERY, job -> {
            if (job.at("/value/type").asText().equals("consultation.noteUnion")
                    && job.path("intent").asText().equals("COMPLETED"))
                noted.put(
                        job.at("/value/elementInstanceKey").asLong(),
                        job.path("position").asLong());
        });
        records.each("zeebe-record_user-task_*", EVERY, task -> {
            if (!task.at("/value/elementId").asText().equals("Task_UnionFeedback")
                    || !task.path("intent").asText().equals("CREATED")) return;
            open.put(
                    task.at("/value/elementInstanceKey").asLong(),
                    task.path("position").asLong());
            instances.put(
                    task.at("/value/userTaskKey").asText(),
                    task.at("/value/elementInstanceKey").asLong());
        });
        assertThat(open)
                .as("three, and the one that came again")
                .hasSize(4)
                .allSatisfy((task, position) ->
                        assertThat(noted.get(task)).isNotNull().isLessThan(position));

        TasklistApi unison = new TasklistApi(product, "tu-unison");
        String task = unison.awaitOne("Task_UnionFeedback", "unionCode", "UNISON", "")
                .path("id")
                .asText();
        unison.saveDraft(task, Map.of("unionCode", "NAPO", "zqdraft", 1));
        for (String other : List.of("demo", "tu-napo"))
            assertThatThrownBy(() -> new TasklistApi(product, other).assign(task, other))
                    .hasMessageMatching("(?s).* answered (400|403): .*");
        assertThatThrownBy(() -> unison.assign(task, "tu-napo")).hasMessageMatching("(?s).* answered (400|403): .*");
        unison.completeOwn(task, Map.of("noComment", true, "unionCode", "NAPO", "zqsent", 1));

        assertThat(unison.awaitOne("Task_UnionFeedback", "unionCode", "UNISON", task)
                        .path("assignee")
                        .isNull())
                .isTrue();
        Map<String, Set<Long>> scopes = new TreeMap<>();
        records.each("zeebe-record_variable_*", EVERY, variable -> {
            String name = variable.at("/value/name").asText();
            if (List.of("zqdraft", "zqsent").contains(name))
                scopes.computeIfAbsent(name, unused -> new TreeSet<>())
                        .add(variable.at("/value/scopeKey").asLong());
        });
        assertThat(scopes)
                .as("a draft is Tasklist's alone, and what is sent stays with the task")
                .containsExactlyEntriesOf(Map.of("zqsent", Set.of(instances.get(task))));
        assertThat(
                        product.count(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'TASK_ANSWER_REFUSED' AND actor = 'tu-unison'"))
                .isOne();
    }

    @Test
    @Order(4)
    void everyUnionAnswersBeforeAnybodyIsAskedAlone() {
        try (TasklistSession manager = tasklist(MANAGER)) {
            for (String union : List.of("tu-napo", "tu-unison", "tu-gmb-scoop")) {
                assertThat(manager.openTaskNames()).isEmpty();
                try (TasklistSession representative = tasklist(union)) {
                    FilledForm form = representative.claim("Task_UnionFeedback", "consultationId", id());
                    assertThat(form.words())
                            .as("what HR typed is shown as text")
                            .contains("Every coordinator joins a delivery unit. ! A picture < img src=");
                    assertThat(product.visited())
                            .as("and no picture in it is loaded")
                            .noneMatch(address -> address.contains("attacker.example"));
                    if (union.equals("tu-unison")) {
                        form.tick("We have no comment");
                    } else {
                        form.paragraph(
                                "Your feedback",
                                "We ask that travel costs are paid for a year (%s).".formatted(IN_A_FORM));
                    }
                    representative.picture("union-feedback");
                    representative.complete();
                }
            }
            assertThat(manager.openTaskNames()).isEmpty();
            try (TasklistSession director = tasklist("rpd-yath")) {
                director.claim("Task_Respond", "consultationId", id())
                        .paragraph("Your response", "Travel costs are paid for two years.")
                        .understand();
                director.complete();
            }
        }
    }

    @Test
    @Order(5)
    void hrHoldsEventsAndAnswersQuestions() {
        try (TasklistSession hr = tasklist("hr-yath")) {
            hr.claim("Task_ScheduleEvents", "consultationId", id())
                    .date("Day of the event", LocalDate.now())
                    .text("Where?", "Wakefield, room 2")
                    .date("What is the last day for questions?", LocalDate.now().plusDays(1))
                    .understand();
            hr.complete();
            hr.claim("Task_AnswerQuestions", "consultationId", id())
                    .tick("Every question has its answer")
                    .understand();
            hr.complete();
        }
    }

    @Test
    @Order(6)
    void theLineManagerMeetsEverybodyAndKeepsNotesOnOurPage() {
        try (TasklistSession manager = tasklist(MANAGER)) {
            manager.eventually(
                    "cards that say whom they are about",
                    () -> Optional.of(manager.openTaskNames())
                            .filter(cards -> staff.stream()
                                    .allMatch(person ->
                                            cards.stream().anyMatch(card -> card.contains("(" + person + ")")))));
            recordOnOnePage(members.getFirst());
            for (String member : members.subList(1, members.size())) {
                FilledForm form = manager.claim("Task_OneToOne", "memberId", member);
                form.choose("Was the meeting held?", "Yes")
                        .date("When did you meet?", LocalDate.now())
                        .choose("Was a union representative there?", "No")
                        .tick("I have put circumstances and adjustments on the page");
                manager.picture("one-to-one-task");
                manager.complete();
            }
        }
    }

    /** Its task closes by itself. */
    private void recordOnOnePage(String member) {
        try (ConsoleSession page = console(MANAGER)) {
            page.open("/people/%s/one-to-one".formatted(member))
                    .choose("outcome", "HELD")
                    .enter("note", "Wants to stay near home (zqnotes).")
                    .unfold("Agree adjustments")
                    .enter("adjustments", "A desk near the lift (zqadjustments).")
                    .select("site-YATH_04", "No");
            page.picture("one-to-one");
            page.press("Save");
            page.picture("my-team");
        }
    }

    @Test
    @Order(7)
    void nobodyRanksForAnother() throws Exception {
        product.awaitCount("SELECT COUNT(*) FROM preference_asking", 5);
        new SentForAnother(product, staff.getFirst())
                .changesNothing(
                        "Task_RankLocations",
                        "memberId",
                        Long.valueOf(members.getFirst()),
                        Map.of(
                                "choice1",
                                "YATH_06",
                                "memberId",
                                Long.valueOf(members.get(1)),
                                "consultationId",
                                consultation + 1,
                                "rankingRefused",
                                "nothing",
                                "mobile",
                                true));
    }

    @Test
    @Order(8)
    void threePeopleRankAndOneChangesTheirMind() throws Exception {
        rank(0, WAKEFIELD, LEEDS);
        rank(1, WAKEFIELD, LEEDS);
        rank(2, YORK, "Sheffield probation office");
        try (ConsoleSession page = console(staff.getFirst())) {
            page.open("/people/%s/circumstances".formatted(members.getFirst()))
                    .enter("circumstances", "I care for my mother in the evenings (zqcircumstances).")
                    .press("Save");
            page.picture("circumstances");
            page.open("/people/%s/ranking".formatted(members.getFirst()))
                    .select("choices[0]", LEEDS)
                    .select("choices[1]", WAKEFIELD)
                    .press("Send your answer");
            page.picture("ranking");
            page.open("/my").picture("my");
        }
        assertThat(product.count("SELECT COUNT(*) FROM preference_answer WHERE member_id = ?", members.getFirst()))
                .isEqualTo(2);
    }

    private void rank(int person, String first, String second) {
        try (TasklistSession tasklist = tasklist(staff.get(person))) {
            tasklist.eventually(
                    "the person's task", () -> tasklist.task("Task_RankLocations", "memberId", members.get(person)));
            assertThat(tasklist.openTaskNames()).hasSize(1);
            tasklist.claim("Task_RankLocations", "memberId", members.get(person))
                    .awaitWords(first)
                    .select("First choice", first)
                    .select("Second choice", second);
            tasklist.picture("rank-locations");
            tasklist.complete();
        }
    }

    @Test
    @Order(9)
    void theLineManagerAnswersForWhoWasLate() {
        try (TasklistSession manager = tasklist(MANAGER)) {
            FilledForm late = manager.claim("Task_RecordForPerson", "memberId", members.get(3));
            late.choose("What happened?", "They told me what they would take")
                    .date("When did you speak to them, or last try?", LocalDate.now())
                    .select("First choice", "Kirklees probation office");
            manager.picture("record-for-person");
            manager.complete();
            manager.claim("Task_RecordForPerson", "memberId", members.get(4))
                    .choose("What happened?", "They cannot be reached")
                    .date("When did you speak to them, or last try?", LocalDate.now());
            manager.complete();
        }
    }

    @Test
    @Order(10)
    void thePanelMovesOnePersonAndTheDirectorConfirms() {
        try (TasklistSession panel = tasklist("preference-panel-yath")) {
            panel.eventually("the panel's task", () -> panel.task("Task_Panel", "consultationId", id()));
            try (ConsoleSession page = console("preference-panel-yath")) {
                assertThat(page.open("/consultations/%s/allocation".formatted(id()))
                                .words())
                        .contains("5 of 5");
                page.picture("allocation");
                page.open("/consultations/%s/allocation/people/%s".formatted(id(), members.get(2)))
                        .select("to", ", 1 free")
                        .press("Show what it does");
                page.picture("move");
                page.enter("reason", "That office must open on time (zqpanelreason).")
                        .enter("told", "That office opens first, and you can reach it.")
                        .press("Move");
                page.open("/consultations/%s/allocation".formatted(id()))
                        .tickAll("people")
                        .press("They stay where they are");
            }
            panel.claim("Task_Panel", "consultationId", id()).tick("The panel has looked at the results");
            panel.picture("panel-task");
            panel.complete();
        }
        try (TasklistSession director = tasklist("rpd-yath")) {
            director.claim("Task_DecideOutcome", "consultationId", id())
                    .choose("What do you decide?", "Confirm the outcome")
                    .understand();
            director.complete();
        }
    }

    @Test
    @Order(11)
    void everybodyGetsALetterAndOneAppeals() throws Exception {
        try (ConsoleSession person = console(staff.get(2))) {
            person.await("/people/%s/result".formatted(members.get(2)), "Read the outcome letter")
                    .picture("result");
            person.follow("Read the outcome letter").picture("letter");
            assertThat(person.words()).contains(moved());
            person.open("/people/%s/appeal".formatted(members.get(2)))
                    .enter("grounds", "I cannot be there before school begins (zqgrounds).")
                    .press("Lodge the appeal", "Lodge the appeal");
            person.picture("appeal-lodged");
        }
        product.awaitCount("SELECT COUNT(*) FROM letter WHERE template = 'OUTCOME' AND state = 'SENT'", 5);
        try (ConsoleSession hr = console("hr-yath")) {
            hr.open("/mailbox").picture("mailbox");
        }
    }

    private String moved() throws Exception {
        return product.texts(
                        "SELECT s.name FROM placement p JOIN preference_option o ON o.id = p.option_id JOIN site s ON s.code = o.site_code WHERE p.source = 'PANEL'")
                .getFirst();
    }

    @Test
    @Order(12)
    void nobodyReviewsAnotherAppealThanTheirTaskIsAbout() throws Exception {
        long appeal = product.count("SELECT id FROM appeal");
        new SentForAnother(product, "appeal-manager-yath")
                .changesNothing(
                        "Task_Review",
                        "appealId",
                        appeal,
                        Map.of(
                                "reviewRecommendation",
                                "UPHOLD",
                                "appealId",
                                appeal + 1,
                                "memberId",
                                Long.valueOf(members.getFirst()),
                                "late",
                                false,
                                "reviewRefused",
                                "nothing"));
    }

    @Test
    @Order(13)
    void theAppealIsReviewedAndUpheld() throws Exception {
        int appeal = product.count("SELECT id FROM appeal");
        try (TasklistSession manager = tasklist("appeal-manager-yath");
                ConsoleSession page = console("appeal-manager-yath")) {
            FilledForm review = manager.claim("Task_Review", "appealId", String.valueOf(appeal));
            page.open("/appeals/" + appeal)
                    .enter("text", "York is free and the reason is sound (zqreview).")
                    .press("Save the reasons");
            review.choose("What do you recommend?", "Uphold it");
            manager.complete();
        }
        try (TasklistSession panel = tasklist("appeal-panel-yath");
                ConsoleSession page = console("appeal-panel-yath")) {
            FilledForm decision = panel.claim("Task_Panel", "appealId", String.valueOf(appeal));
            page.open("/appeals/" + appeal)
                    .enter("text", "Caring comes before the opening (zqreasons).")
                    .press("Save the reasons");
            page.picture("appeal");
            decision.choose("What does the panel decide?", "Upheld")
                    .select("Which union", "Napo")
                    .understand();
            panel.picture("appeal-task");
            panel.complete();
        }
        product.awaitCount("SELECT COUNT(*) FROM letter WHERE template = 'APPEAL_OUTCOME' AND state = 'SENT'", 1);
    }

    @Test
    @Order(14)
    void everybodyStartsInTheirNewPlace() throws Exception {
        try (TasklistSession manager = tasklist(MANAGER)) {
            for (String member : members) {
                manager.claim("Task_Start", "memberId", member)
                        .date("First day in the new place", LocalDate.now())
                        .tick("The induction is booked")
                        .tick("Access, equipment and a desk are ready")
                        .tick("The learning plan is agreed");
                manager.complete();
            }
        }
        product.awaitCount("SELECT COUNT(*) FROM consultation WHERE state = 'CLOSED'", 1);
        try (OperateSession operate = new OperateSession(product, chromium.browser(), "demo")) {
            operate.awaitState(instance, "COMPLETED");
        }
        assertThat(bases(0, 3)).containsExactly("YATH_06", "YATH_10", "YATH_11");
        assertThat(bases(3, 4)).containsExactly("YATH_05");
        try (ConsoleSession hr = console("hr-yath")) {
            assertThat(hr.open("/consultations/" + id()).words()).contains("Closed");
            hr.picture("consultation");
        }
    }

    private List<String> bases(int from, int to) throws Exception {
        return product.texts("SELECT site_code FROM staff WHERE staff_number IN ('%s') ORDER BY staff_number"
                .formatted(String.join("','", staff.subList(from, to))));
    }

    /**
     * Also proves that the search would find the words, because those typed into a form of Tasklist are in the engine.
     */
    @Test
    @Order(15)
    void nothingThatWasSaidInConfidenceIsAnywhereInTheOpen() throws Exception {
        List<String> words = new ArrayList<>(IN_CONFIDENCE);
        words.add(IN_A_FORM);
        Map<String, Integer> found = new ExportedRecords(product).holding(words);
        assertThat(found.remove(IN_A_FORM)).isPositive();
        assertThat(found)
                .allSatisfy((word, documents) -> assertThat(documents).as(word).isZero());

        List<String> tables = new WholeDatabase(product).holding(IN_A_FORM);
        assertThat(tables).contains("consultation_union");
        String logs = logs();
        assertThat(logs).contains("PSC Devolution is ready");
        assertThat(product.visited())
                .anyMatch(address -> address.contains("/people/%s/circumstances".formatted(members.getFirst())));
        for (String word : IN_CONFIDENCE) {
            assertThat(new WholeDatabase(product).holding(word)).as(word).isEmpty();
            assertThat(logs).doesNotContain(word);
            assertThat(product.visited()).noneMatch(address -> address.contains(word));
        }
        assertThat(product.visited())
                .filteredOn(address -> address.startsWith(product.console()))
                .noneMatch(address -> staff.stream().anyMatch(address::contains));
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder(product.output());
        try (Stream<Path> files = Files.list(product.logs())) {
            for (Path file : files.toList()) all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private String id() {
        return String.valueOf(consultation);
    }
}
