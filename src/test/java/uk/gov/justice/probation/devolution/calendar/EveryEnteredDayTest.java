package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.DayEntered;

/**
 * Every day that somebody enters in a form, on a page, through the API or in a use case has a named rule. If you add a
 * date and this test fails: name its {@link EnteredDay} in the use case, and add its line to {@link EnteredDays}. Days
 * in files are checked by the imports, column by column.
 */
class EveryEnteredDayTest {
    private static final String BASE = "uk.gov.justice.probation.devolution";
    private static final Path SOURCES = Path.of("src/main/java");

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 29);
    private static final LocalDate BANK_HOLIDAY_BEFORE = LocalDate.of(2026, 12, 28);
    private static final LocalDate BANK_HOLIDAY_AFTER = LocalDate.of(2027, 1, 1);
    private static final List<LocalDate> PROBES = List.of(
            LocalDate.of(2026, 12, 24),
            LocalDate.of(2026, 12, 27),
            BANK_HOLIDAY_BEFORE,
            TODAY,
            LocalDate.of(2026, 12, 30),
            BANK_HOLIDAY_AFTER,
            LocalDate.of(2027, 1, 3),
            LocalDate.of(2028, 2, 29));
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            Set.of(LocalDate.of(2021, 1, 1), BANK_HOLIDAY_BEFORE, BANK_HOLIDAY_AFTER, LocalDate.of(2035, 12, 26)));

    @Test
    void everyDayThatIsTakenFromSomebodyHasARule() {
        Set<String> places = new TreeSet<>();
        places.addAll(inForms());
        places.addAll(onPagesAndInTheApi());
        places.addAll(inUseCases());
        assertThat(places).containsExactlyInAnyOrderElementsOf(EnteredDays.PLACES.keySet());
    }

    @Test
    void everyRuleIsNamedAndAskedByItsClass() {
        Map<String, EnteredDay> rules = EnteredDays.rules();
        assertThat(rules.keySet()).isEqualTo(new TreeSet<>(EnteredDays.RULES.keySet()));
        Set<String> asked = EnteredDays.PLACES.values().stream()
                .flatMap(names -> Stream.of(names.split(" ")))
                .collect(Collectors.toSet());
        assertThat(asked).isEqualTo(EnteredDays.RULES.keySet());
        rules.keySet().forEach(name -> {
            String source = source(name.substring(0, name.indexOf('.')));
            String constant = name.substring(name.indexOf('.') + 1);
            assertThat(source.split("\\b" + constant + "\\b", -1).length - 1)
                    .as("%s is declared and asked", name)
                    .isGreaterThanOrEqualTo(2);
            assertThat(source).as(name).containsAnyOf(".problem(", ".mustHold(");
        });
    }

    /**
     * The day of a use case comes from a form or a page, where each is tested ({@code AnswersOfOthersIT},
     * {@code WrongDaysTest}).
     */
    @Test
    void everyRuleIsTriedWhereSomebodyEntersADay() {
        Set<String> tried = EnteredDays.PLACES.entrySet().stream()
                .filter(place -> !place.getKey().startsWith("use "))
                .flatMap(place -> Stream.of(place.getValue().split(" ")))
                .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(EnteredDays.RULES.keySet());
    }

    @Test
    void everyRuleHoldsOfTheDaysItSpeaksOf() {
        Deadlines now = now();
        EnteredDays.rules()
                .forEach((name, rule) ->
                        PROBES.forEach(day -> assertThat(rule.problem(day, now).isEmpty())
                                .as("%s on %s", name, day)
                                .isEqualTo(expected(EnteredDays.RULES.get(name), day))));
    }

    @Test
    void everyRuleRefusesImplausibleYearsInASentenceWithTheWordsOfItsField() {
        Deadlines now = now();
        EnteredDays.rules()
                .forEach((name, rule) -> Stream.of(
                                "0001-01-01",
                                "-0001-12-31",
                                "1900-01-01",
                                "2035-12-31",
                                "2999-01-01",
                                "9999-12-31",
                                "+999999999-12-31")
                        .map(LocalDate::parse)
                        .forEach(day -> assertThat(rule.problem(day, now))
                                .as("%s on %s", name, day)
                                .hasValueSatisfying(
                                        sentence -> assertThat(sentence).matches("The .+ cannot be .+: .+\\."))));
    }

    private static boolean expected(String rule, LocalDate day) {
        boolean time = switch (rule.split(", ")[0]) {
            case "happened" -> !day.isAfter(TODAY);
            case "not past" -> !day.isBefore(TODAY);
            case "to come" -> day.isAfter(TODAY);
            default -> true;
        };
        return time && (!rule.endsWith("working day") || CALENDAR.isWorkingDay(day));
    }

    private static Set<String> inForms() {
        Set<String> found = new TreeSet<>();
        files(Path.of("forms"), ".form")
                .forEach(file -> collect(json(file), json(file).path("id").asText(), found));
        return found;
    }

    private static void collect(JsonNode node, String form, Set<String> found) {
        if (node.path("type").asText().equals("datetime"))
            found.add("form %s %s".formatted(form, node.path("key").asText()));
        node.path("components").forEach(child -> collect(child, form, found));
    }

    private static Set<String> onPagesAndInTheApi() {
        Set<String> found = new TreeSet<>();
        beans().filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                        .forEach(method -> days(method)
                                .forEach(day -> found.add(
                                        "web %s.%s %s".formatted(type.getSimpleName(), method.getName(), day)))));
        return found;
    }

    /** The public methods that accept an answer or act for a colleague. */
    private static Set<String> inUseCases() {
        Set<String> found = new TreeSet<>();
        beans().filter(type -> !AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                        && !type.getPackageName().endsWith(".process"))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(type.getModifiers())
                                && Modifier.isPublic(method.getModifiers())
                                && actsForSomebody(method))
                        .forEach(method -> days(method)
                                .forEach(day -> found.add(
                                        "use %s.%s %s".formatted(type.getSimpleName(), method.getName(), day)))));
        return found;
    }

    private static boolean actsForSomebody(Method method) {
        return Stream.of(method.getParameters())
                .anyMatch(parameter -> parameter.getType() == TaskAnswer.class
                        || parameter.getType() == Colleague.class
                        || parameter.getName().equals("by"));
    }

    private static List<String> days(Method method) {
        List<String> days = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (isDay(parameter.getType())) days.add(parameter.getName());
            else if (isEntered(parameter.getType())) days(parameter.getType(), days);
        }
        return days;
    }

    private static void days(Class<?> type, List<String> days) {
        if (!type.isRecord()) {
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.getReturnType() == LocalDate.class
                            && method.getParameterCount() == 0
                            && !Modifier.isPrivate(method.getModifiers()))
                    .map(Method::getName)
                    .forEach(days::add);
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (isDay(component.getType())) days.add(component.getName());
            else if (component.getType().isRecord() && isEntered(component.getType())) days(component.getType(), days);
        }
    }

    private static boolean isDay(Class<?> type) {
        return type == LocalDate.class || type == DayEntered.class;
    }

    /**
     * A form, a request body or the input of a use case: declared beside its controller, within its use case, or a
     * launch. Other records hold our own data.
     */
    private static boolean isEntered(Class<?> type) {
        boolean ours = type.getPackageName().startsWith(BASE) && !type.isEnum() && !type.isInterface();
        return ours
                && (type.getPackageName().endsWith(".web")
                        || type.isRecord() && type.isMemberClass()
                        || type == Launch.class);
    }

    private static Stream<Class<?>> beans() {
        return EnteredDays.found(new ClassPathScanningCandidateComponentProvider(true));
    }

    private static String source(String simpleName) {
        return files(SOURCES, "/" + simpleName + ".java")
                .map(EveryEnteredDayTest::read)
                .collect(Collectors.joining());
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deadlines now() {
        WorkingDays workingDays = mock(WorkingDays.class);
        when(workingDays.calendar()).thenReturn(CALENDAR);
        return new Deadlines(workingDays, Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneId.of("Europe/London")));
    }
}
