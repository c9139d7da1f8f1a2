package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.OnPageException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswer.Key;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion.Choice;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Answers about limited-access cases. They are given on our page and take effect when the same colleague completes the
 * task in Tasklist. The contents of the task itself are ignored, and the engine learns neither the answer nor why it
 * was refused (ADR 0061).
 */
@Service
public class LimitedAnswers {
    private static final String ON_PAGE =
            "This is a limited-access case: give your answer on our page, which says what is missing, then complete this task again.";
    private static final String ON_PAGE_OF_BEFORE =
            "This is a limited-access case, and its task was opened before the present release and cannot come again by itself: "
                    + "the person who completed it gives the answer at %s, which says what is missing; then retry this step in Operate.";
    private static final String CHOICE = "choice";
    private static final String DAY = "day-day";
    private static final String UNDERSTOOD = "understood";
    private static final EnteredDay HAPPENED_ON = EnteredDay.required("the day", DayRule.happened());

    /** The answer. {@code refused} says why it was refused when its task was completed. */
    public record Given(String choice, LocalDate onDay, String refused) {
        static final Given NOTHING = new Given(null, null, null);
    }

    private final KeptAnswers kept;
    private final CaseAccess access;
    private final AuditTrail audit;
    private final Deadlines deadlines;
    private final String consoleUrl;

    LimitedAnswers(
            KeptAnswers kept,
            CaseAccess access,
            AuditTrail audit,
            Deadlines deadlines,
            @Value("${devolution.console-url}") String consoleUrl) {
        this.kept = kept;
        this.access = access;
        this.audit = audit;
        this.deadlines = deadlines;
        this.consoleUrl = consoleUrl;
    }

    /** The colleague's answer for the task that is open now. */
    @Transactional(readOnly = true)
    public Optional<Given> given(String about, String question, Colleague by) {
        return kept.unused(new Key(about, question, by.userName()));
    }

    /**
     * Saves an answer until its task is completed. A second answer replaces it.
     *
     * @param understood whether the colleague ticked that they understand what cannot be undone
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague may not see the case or
     *     answer the question
     * @throws BreaksRules with a sentence if the answer is invalid, or no task can ask the question now
     */
    @Transactional
    public void give(
            AsksAboutCases what,
            long id,
            LimitedQuestion question,
            String choice,
            LocalDate day,
            boolean understood,
            Colleague by) {
        ProbationCase about = what.caseOf(id).orElseThrow();
        String subject = what.subject(id);
        access.mustWorkOn(about, by, question.roles().toArray(Role[]::new));
        String first = question.choiceLabel() == null ? DAY : CHOICE;
        if (!about.limitedAccess())
            throw new BreaksRules(
                    first, "%s is not a limited-access case: answer the task in Tasklist.".formatted(about.text()));
        if (!what.waitsFor(id, question.name()))
            throw new BreaksRules(
                    first, "No open task has this question now. The page of the case shows its present state.");
        if (question.choiceLabel() != null)
            mustStand(
                    question.choice(choice).orElseThrow(() -> new BreaksRules(CHOICE, "Choose one of the answers.")),
                    understood);
        if (question.asksDay(choice))
            HAPPENED_ON.problem(day, deadlines).ifPresent(sentence -> {
                throw new BreaksRules(DAY, sentence);
            });
        kept.give(
                new Key(subject, question.name(), by.userName()),
                question.choiceLabel() == null ? null : choice,
                question.asksDay(choice) ? day : null);
        audit.record(by.userName(), "LIMITED_ANSWER_GIVEN", subject, about.regionCode(), Map.of("crn", about.crn()));
    }

    private static void mustStand(Choice choice, boolean understood) {
        if (choice.consequence() != null && !understood) throw new BreaksRules(UNDERSTOOD, Irreversible.NOT_UNDERSTOOD);
    }

    /**
     * Applies a task's answer: for a limited-access case, the answer that the colleague who completed the task gave on
     * the page; for any other case, the contents of the task. Once it is accepted, what others answered for the same
     * task is discarded.
     *
     * @param task the contents of the task
     * @param onPage turns the answer given on the page into the same form
     * @param use applies the answer; given none, it must check whose task it is and then refuse
     */
    public <T, R> R take(
            AsksAboutCases what,
            long id,
            String question,
            T task,
            Function<Given, T> onPage,
            TaskAnswer by,
            Function<T, R> use) {
        if (!what.caseOf(id).orElseThrow().limitedAccess()) return use.apply(task);
        Key key = new Key(what.subject(id), question, by.by());
        Given given = kept.use(key, by.taskInstance());
        try {
            R learned = use.apply(onPage.apply(given));
            kept.stands(key);
            return learned;
        } catch (BreaksRules | Frozen | NotPossibleNow | Taken doesNotStand) {
            kept.refuse(key, by.taskInstance(), doesNotStand.getMessage());
            throw new OnPageException(
                    ON_PAGE, ON_PAGE_OF_BEFORE.formatted("%s%s/%d/answer".formatted(consoleUrl, what.pages(), id)));
        }
    }

    /** Like {@link #take}, if the process needs no result. */
    public <T> void keep(
            AsksAboutCases what,
            long id,
            String question,
            T task,
            Function<Given, T> onPage,
            TaskAnswer by,
            Consumer<T> use) {
        take(what, id, question, task, onPage, by, answer -> {
            use.accept(answer);
            return null;
        });
    }
}
