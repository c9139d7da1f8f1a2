package uk.gov.justice.probation.devolution.calendar;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** For each place where somebody enters a day: the rules that apply to it there, and days that it cannot be. */
public final class EnteredDays {
    private static final String BASE = "uk.gov.justice.probation.devolution";

    public static final Map<String, String> PLACES = table("""
      form appeal-no-place arrangedOn                     | ClosingAppeals.ARRANGED_ON
      form breach-pack packSentOn                         | AnsweringBreachPacks.PACK_SENT_ON
      form choose-project firstSessionOn                  | ChoosingProjects.FIRST_SESSION_ON
      form court-application appliedOn                    | Order.APPLIED_ON
      form decide-handover transferDate                   | DecisionPolicy.MOVES_ON DecisionPolicy.MOVED_ON_IN_REPLAY DecisionPolicy.HELD_UNTIL
      form gate-briefing briefedOn                        | AnsweringGates.BRIEFED_ON
      form gate-eqip eqipPublishedOn                      | AnsweringGates.PUBLISHED_ON
      form help-with-learning helpGivenOn                 | InstructingOrders.HELPED_ON
      form launch-consultation preferencesCloseOn         | LaunchRules.PREFERENCES_CLOSE_ON
      form launch-programme baseDate                      | DatedPlans.BASE_DATE
      form letter-not-sent handedOverOn                   | SealedLetter.HANDED_OVER_ON
      form milestone reachedOn                            | Milestones.REACHED_ON
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
      web AuditPage.entries from                          | AuditPage.FROM
      web AuditPage.entries to                            | AuditPage.TO
      web AppointmentPage.arrange on                      | ArrangingOneToOnes.MEETS_ON
      web ConsultationApi.launch preferencesCloseOn       | LaunchRules.PREFERENCES_CLOSE_ON
      web CourtPage.note applied                          | GoingBackToCourt.APPLIED_ON
      web CourtPage.note until                            | GoingBackToCourt.EXTENDED_TO
      web DeputiesPage.name from                          | NamingDeputies.FIRST_DAY
      web DeputiesPage.name to                            | NamingDeputies.LAST_DAY
      web EventsPage.correct again                        | HoldingEvents.AGAIN_ON
      web EventsPage.correct on                           | HoldingEvents.EVENT_ON
      web EventsPage.correct questionsCloseOn             | HoldingEvents.QUESTIONS_CLOSE_ON
      web LimitedAnswerPage.give day                      | LimitedAnswers.HAPPENED_ON
      web LaunchTermsPage.enter closeOn                   | LaunchRules.PREFERENCES_CLOSE_ON
      web OneToOnePage.record metOn                       | OneToOnes.MET_ON
      web OrderPages.extend until                         | Order.EXTENDED_TO
      web MemberPage.extend to                            | GivingMoreTime.MORE_TIME_TO
      web ProgrammeApi.launch baseDate                    | DatedPlans.BASE_DATE
      web ProgrammePage.launch baseDate                   | DatedPlans.BASE_DATE
      web ProjectsPage.choose firstSessionOn              | ChoosingProjects.FIRST_SESSION_ON
      web RankingForPersonPage.record contactedOn         | Rankings.CONTACTED_ON
      web RegisterPage.show day                           | RegisterPage.SHOWN
      web RegisterPage.add day                            | RegisterPage.SHOWN
      web RegisterPage.open day                           | RegisterPage.SHOWN
      web SessionsPage.list day                           | SessionsPage.SHOWN
      web StandInPage.name from                           | NamingStandIns.FIRST_DAY
      web StandInPage.name until                          | NamingStandIns.LAST_DAY
      web TerminationApi.tell occurredOn                  | RecordingCaseEvents.OCCURRED_ON
      use ReadingRegisters.read day                       | RegisterPage.SHOWN
      use AddingToRegisters.add on                        | RegisterPage.SHOWN
      use CancellingDays.open on                          | RegisterPage.SHOWN
      use AnsweringGates.briefed on                       | AnsweringGates.BRIEFED_ON
      use AnsweringGates.publishedOnEqip on               | AnsweringGates.PUBLISHED_ON
      use ArrangingOneToOnes.arrange on                   | ArrangingOneToOnes.MEETS_ON
      use AssessingOrders.record inductionOn              | Order.INDUCTION_ON
      use GivingMoreTime.extend to                        | GivingMoreTime.MORE_TIME_TO
      use ChoosingProjects.choose firstSessionOn          | ChoosingProjects.FIRST_SESSION_ON
      use ChoosingProjects.chooseOnPage firstSessionOn    | ChoosingProjects.FIRST_SESSION_ON
      use NamingDeputies.name from                        | NamingDeputies.FIRST_DAY
      use NamingDeputies.name to                          | NamingDeputies.LAST_DAY
      use ConsultingUnions.decideOnMissing extendTo       | ConsultingUnions.EXTENDED_TO
      use Deciding.decide date                            | DecisionPolicy.MOVES_ON DecisionPolicy.MOVED_ON_IN_REPLAY DecisionPolicy.HELD_UNTIL
      use AnsweringBreachPacks.answer packSentOn          | AnsweringBreachPacks.PACK_SENT_ON
      use FollowingOrders.appliedToCourt on               | Order.APPLIED_ON
      use FollowingOrders.extend until                    | Order.EXTENDED_TO
      use GoingBackToCourt.applied appliedOn              | GoingBackToCourt.APPLIED_ON
      use GoingBackToCourt.applied extendedTo             | GoingBackToCourt.EXTENDED_TO
      use GoingBackToCourt.note appliedOn                 | GoingBackToCourt.APPLIED_ON
      use GoingBackToCourt.note extendedTo                | GoingBackToCourt.EXTENDED_TO
      use ClosingAppeals.arranged on                      | ClosingAppeals.ARRANGED_ON
      use CorrectingEvents.correct again                  | HoldingEvents.AGAIN_ON
      use CorrectingEvents.correct on                     | HoldingEvents.EVENT_ON
      use CorrectingEvents.correct questionsCloseOn       | HoldingEvents.QUESTIONS_CLOSE_ON
      use HoldingEvents.schedule again                    | HoldingEvents.AGAIN_ON
      use HoldingEvents.schedule on                       | HoldingEvents.EVENT_ON
      use HoldingEvents.schedule questionsCloseOn         | HoldingEvents.QUESTIONS_CLOSE_ON
      use InstructingOrders.helped on                     | InstructingOrders.HELPED_ON
      use LaunchDrafts.terms preferencesCloseOn           | LaunchRules.PREFERENCES_CLOSE_ON
      use LaunchingConsultations.launch preferencesCloseOn | LaunchRules.PREFERENCES_CLOSE_ON
      use LimitedAnswers.give day                         | LimitedAnswers.HAPPENED_ON
      use OneToOnes.record metOn                          | OneToOnes.MET_ON
      use RecordingOneToOnes.record metOn                 | OneToOnes.MET_ON
      use Programmes.launch baseDate                      | DatedPlans.BASE_DATE
      use Programmes.outlook baseDate                     | DatedPlans.BASE_DATE
      use NamingStandIns.name from                        | NamingStandIns.FIRST_DAY
      use NamingStandIns.name until                       | NamingStandIns.LAST_DAY
      use Rankings.recordForPersonOnPage on               | Rankings.CONTACTED_ON
      use Rankings.recordForPerson on                     | Rankings.CONTACTED_ON
      use RecordingCaseEvents.record occurredOn           | RecordingCaseEvents.OCCURRED_ON
      use Milestones.reachMilestone reachedOn             | Milestones.REACHED_ON
      use UnsentLetters.handedOver on                     | SealedLetter.HANDED_OVER_ON
      use SettingScope.hr1Sent on                         | SettingScope.HR1_SENT_ON
      use StartingInNewPlaces.record startsOn             | StartingInNewPlaces.STARTS_ON
      """);

