package uk.gov.justice.probation.devolution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.DayEntered;

/**
 * Every day that a form, a page, the API or a use case takes from somebody has a named rule. Whoever adds a date finds it missing here: name its {@link EnteredDay} in the use case,
 * and add its line. Days in files are held to their columns by the imports.
 */
class EveryEnteredDayTest {
  private static final String BASE = "uk.gov.justice.probation.devolution";
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Map<String, String> PLACES = table("""
      form appeal-no-place arrangedOn                     | HearingAppeals.ARRANGED_ON
      form breach-pack packSentOn                         | AnsweringBreachPacks.PACK_SENT_ON
      form choose-project firstSessionOn                  | ChoosingProjects.FIRST_SESSION_ON
      form court-application appliedOn                    | Order.APPLIED_ON
      form decide-handover transferDate                   | DecisionPolicy.MOVES_ON DecisionPolicy.MOVED_ON_IN_REPLAY DecisionPolicy.HELD_UNTIL
      form gate-briefing briefedOn                        | AnsweringGates.BRIEFED_ON
      form gate-eqip eqipPublishedOn                      | AnsweringGates.PUBLISHED_ON
      form help-with-learning helpGivenOn                 | InstructingOrders.HELPED_ON
      form launch-consultation preferencesCloseOn         | LaunchingConsultations.PREFERENCES_CLOSE_ON
      form launch-programme baseDate                      | Programmes.BASE_DATE
      form letter-not-sent handedOverOn                   | SealedLetter.HANDED_OVER_ON
      form milestone reachedOn                            | RunningProgrammes.REACHED_ON
      form missing-feedback extendTo                      | ConsultingUnions.EXTENDED_TO
      form one-to-one metOn                               | OneToOnes.MET_ON
      form record-for-person contactedOn                  | Rankings.CONTACTED_ON
      form schedule-events eventAgain                     | HoldingEvents.AGAIN_ON
      form schedule-events eventOn                        | HoldingEvents.EVENT_ON
      form schedule-events questionsCloseOn               | HoldingEvents.QUESTIONS_CLOSE_ON
      form send-hr1 hr1SentOn                             | SettingScope.HR1_SENT_ON
      form start-in-new-place startsOn                    | StartingInNewPlaces.STARTS_ON
      form suitability inductionOn                        | Order.INDUCTION_ON
      form termination-extend appliedOn                   | GoingBackToCourt.APPLIED_ON
      form termination-extend extendedTo                  | GoingBackToCourt.EXTENDED_TO
      web ConsultationApi.launch preferencesCloseOn       | LaunchingConsultations.PREFERENCES_CLOSE_ON
      web CourtPage.note applied                          | GoingBackToCourt.APPLIED_ON
      web CourtPage.note until                            | GoingBackToCourt.EXTENDED_TO
      web LimitedAnswerPage.give day                      | LimitedAnswers.HAPPENED_ON
      web LaunchPage.launch closeOn                       | LaunchingConsultations.PREFERENCES_CLOSE_ON
      web OrderPages.extend until                         | Order.EXTENDED_TO
      web PeoplePage.extend to                            | ChangingCohorts.MORE_TIME_TO
      web ProgrammeApi.launch baseDate                    | Programmes.BASE_DATE
      web ProgrammePage.launch baseDate                   | Programmes.BASE_DATE
      web ProjectsPage.choose firstSessionOn              | ChoosingProjects.FIRST_SESSION_ON
      web SessionsPage.list day                           | SessionsPage.SHOWN
      web TerminationApi.tell occurredOn                  | RecordingCaseEvents.OCCURRED_ON
      use AnsweringGates.briefed on                       | AnsweringGates.BRIEFED_ON
      use AnsweringGates.publishedOnEqip on               | AnsweringGates.PUBLISHED_ON
      use AssessingOrders.record inductionOn              | Order.INDUCTION_ON
      use ChangingCohorts.extend to                       | ChangingCohorts.MORE_TIME_TO
      use ChoosingProjects.choose firstSessionOn          | ChoosingProjects.FIRST_SESSION_ON
      use ChoosingProjects.chooseOnPage firstSessionOn    | ChoosingProjects.FIRST_SESSION_ON
      use ConsultingUnions.decideOnMissing extendTo       | ConsultingUnions.EXTENDED_TO
      use Deciding.decide date                            | DecisionPolicy.MOVES_ON DecisionPolicy.MOVED_ON_IN_REPLAY DecisionPolicy.HELD_UNTIL
      use AnsweringBreachPacks.answer packSentOn          | AnsweringBreachPacks.PACK_SENT_ON
      use FollowingOrders.appliedToCourt on               | Order.APPLIED_ON
      use FollowingOrders.extend until                    | Order.EXTENDED_TO
      use GoingBackToCourt.applied appliedOn              | GoingBackToCourt.APPLIED_ON
      use GoingBackToCourt.applied extendedTo             | GoingBackToCourt.EXTENDED_TO
      use GoingBackToCourt.note appliedOn                 | GoingBackToCourt.APPLIED_ON
      use GoingBackToCourt.note extendedTo                | GoingBackToCourt.EXTENDED_TO
      use HearingAppeals.arranged on                      | HearingAppeals.ARRANGED_ON
      use HoldingEvents.schedule again                    | HoldingEvents.AGAIN_ON
      use HoldingEvents.schedule on                       | HoldingEvents.EVENT_ON
      use HoldingEvents.schedule questionsCloseOn         | HoldingEvents.QUESTIONS_CLOSE_ON
      use InstructingOrders.helped on                     | InstructingOrders.HELPED_ON
      use LaunchingConsultations.launch preferencesCloseOn | LaunchingConsultations.PREFERENCES_CLOSE_ON
      use LimitedAnswers.give day                         | LimitedAnswers.HAPPENED_ON
      use OneToOnes.record metOn                          | OneToOnes.MET_ON
      use Programmes.launch baseDate                      | Programmes.BASE_DATE
      use Programmes.outlook baseDate                     | Programmes.BASE_DATE
      use Rankings.recordForPerson on                     | Rankings.CONTACTED_ON
      use ListingSessions.of day                          | SessionsPage.SHOWN
      use RecordingCaseEvents.record occurredOn           | RecordingCaseEvents.OCCURRED_ON
      use RunningProgrammes.reachMilestone reachedOn      | RunningProgrammes.REACHED_ON
      use UnsentLetters.handedOver on                     | SealedLetter.HANDED_OVER_ON
      use SettingScope.hr1Sent on                         | SettingScope.HR1_SENT_ON
      use StartingInNewPlaces.record startsOn             | StartingInNewPlaces.STARTS_ON
      """);

