package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A consultation of many invented people in North West on the real stack, in which everybody answers through the APIs.
 * The randomness is repeatable.
 */
final class ManyPeople {
    private static final int OFFICES = 12;
    private static final int DISTRICTS = 20;
    private static final int LIMIT = 90;
    private static final int CHOICES = 5;
    private static final int PLACES_FOR_EVERY_HUNDRED = 110;
    private static final Map<String, Integer> SHARES =
            Map.of("CA_GENERAL", 40, "CA_COURT", 18, "CA_UPW", 12, "PSO_GENERAL", 18, "PSO_UPW", 12);

    private final RunningProduct product;
    private final int people;
    private final TasklistApi demo;
    private final ConsoleApi hr;
    private final int[][] minutes = new int[DISTRICTS][OFFICES];
    private long consultation;

    ManyPeople(RunningProduct product, int people) {
        this.product = product;
        this.people = people;
        this.demo = new TasklistApi(product, "demo");
        this.hr = new ConsoleApi(product, "hr-nw");
        Random random = new Random(600);
        for (int[] fromDistrict : minutes) {
            for (int office = 0; office < OFFICES; office++) fromDistrict[office] = 10 + random.nextInt(111);
        }
    }

    /** Imports places and journeys, and launches the consultation of the people in a staff file. */
    void launch(String objective) throws IOException, InterruptedException {
        hr.upload("/api/imports/vacancies", Map.of("file", vacancies()));
        hr.upload("/api/imports/travel", Map.of("file", travel()));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "consultation",
                "{\"regionCode\":\"NW\",\"unitCode\":\"ALL\",\"objective\":\"%s\",\"maxChoices\":5,\"mobilityLimitMinutes\":90}"
                        .formatted(objective));
        parts.put("staff", staff());
        consultation = hr.upload("/api/consultations", parts).path("id").asLong();
    }

    long consultation() {
        return consultation;
    }

    /** HR sets out the scope, the unions have no comment, and the director responds. */
    void consultUnions() throws InterruptedException {
        demo.complete(
                "Task_Scope",
                Map.of(
                        "affectedPosts",
                        people,
                        "proposedRedundancies",
                        0,
                        "businessCase",
                        "A trial.",
                        "proposals",
                        "A trial."));
        for (int union = 0; union < 3; union++) demo.complete("Task_UnionFeedback", Map.of("noComment", true));
        demo.complete("Task_Respond", Map.of("understood", true, "response", "A trial."));
    }

    void holdEvents() throws InterruptedException {
        LocalDate today = LocalDate.now();
        demo.complete(
                "Task_ScheduleEvents",
                Map.of(
                        "understood",
                        true,
                        "eventOn",
                        today.toString(),
                        "eventPlace",
                        "Everywhere",
                        "questionsCloseOn",
                        today.plusDays(1).toString()));
        demo.complete("Task_AnswerQuestions", Map.of("answersReady", true, "understood", true));
    }

    void holdOneToOnes() throws Exception {
        completeAll(
                "Task_OneToOne",
                people,
                Map.of(
                        "meetingOutcome",
                        "HELD",
                        "metOn",
                        LocalDate.now().toString(),
                        "withUnionRep",
                        "NO",
                        "notesKept",
                        true));
    }

    /** Waits until this many tasks of the element can be seen in Tasklist. */
    List<JsonNode> awaitTasks(String element, int count) throws IOException, InterruptedException {
        return demo.await(element, count);
    }

    /** Completes this many open tasks of the element, a few at a time. */
    void completeAll(String element, int count, Map<String, Object> answers) throws Exception {
        List<JsonNode> open = awaitTasks(element, count);
        try (ExecutorService few = Executors.newFixedThreadPool(6)) {
            all(
                    few,
                    open.stream()
                            .map(task -> (Callable<Void>) () -> {
                                demo.complete(task.path("id").asText(), answers, element);
                                return null;
                            })
                            .toList());
        }
    }

    /** Everybody ranks, all at once, each signed in to Tasklist as themself. */
    void rankAllAtOnce() throws Exception {
        List<Place> places = places();
        Map<String, String> taskOf = new HashMap<>();
        for (JsonNode task : awaitTasks("Task_RankLocations", people))
            taskOf.put(
                    task.path("candidateUsers").path(0).asText(),
                    task.path("id").asText());
        Map<Integer, TasklistApi> signedIn = new ConcurrentHashMap<>();
        try (ExecutorService few = Executors.newFixedThreadPool(6)) {
            all(
                    few,
                    IntStream.rangeClosed(1, people)
                            .mapToObj(person -> (Callable<Void>) () -> {
                                TasklistApi tasklist = new TasklistApi(product, number(person));
                                tasklist.signIn();
                                signedIn.put(person, tasklist);
                                return null;
                            })
                            .toList());
        }
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            all(
                    everybody,
                    IntStream.rangeClosed(1, people)
                            .mapToObj(person -> (Callable<Void>) () -> {
                                signedIn.get(person)
                                        .complete(
                                                taskOf.get(number(person)),
                                                ranking(person, places),
                                                "Task_RankLocations");
                                return null;
                            })
                            .toList());
        }
    }

    /** The panel leaves everybody where the allocation put them, and the director confirms. */
    void confirm() throws Exception {
        awaitTasks("Task_Panel", 1);
        List<String> toLookAt = allocation()
                .path("results")
                .valueStream()
                .filter(one -> !one.path("toLookAt").isNull())
                .map(one -> one.path("memberId").asText())
                .toList();
        if (!toLookAt.isEmpty()) {
            PageVisitor panel = new PageVisitor(product, "preference-panel-nw");
            panel.open("/consultations/%d/allocation".formatted(consultation));
            panel.post("/consultations/%d/allocation/keep".formatted(consultation), Map.of("people", toLookAt));
        }
        demo.complete("Task_Panel", Map.of("panelChecked", true));
        demo.complete("Task_DecideOutcome", Map.of("outcomeDecision", "CONFIRM", "understood", true));
    }

    JsonNode allocation() throws IOException, InterruptedException {
        return hr.get("/api/consultations/%d/allocation".formatted(consultation));
    }

    /** The figures of a what-if run with another objective. */
    JsonNode whatIf(String objective) throws IOException, InterruptedException {
        return hr.post(
                "/api/consultations/%d/what-if".formatted(consultation),
                "{\"objective\":\"%s\",\"name\":\"%s\"}".formatted(objective, objective));
    }

    /** This many people appeal at once on our page. */
    void appealAtOnce(int count) throws Exception {
        List<String> members = product.texts(
                "SELECT id FROM cohort_member WHERE consultation_id = ? ORDER BY staff_number LIMIT " + count,
                consultation);
        Map<Integer, PageVisitor> visitors = new ConcurrentHashMap<>();
        try (ExecutorService few = Executors.newFixedThreadPool(6)) {
            all(
                    few,
                    IntStream.range(0, count)
                            .mapToObj(i -> (Callable<Void>) () -> {
                                PageVisitor visitor = new PageVisitor(product, number(i + 1));
                                visitor.open("/people/%s/appeal".formatted(members.get(i)));
                                visitors.put(i, visitor);
                                return null;
                            })
                            .toList());
        }
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            all(
                    everybody,
                    IntStream.range(0, count)
                            .mapToObj(i -> (Callable<Void>) () -> {
                                visitors.get(i)
                                        .post(
                                                "/people/%s/appeal".formatted(members.get(i)),
                                                Map.of("grounds", List.of("A trial.")));
                                return null;
                            })
                            .toList());
        }
    }

    private static void all(ExecutorService by, List<Callable<Void>> work) throws Exception {
        for (Future<Void> one : by.invokeAll(work)) one.get();
    }

    /**
     * Five options of the person's grade within the limit, nearby ones and those in Liverpool first, with some
     * randomness.
     */
    Map<String, Object> ranking(int person, List<Place> places) {
        Random random = new Random(1000 + person);
        int[] fromHome = minutes[district(person)];
        Map<Place, Double> liked = new HashMap<>();
        for (Place place : places) {
            if (place.role().startsWith(grade(person) + "_") && fromHome[place.office()] <= LIMIT) {
                liked.put(
                        place,
                        fromHome[place.office()]
                                + random.nextDouble() * 40
                                - (place.office() == 7 || place.office() == 11 ? 50 : 0));
            }
        }
        List<Place> best = liked.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(CHOICES)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Object> answers = new HashMap<>();
        for (int choice = 1; choice <= best.size(); choice++)
            answers.put("choice" + choice, best.get(choice - 1).option());
        return answers;
    }

    /** The published options, from the database. */
    List<Place> places() throws SQLException, IOException {
        return product
                .texts(
                        "SELECT CONCAT(id, ' ', site_code, ' ', role_code) FROM preference_option WHERE consultation_id = ?",
                        consultation)
                .stream()
                .map(row -> row.split(" "))
                .map(row -> new Place(row[0], Integer.parseInt(row[1].substring(3)) - 1, row[2]))
                .toList();
    }

    record Place(String option, int office, String role) {}

    private String staff() {
        StringBuilder csv = new StringBuilder(
                "staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,"
                        + "homePostcodeDistrict,absence,absenceUntil\n");
        for (int i = 1; i <= people; i++) {
            boolean officer = grade(i).equals("PSO");
            csv.append(
                    "%s,Trial Person %d,trial.%d@probation.example,%s,1,LIVERPOOL_VIRTUAL,%s,%s,NW,2015-04-01,%d,CLEARED,L%d,,%n"
                            .formatted(
                                    number(i),
                                    i,
                                    i,
                                    grade(i),
                                    officer ? "PSC_LIVERPOOL_UPW" : "PSC_LIVERPOOL_ADMIN",
                                    officer ? "PSCM001" : "PSCL001",
                                    i % 120,
                                    1 + district(i)));
        }
        return csv.toString();
    }

    static String number(int person) {
        return "TRIAL%04d".formatted(person);
    }

    private static String grade(int person) {
        return person % 10 >= 7 ? "PSO" : "CA";
    }

    private static int district(int person) {
        return person * 7 % DISTRICTS;
    }

    /** A tenth more places than the role's share of the people, spread over the offices. */
    private String vacancies() {
        StringBuilder csv = new StringBuilder("siteCode,role,places,tasks\n");
        SHARES.forEach((role, share) -> {
            int places = Math.ceilDiv(people * share * PLACES_FOR_EVERY_HUNDRED, 10_000);
            for (int office = 0; office < OFFICES; office++) {
                csv.append("NW_%02d,%s,%d,Case allocation|Court lists%n"
                        .formatted(office + 1, role, places * (office + 1) / OFFICES - places * office / OFFICES));
            }
        });
        return csv.toString();
    }

    private String travel() {
        StringBuilder csv = new StringBuilder("homePostcodeDistrict,siteCode,minutes,mode\n");
        for (int district = 0; district < DISTRICTS; district++) {
            for (int office = 0; office < OFFICES; office++)
                csv.append("L%d,NW_%02d,%d,CAR%n".formatted(district + 1, office + 1, minutes[district][office]));
        }
        return csv.toString();
    }
}