    /**
     * What each rule says about a day, whatever the day follows: whether it may be before today, today or after it, and
     * whether it must be a working day.
     */
    static final Map<String, String> RULES = table("""
      AnsweringGates.BRIEFED_ON                   | happened
      AnsweringGates.PUBLISHED_ON                 | happened
      AuditPage.FROM                              | any
      AuditPage.TO                                | any
      Order.INDUCTION_ON                          | happened
      ArrangingOneToOnes.MEETS_ON                 | not past
      GivingMoreTime.MORE_TIME_TO                 | to come
      ChoosingProjects.FIRST_SESSION_ON           | not past
      ConsultingUnions.EXTENDED_TO                | to come, working day
      NamingDeputies.FIRST_DAY                    | not past
      NamingDeputies.LAST_DAY                     | not past
      NamingStandIns.FIRST_DAY                    | not past
      NamingStandIns.LAST_DAY                     | not past
      DecisionPolicy.HELD_UNTIL                   | to come, working day
      DecisionPolicy.MOVED_ON_IN_REPLAY           | any, working day
      DecisionPolicy.MOVES_ON                     | not past, working day
      AnsweringBreachPacks.PACK_SENT_ON           | happened
      Order.APPLIED_ON                            | happened
      Order.EXTENDED_TO                           | to come
      GoingBackToCourt.APPLIED_ON                 | happened
      GoingBackToCourt.EXTENDED_TO                | to come
      ClosingAppeals.ARRANGED_ON                  | happened
      HoldingEvents.AGAIN_ON                      | not past
      HoldingEvents.EVENT_ON                      | not past
      HoldingEvents.QUESTIONS_CLOSE_ON            | not past
      InstructingOrders.HELPED_ON                 | happened
      LaunchRules.PREFERENCES_CLOSE_ON            | to come
      LimitedAnswers.HAPPENED_ON                  | happened
      OneToOnes.MET_ON                            | happened
      DatedPlans.BASE_DATE                        | any
      Rankings.CONTACTED_ON                       | happened
      RecordingCaseEvents.OCCURRED_ON             | happened
      Milestones.REACHED_ON                       | happened
      SealedLetter.HANDED_OVER_ON                 | happened
      RegisterPage.SHOWN                          | any
      SessionsPage.SHOWN                          | any
      SettingScope.HR1_SENT_ON                    | happened
      StartingInNewPlaces.STARTS_ON               | not past
      """);

