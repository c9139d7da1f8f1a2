package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented orders of unpaid work in the middle of their lives, three sessions each, imported from files as their real
 * systems would send them.
 */
final class ManyOrders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REGION = "NW";
    private static final String SENTENCED = LocalDate.now().minusMonths(3).toString();
    private static final String SESSION =
            "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version";
    /** Whether everybody works alone, so that each session has a process of its own. */
    private static final boolean ALONE = Boolean.getBoolean("trial.alone");

    private static final int PLACES = 30;
    private static final int SESSIONS_EACH = 3;

    private static final Map<String, Object> ATTENDED = Map.of(
            "outcomeCode",
            "ATTC",
            "workedFrom",
            "09:00",
            "workedUntil",
            "16:00",
            "penaltyMinutes",
            0,
            "quality",
            "GOOD",
            "behaviour",
            "GOOD");

    private final RunningProduct product;
    private final int outcomes;
    private final ConsoleApi owner;
    private final String pdu;

    /** @param outcomes how many are to be recorded, three for each order */
    ManyOrders(RunningProduct product, int outcomes) throws SQLException, IOException {
        this.product = product;
        this.outcomes = outcomes;
        this.owner = new ConsoleApi(product, "psc-service-owner");
        this.pdu = product.texts("SELECT MIN(name) FROM pdu WHERE region_code = ?", REGION)
                .getFirst();
    }

    int orders() {
        return outcomes / SESSIONS_EACH;
    }

    int inTasklist() {
        return (int) sessions().filter(ManyOrders::inTasklist).count();
    }

    int attended() {
        return (int)
                sessions().filter(session -> outcome(session).equals("ATTC")).count();
    }

    int unacceptable() {
        return (int)
                sessions().filter(session -> outcome(session).equals("UACP")).count();
    }

    /** Waits until the process of every order is waiting for its session. */
    void begin() throws Exception {
        owner.upload(
                "/api/imports/cases",
                Map.of(
                        "file",
                        rows(
                                "crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,"
                                        + "standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version",
                                order -> "%s,1,%s,%s,PSC_LIVERPOOL_UPW,,201,%s,,CRC,false,RMRH,C1,,false,1"
                                        .formatted(crn(order), REGION, pdu, SENTENCED))));
        owner.upload("/api/imports/upw-projects", Map.of("file", projects()));
        owner.upload("/api/imports/upw-requirements", Map.of("file", requirements("")));
        owner.upload(
                "/api/imports/upw-sessions",
                Map.of("file", sessionRows(LocalDate.now().plusDays(1))));
        owner.upload(
                "/api/imports/case-services",
                Map.of(
                        "file",
                        rows(
                                "crn,eventNumber,service,unit,workInProgress,lastChanged",
                                order -> "%s,1,UPW_ORDERS,REGION_%s,false,2026-01-01T00:00:00Z"
                                        .formatted(crn(order), REGION))));
        owner.upload("/api/imports/upw-requirements", Map.of("file", requirements("painting")));
        awaitJobs(ALONE ? "unpaidwork.prepareSession" : "unpaidwork.nextSession", orders());
        // the days pass
        product.update(
                "UPDATE upw_session SET on_date = on_date - INTERVAL %d DAY WHERE state = 'PLANNED' AND session_reference LIKE 'W%%'"
                        .formatted(SESSIONS_EACH + 1));
    }

    void recordByFile() throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder(SESSION + "\n");
        sessions()
                .filter(session -> !inTasklist(session))
                .forEach(session -> csv.append(row(session, LocalDate.now().minusDays(SESSIONS_EACH), outcome(session)))
                        .append('\n'));
        owner.upload("/api/imports/upw-sessions", Map.of("file", csv.toString()));
    }

    /** How many records the engine has exported, and how many process instances it has begun. */
    long exported() throws IOException, InterruptedException {
        return counted("{\"query\":{\"match_all\":{}}}", "/zeebe-record*/_count");
    }

    long instances() throws IOException, InterruptedException {
        return counted(
                "{\"query\":{\"bool\":{\"filter\":[{\"term\":{\"intent\":\"ELEMENT_ACTIVATED\"}},{\"term\":{\"value.bpmnElementType\":\"PROCESS\"}}]}}}",
                "/zeebe-record_process-instance_*/_count");
    }

    private long counted(String query, String path) throws IOException, InterruptedException {
        return JSON.readTree(search(path, query)).path("count").asLong();
    }

    /** Supervisors complete their tasks, six at a time. */
    void recordInTasklist() throws Exception {
        TasklistApi demo = new TasklistApi(product, "demo");
        List<JsonNode> open = demo.await("Task_RecordOutcome", inTasklist());
        try (ExecutorService few = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> work = IntStream.range(0, inTasklist())
                    .mapToObj(i -> (Callable<Void>) () -> {
                        demo.complete(open.get(i).path("id").asText(), ATTENDED, "Task_RecordOutcome");
                        return null;
                    })
                    .toList();
            for (Future<Void> one : few.invokeAll(work)) one.get();
        }
    }

    /** The engine's records of the last steps arrive a little after the steps. */
    void awaitExport() throws Exception {
        awaitJobs("unpaidwork.sendWarning", unacceptable());
    }

    /** @param first the day of each order's first session; the others follow day by day */
    private static String row(int session, LocalDate first, String outcome) {
        boolean worked = outcome.equals("ATTC");
        int order = session / SESSIONS_EACH;
        return "W%06d,%s,1,R1,P%04d,%s,09:00,16:00,%s,0,%s,%s,,false,1"
                .formatted(
                        session,
                        crn(order),
                        order / PLACES,
                        first.plusDays(session % SESSIONS_EACH),
                        outcome,
                        worked ? "GOOD" : "",
                        worked ? "GOOD" : "");
    }

    private String sessionRows(LocalDate first) {
        StringBuilder csv = new StringBuilder(SESSION + "\n");
        sessions().forEach(session -> csv.append(row(session, first, "")).append('\n'));
        return csv.toString();
    }

    private String requirements(String skill) {
        return rows(
                "crn,eventNumber,requirementId,subTypeCode,minutesOrdered,minutesCredited,eteMinutesCredited,sentenceDate,status,warningsLast12Months,homePostcodeDistrict,availableDays,"
                        + "exclusions,skills",
                order -> "%s,1,R1,W01,9000,600,0,%s,WK,0,,,,%s".formatted(crn(order), SENTENCED, skill));
    }

    private String projects() {
        StringBuilder csv = new StringBuilder(
                "projectCode,name,projectTypeCode,regionCode,pduName,latitude,longitude,days,startTime,endTime,capacity,startDate,endDate,skills,roshAllowed,accessible\n");
        for (int project = 0; project <= orders() / PLACES; project++) {
            csv.append(
                    "P%04d,Park %d,%s,%s,%s,,,MON TUE WED THU FRI SAT SUN,09:00,16:00,%d,2020-01-01,,,RLRH RMRH RHRH,true%n"
                            .formatted(project, project, ALONE ? "ICP" : "PL", REGION, pdu, PLACES));
        }
        return csv.toString();
    }

    private interface Row {
        String of(int order);
    }

    private String rows(String header, Row row) {
        StringBuilder csv = new StringBuilder(header + "\n");
        for (int order = 0; order < orders(); order++) csv.append(row.of(order)).append('\n');
        return csv.toString();
    }

    private Stream<Integer> sessions() {
        return IntStream.range(0, outcomes).boxed();
    }

    private static String crn(int order) {
        return "W%06d".formatted(order);
    }

    /** One in twenty, if everybody works alone: the last session of three orders in twenty. */
    private static boolean inTasklist(int session) {
        return ALONE && session % SESSIONS_EACH == 2 && session / SESSIONS_EACH % 20 < 3;
    }

    /** Three in ten are absent, half of them for no acceptable reason. Nobody fails twice. */
    private static String outcome(int session) {
        boolean absent = session / SESSIONS_EACH * 7919 % 100 < 45;
        return switch (session % SESSIONS_EACH) {
            case 0 -> absent ? "UACP" : "ATTC";
            case 1 -> absent ? "AAFC" : "ATTC";
            default -> "ATTC";
        };
    }

    private void awaitJobs(String type, int done) throws Exception {
        for (long end = System.nanoTime() + 3_600_000_000_000L; System.nanoTime() < end; Thread.sleep(1_000)) {
            String query =
                    "{\"query\":{\"bool\":{\"filter\":[{\"term\":{\"intent\":\"COMPLETED\"}},{\"term\":{\"value.type\":\"%s\"}}]}}}"
                            .formatted(type);
            try {
                if (JSON.readTree(search("/zeebe-record_job_*/_count", query))
                                .path("count")
                                .asInt()
                        >= done) return;
            } catch (IOException openingTheIndex) {
                Thread.sleep(1_000);
            }
        }
        throw new AssertionError(
                "%d of %s were not done in an hour; %s".formatted(done, type, new Standstill(product).inOneLine()));
    }

    private String search(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(product.openSearch() + path))
                        .header("Authorization", product.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300)
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        return answer.body();
    }
}