  /** What each rule says of a day, whatever the day follows: whether it may lie before today, be today, lie after it, and whether people must work on it. */
  private static final Map<String, String> RULES = table("""
      AnsweringGates.BRIEFED_ON                   | happened
      AnsweringGates.PUBLISHED_ON                 | happened
      Order.INDUCTION_ON                          | happened
      ChangingCohorts.MORE_TIME_TO                | to come
      ChoosingProjects.FIRST_SESSION_ON           | not past
      ConsultingUnions.EXTENDED_TO                | to come, working day
      DecisionPolicy.HELD_UNTIL                   | to come, working day
      DecisionPolicy.MOVED_ON_IN_REPLAY           | any, working day
      DecisionPolicy.MOVES_ON                     | not past, working day
      AnsweringBreachPacks.PACK_SENT_ON           | happened
      Order.APPLIED_ON                            | happened
      Order.EXTENDED_TO                           | to come
      GoingBackToCourt.APPLIED_ON                 | happened
      GoingBackToCourt.EXTENDED_TO                | to come
      HearingAppeals.ARRANGED_ON                  | happened
      HoldingEvents.AGAIN_ON                      | not past
      HoldingEvents.EVENT_ON                      | not past
      HoldingEvents.QUESTIONS_CLOSE_ON            | not past
      InstructingOrders.HELPED_ON                 | happened
      LaunchingConsultations.PREFERENCES_CLOSE_ON | to come
      LimitedAnswers.HAPPENED_ON                  | happened
      OneToOnes.MET_ON                            | happened
      Programmes.BASE_DATE                        | any
      Rankings.CONTACTED_ON                       | happened
      RecordingCaseEvents.OCCURRED_ON             | happened
      RunningProgrammes.REACHED_ON                | happened
      SealedLetter.HANDED_OVER_ON                 | happened
      SessionsPage.SHOWN                          | any
      SettingScope.HR1_SENT_ON                    | happened
      StartingInNewPlaces.STARTS_ON               | not past
      """);

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 29);
  private static final LocalDate BANK_HOLIDAY_BEFORE = LocalDate.of(2026, 12, 28);
  private static final LocalDate BANK_HOLIDAY_AFTER = LocalDate.of(2027, 1, 1);
  private static final List<LocalDate> PROBES = List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 27), BANK_HOLIDAY_BEFORE, TODAY, LocalDate.of(2026, 12, 30), BANK_HOLIDAY_AFTER,
      LocalDate.of(2027, 1, 3), LocalDate.of(2028, 2, 29));
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(Set.of(LocalDate.of(2021, 1, 1), BANK_HOLIDAY_BEFORE, BANK_HOLIDAY_AFTER, LocalDate.of(2035, 12, 26)));

  @Test
  void everyDayThatIsTakenFromSomebodyHasARule() {
    Set<String> places = new TreeSet<>();
    places.addAll(inForms());
    places.addAll(onPagesAndInTheApi());
    places.addAll(inUseCases());
    assertThat(places).containsExactlyInAnyOrderElementsOf(PLACES.keySet());
  }

  @Test
  void everyRuleIsNamedAndAskedByItsClass() {
    Map<String, EnteredDay> rules = rules();
    assertThat(rules.keySet()).isEqualTo(new TreeSet<>(RULES.keySet()));
    Set<String> asked = PLACES.values().stream().flatMap(names -> Stream.of(names.split(" "))).collect(Collectors.toSet());
    assertThat(asked).isEqualTo(RULES.keySet());
    rules.keySet().forEach(name -> {
      String source = source(name.substring(0, name.indexOf('.')));
      String constant = name.substring(name.indexOf('.') + 1);
      assertThat(source.split("\\b" + constant + "\\b", -1).length - 1).as("%s is declared and asked", name).isGreaterThanOrEqualTo(2);
      assertThat(source).as(name).containsAnyOf(".problem(", ".mustHold(");
    });
  }

  @Test
  void everyRuleHoldsOfTheDaysItSpeaksOf() {
    Deadlines now = now();
    rules().forEach((name, rule) -> PROBES.forEach(day -> assertThat(rule.problem(day, now).isEmpty()).as("%s on %s", name, day).isEqualTo(expected(RULES.get(name), day))));
  }

  @Test
  void everyRuleRefusesImplausibleYearsInASentenceWithTheWordsOfItsField() {
    Deadlines now = now();
    rules().forEach((name, rule) -> Stream.of("0001-01-01", "-0001-12-31", "1900-01-01", "2035-12-31", "2999-01-01", "9999-12-31", "+999999999-12-31").map(LocalDate::parse)
        .forEach(day -> assertThat(rule.problem(day, now)).as("%s on %s", name, day).hasValueSatisfying(sentence -> assertThat(sentence).matches("The .+ cannot be .+: .+\\."))));
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
    files(Path.of("forms"), ".form").forEach(file -> collect(json(file), json(file).path("id").asText(), found));
    return found;
  }

  private static void collect(JsonNode node, String form, Set<String> found) {
    if (node.path("type").asText().equals("datetime")) found.add("form %s %s".formatted(form, node.path("key").asText()));
    node.path("components").forEach(child -> collect(child, form, found));
  }

  private static Set<String> onPagesAndInTheApi() {
    Set<String> found = new TreeSet<>();
    beans().filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class)).forEach(type -> Arrays.stream(type.getDeclaredMethods())
        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
        .forEach(method -> days(method).forEach(day -> found.add("web %s.%s %s".formatted(type.getSimpleName(), method.getName(), day)))));
    return found;
  }

  /** The public methods that take an answer or act for a colleague. */
  private static Set<String> inUseCases() {
    Set<String> found = new TreeSet<>();
    beans().filter(type -> !AnnotatedElementUtils.hasAnnotation(type, Controller.class) && !type.getPackageName().endsWith(".process")).forEach(type ->
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(type.getModifiers()) && Modifier.isPublic(method.getModifiers()) && actsForSomebody(method))
            .forEach(method -> days(method).forEach(day -> found.add("use %s.%s %s".formatted(type.getSimpleName(), method.getName(), day)))));
    return found;
  }

  private static boolean actsForSomebody(Method method) {
    return Stream.of(method.getParameters()).anyMatch(parameter -> parameter.getType() == TaskAnswer.class || parameter.getType() == Colleague.class || parameter.getName().equals("by"));
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
      Stream.of(type.getDeclaredMethods()).filter(method -> method.getReturnType() == LocalDate.class && method.getParameterCount() == 0 && !Modifier.isPrivate(method.getModifiers()))
          .map(Method::getName).forEach(days::add);
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

  /** A form, a body, or what a use case is told: beside its controller, within its use case, or a launch. Other records are what we hold ourselves. */
  private static boolean isEntered(Class<?> type) {
    boolean ours = type.getPackageName().startsWith(BASE) && !type.isEnum() && !type.isInterface();
    return ours && (type.getPackageName().endsWith(".web") || type.isRecord() && type.isMemberClass() || type == Launch.class);
  }

  private static Map<String, EnteredDay> rules() {
    Map<String, EnteredDay> rules = new TreeMap<>();
    everyClass().forEach(type -> Stream.of(type.getDeclaredFields()).filter(field -> field.getType() == EnteredDay.class)
        .forEach(field -> rules.put("%s.%s".formatted(type.getSimpleName(), field.getName()), value(field))));
    return rules;
  }

  private static EnteredDay value(Field field) {
    try {
      field.setAccessible(true);
      return (EnteredDay) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Class<?>> beans() {
    return found(new ClassPathScanningCandidateComponentProvider(true));
  }

  private static Stream<Class<?>> everyClass() {
    ClassPathScanningCandidateComponentProvider every = new ClassPathScanningCandidateComponentProvider(false);
    every.addIncludeFilter((type, others) -> true);
    return found(every);
  }

  private static Stream<Class<?>> found(ClassPathScanningCandidateComponentProvider which) {
    return which.findCandidateComponents(BASE).stream()
        .<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
        .filter(type -> !type.getName().contains("Test") && !type.getPackageName().contains(".localstack"));
  }

  private static String source(String simpleName) {
    return files(SOURCES, "/" + simpleName + ".java").map(EveryEnteredDayTest::read).collect(Collectors.joining());
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

  private static Map<String, String> table(String lines) {
    return lines.lines().map(line -> line.split("\\|")).collect(Collectors.toMap(cells -> cells[0].strip(), cells -> cells[1].strip(), (one, other) -> one, TreeMap::new));
  }

  private static Deadlines now() {
    WorkingDays workingDays = mock(WorkingDays.class);
    when(workingDays.calendar()).thenReturn(CALENDAR);
    return new Deadlines(workingDays, Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneId.of("Europe/London")));
  }
}