    /** What is entered there is stored unchanged until somebody confirms it. */
    public static final Set<String> OF_START_FORMS =
            Set.of("form launch-consultation preferencesCloseOn", "form launch-programme baseDate");

    private static final Map<String, EnteredDay> ENTERED = entered();

    private EnteredDays() {}

    /**
     * Days that cannot be entered there, whichever of its rules applies, with the beginnings of the sentences that may
     * say so.
     *
     * @param place as in {@link #PLACES}
     */
    public static Map<LocalDate, List<String>> wrong(String place, Deadlines now) {
        List<EnteredDay> rules =
                Stream.of(PLACES.get(place).split(" ")).map(rules()::get).toList();
        LocalDate today = now.today();
        LocalDate sunday = today.plusDays(14 - today.getDayOfWeek().getValue() % 7);
        Map<LocalDate, List<String>> wrong = new LinkedHashMap<>();
        for (LocalDate day : List.of(
                today.minusDays(1),
                today,
                today.plusDays(1),
                sunday,
                today.minusDays(40),
                LocalDate.of(1, 1, 1),
                LocalDate.of(2999, 1, 1))) {
            List<String> sentences = rules.stream()
                    .flatMap(rule -> rule.problem(day, now).stream())
                    .map(sentence -> sentence.substring(0, sentence.indexOf(": ") + 2))
                    .distinct()
                    .toList();
            if (rules.stream().allMatch(rule -> rule.problem(day, now).isPresent())) wrong.put(day, sentences);
        }
        return wrong;
    }

    static Map<String, EnteredDay> rules() {
        return ENTERED;
    }

    private static Map<String, EnteredDay> entered() {
        Map<String, EnteredDay> rules = new TreeMap<>();
        everyClass()
                .forEach(type -> Stream.of(type.getDeclaredFields())
                        .filter(field -> field.getType() == EnteredDay.class)
                        .forEach(field ->
                                rules.put("%s.%s".formatted(type.getSimpleName(), field.getName()), value(field))));
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

    private static Stream<Class<?>> everyClass() {
        ClassPathScanningCandidateComponentProvider every = new ClassPathScanningCandidateComponentProvider(false);
        every.addIncludeFilter((type, others) -> true);
        return found(every);
    }

    static Stream<Class<?>> found(ClassPathScanningCandidateComponentProvider which) {
        return which.findCandidateComponents(BASE).stream()
                .<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .filter(type -> !type.getName().contains("Test")
                        && !type.getPackageName().contains(".localstack"));
    }

    private static Map<String, String> table(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[0].strip(), cells -> cells[1].strip(), (one, other) -> one, TreeMap::new));
    }
}
