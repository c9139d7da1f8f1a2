package uk.gov.justice.probation.devolution.web;

import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.camunda.SomeTasksOfBefore;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.telling.SomeNotices;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/** One of everything that has its own page in the North West, for tests that visit all addresses. */
final class SomethingOfEverything {
    static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::(?:[^{}]|\\{[^}]*})*)?}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final JdbcClient jdbc;

    SomethingOfEverything(
            MockMvc http,
            JdbcClient jdbc,
            Programmes programmes,
            Letters letters,
            StartingDueTerminations dueTerminations)
            throws Exception {
        this.jdbc = jdbc;
        SomePlan.importInto(http);
        programmes.launch(
                LocalDate.of(2026, 11, 23),
                List.of("NW"),
                new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER)));
        values.put("handover", newest("handover"));
        var preferences = new SomePreferences(jdbc);
        long consultation = preferences.consultation();
        preferences.round(consultation, 42);
        long option = preferences.option(consultation, "NW_10", 3);
        preferences.vacancy("NW_10", "CA_GENERAL", 3);
        long member = preferences.people(consultation, 2).getFirst();
        preferences.answer(member, option);
        values.put("consultation", "" + consultation);
        values.put("member", "" + member);
        values.put("launch", "" + new SomeDrafts(jdbc).complete("P0001", "P0001"));
        values.put("before", "" + new SomeTasksOfBefore(jdbc).ofAUnion(consultation));
        var outcomes = new SomeOutcomes(jdbc);
        outcomes.placed(member, option);
        values.put("appeal", "" + outcomes.decided(member, AppealOutcome.REJECTED));
        values.put(
                "letter",
                ""
                        + letters.write(new LetterRequest(
                                "welcome-1",
                                "welcome-1",
                                Template.WELCOME,
                                "P0001",
                                "NW",
                                Map.of(
                                        "personName",
                                        "Ann",
                                        "siteName",
                                        "Sefton",
                                        "roleName",
                                        "CA",
                                        "startsOnText",
                                        "10 January 2027",
                                        "managerName",
                                        "Ben",
                                        "newTasks",
                                        List.of("Court reports"),
                                        "keptTasks",
                                        List.of()))));
        var upw = new SomeSessions(jdbc);
        upw.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        long order = upw.order("NWP1", 2400, 0, YESTERDAY.minusMonths(2), YESTERDAY);
        values.put("order", "" + order);
        long session = upw.session(order, "NWP1", YESTERDAY);
        values.put("session", "" + session);
        values.put("case", "" + upw.caseOf(order));
        var terminations = new SomeTerminations(jdbc);
        terminations.aCase("X000777", 1, "201", TODAY);
        dueTerminations.startAll();
        values.put("termination", newest("termination"));
        new Given(jdbc).anEnforcement(session).save();
        values.put("enforcement", newest("upw_enforcement"));
        values.put(
                "migration", "" + new Given(jdbc).aMigration("service-handover").save());
        values.put("undelivered", "" + new SomeNotices(jdbc).undeliveredTo("P0001"));
    }

    /** The pattern with existing values for its variables. */
    List<String> path(String pattern) {
        return VARIABLE.matcher(pattern)
                .results()
                .map(variable -> value(pattern, variable.group(1)))
                .toList();
    }

    private String value(String pattern, String variable) {
        return switch (variable) {
            case "key" -> values.get("before");
            case "handoverId" -> values.get("handover");
            case "memberId" -> values.get("member");
            case "number" -> "A" + values.get("appeal");
            case "crn" -> "X000001";
            case "eventNumber", "questionId", "grantId", "readerId" -> "1";
            case "staffNumber" -> "P0001";
            case "planRowId" -> "H-NW-1";
            case "file" -> "cases";
            case "group" -> "hr-nw";
            case "migrationId" -> values.get("migration");
            case "undeliveredId" -> values.get("undelivered");
            case "code" -> "NWP1";
            case "siteCode" -> "NW_10";
            case "role" -> "CA_GENERAL";
            case "id" ->
                values.get(Stream.of(
                                "launch",
                                "handover",
                                "consultation",
                                "appeal",
                                "letter",
                                "session",
                                "enforcement",
                                "order",
                                "termination",
                                "case")
                        .filter(kind -> pattern.contains(kind))
                        .findFirst()
                        .orElse("consultation"));
            default -> throw new AssertionError("Say what a good %s of %s is".formatted(variable, pattern));
        };
    }

    private String newest(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(String.class).single();
    }
}
