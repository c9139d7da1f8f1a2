package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderQuestions;

@DomainTest
abstract class LimitedAnswersTest {
    private static final Colleague PRACTITIONER = new Colleague("practitioner-nw", Set.of("practitioner-nw"));
    private static final Colleague OTHER = new Colleague("other", Set.of("practitioner-nw"));

    @Autowired
    uk.gov.justice.probation.devolution.example.Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LimitedAnswers answers;

    @Autowired
    OrderQuestions orders;

    @Autowired
    List<AsksAboutCases> asking;

    private SomeOrders some;
    private long order;

    @BeforeEach
    void aLimitedCase() {
        some = new SomeOrders(jdbc);
        order = some.order();
        given.theOrder(order).state("APPROVAL").save();
        given.theCaseOf(order).limitedAccess().save();
        for (Colleague colleague : List.of(PRACTITIONER, OTHER)) some.granted(order, colleague.userName());
    }

    @Test
    void anAnswerIsUsedForOneTaskAndNeverComesBackToLife() {
        give("practitioner-approval", "YES", PRACTITIONER);
        assertThat(take(1, PRACTITIONER)).isEqualTo("YES");
        assertThat(take(1, PRACTITIONER)).as("delivered again").isEqualTo("YES");

        for (int time = 0; time < 2; time++)
            assertThatThrownBy(() -> take(2, PRACTITIONER))
                    .isInstanceOf(BreaksRules.class)
                    .hasMessageContaining("give your answer on our page");
        assertThat(answers.given(orders.subject(order), "practitioner-approval", PRACTITIONER))
                .isEmpty();
    }

    @Test
    void whatDidNotStandIsStillThereForTheTaskThatComesAgain() {
        give("practitioner-approval", "NO", PRACTITIONER);
        assertThatThrownBy(() -> answers.keep(
                        orders,
                        order,
                        "practitioner-approval",
                        null,
                        Given::choice,
                        SomeAnswers.of(1, PRACTITIONER.userName()),
                        choice -> {
                            throw new BreaksRules("Not today.");
                        }))
                .hasMessageNotContaining("Not today");
        assertThat(answers.given(orders.subject(order), "practitioner-approval", PRACTITIONER))
                .contains(new Given("NO", null, "Not today."));
        assertThat(take(2, PRACTITIONER)).isEqualTo("NO");
    }

    @Test
    void whatOthersGaveForTheSameTaskIsForNoneThatComesLater() {
        give("practitioner-approval", "YES", PRACTITIONER);
        give("practitioner-approval", "NO", OTHER);
        assertThat(take(1, PRACTITIONER)).isEqualTo("YES");
        assertThatThrownBy(() -> take(2, OTHER)).isInstanceOf(BreaksRules.class);
    }

    @Test
    void nothingIsGivenForATaskThatCannotBeOpen() {
        given.theOrder(order).state("SESSIONS").save();
        assertThatThrownBy(() -> give("practitioner-approval", "YES", PRACTITIONER))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("No open task has this question now");
        give("review", "ON_TRACK", PRACTITIONER);
    }

    @Test
    void theDayIsAskedAsTheTaskAsksIt() {
        given.theOrder(order).state("SESSIONS").save();
        assertThatThrownBy(() -> give("court", "EXTEND", PRACTITIONER))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("Enter the day.");
        answers.give(orders, order, question(orders, "court"), "EXTEND", YESTERDAY, false, PRACTITIONER);
        assertThat(answers.given(orders.subject(order), "court", PRACTITIONER))
                .contains(new Given("EXTEND", YESTERDAY, null));
    }

    /** Every question in every family. */
    @Test
    void whatCannotBeUndoneIsGivenOnlyWithTheTick() {
        List<LimitedQuestion> questions =
                asking.stream().flatMap(one -> one.questions().stream()).toList();
        assertThat(questions)
                .filteredOn(question -> question.choices().stream().anyMatch(choice -> choice.consequence() != null))
                .hasSize(4)
                .allSatisfy(question -> question.choices().forEach(choice -> {
                    AsksAboutCases asks = new AsksOne(question);
                    Runnable untouched =
                            () -> answers.give(asks, order, question, choice.code(), TODAY, false, everybody());
                    if (choice.consequence() == null) {
                        untouched.run();
                    } else {
                        assertThatThrownBy(untouched::run)
                                .as("%s %s", question.name(), choice.code())
                                .isInstanceOf(BreaksRules.class)
                                .hasMessageStartingWith("Tick that you have read");
                        answers.give(asks, order, question, choice.code(), TODAY, true, everybody());
                    }
                }));
    }

    private Colleague everybody() {
        return new Colleague(PRACTITIONER.userName(), Set.of("practitioner-nw", "spo-nw", "pso-nw", "case-admin-nw"));
    }

    private void give(String question, String choice, Colleague by) {
        answers.give(orders, order, question(orders, question), choice, null, false, by);
    }

    private String take(long task, Colleague by) {
        return answers.take(
                orders,
                order,
                "practitioner-approval",
                "sent with the task",
                Given::choice,
                SomeAnswers.of(task, by.userName()),
                choice -> {
                    if (choice == null) throw new BreaksRules("Choose whether you approve the placement.");
                    return choice;
                });
    }

    private static LimitedQuestion question(AsksAboutCases asks, String name) {
        return asks.questions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The question about the order, whatever it is about. */
    private final class AsksOne implements AsksAboutCases {
        private final LimitedQuestion question;

        AsksOne(LimitedQuestion question) {
            this.question = question;
        }

        @Override
        public String pages() {
            return orders.pages();
        }

        @Override
        public String subject(long id) {
            return orders.subject(id);
        }

        @Override
        public Optional<ProbationCase> caseOf(long id) {
            return orders.caseOf(id);
        }

        @Override
        public List<LimitedQuestion> questions() {
            return List.of(question);
        }

        @Override
        public boolean waitsFor(long id, String asked) {
            return true;
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class LimitedAnswersOnMariaDbTest extends LimitedAnswersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class LimitedAnswersOnMySqlTest extends LimitedAnswersTest {}
