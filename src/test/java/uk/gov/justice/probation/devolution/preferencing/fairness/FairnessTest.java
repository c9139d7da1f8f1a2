package uk.gov.justice.probation.devolution.preferencing.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.ConsultationClosed;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.fairness.FairnessTables.Table;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.suppression.Shown.Count;

@DomainTest
abstract class FairnessTest {
    private static final Colleague PANEL = new Colleague("panel-nw", Set.of("preference-panel-nw"));
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel opening;

    @Autowired
    Panel panel;

    @Autowired
    ConfirmingPanel confirming;

    @Autowired
    ConfidentialRecords confidential;

    @Autowired
    Fairness fairness;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;
    private List<Long> people;

    /**
     * Of 40 people 20 get Sefton, which everybody wants, and 20 Wirral. 16 work part time, 2 of them have adjustments.
     */
    @BeforeEach
    void fortyPeopleAndTwoPlaces() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 20);
        wirral = some.option(consultation, "NW_12", 30);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 40);
        some.journey("L12", "LIVERPOOL_CUNARD", 15);
        people = some.people(consultation, 40);
        for (int n = 1; n <= 16; n++)
            given.theColleague("P%04d".formatted(n)).partTime(60).save();
        for (int n = 1; n <= 2; n++)
            confidential.keepAdjustments(
                    "P%04d".formatted(n),
                    Consultations.subject(consultation),
                    new Adjustments(Set.of(), Set.of(), "A desk"),
                    HR);
        given.theColleague("P0040").absentUntil(TODAY.plusDays(30)).save();
        people.forEach(person -> some.answer(person, sefton, wirral));
        allocating.allocate(consultation);
    }

    @Test
    void nothingIsMadeBeforeThePanelOpensAndThenOnce() {
        assertThat(fairness.made(consultation)).isEmpty();
        opening.prepare(consultation);
        opening.prepare(consultation);
        assertThat(fairness.made(consultation)).extracting(Publication::title).containsExactly("The allocation");
    }

    @Test
    void outcomesAreCountedByGroupAndWhatIsSmallIsMergedHiddenOrLeftOut() {
        opening.prepare(consultation);
        FairnessTables tables = tables(0);

        assertThat(tables.tables()).extracting(table -> table.counts().by()).containsExactly("Working pattern");
        assertThat(tables.leftOut())
                .as("one grade, area and length; two with adjustments; one away")
                .containsExactly("Grade", "Home area", "Length of the list", "Absence", "Adjustments");
        Table table = tables.tables().getFirst();
        assertThat(table.counts().outcomes())
                .containsExactly(
                        "Their first choice", "Another of their choices or A place they did not ask for or No place");
        assertThat(table.counts().groups()).containsExactly("Full time", "Part time");
        assertThat(table.counts().groupTotals()).containsExactly(24, 16);
        assertThat(table.counts().outcomeTotals()).containsExactly(20, 20);
        int partTimeAtSefton = atSefton(people.subList(0, 16));
        assertThat(table.counts().counts().getLast().getFirst())
                .isEqualTo(partTimeAtSefton < 5 || partTimeAtSefton > 11 ? hidden() : new Count(partTimeAtSefton));
        assertThat(table.extraMinutes())
                .containsExactly(minutes(24, 20 - partTimeAtSefton), minutes(16, partTimeAtSefton));
    }

    @Test
    void thePatternAndTheGroupsOfTheFirstTimeStayAfterThePanel() {
        opening.prepare(consultation);
        given.everybody().partTime(50).save();
        confirm();

        assertThat(fairness.made(consultation))
                .extracting(Publication::title)
                .containsExactly("The allocation", "After the panel");
        assertThat(tables(1)).isEqualTo(tables(0));
    }

    @Test
    void whoHasLeftIsNotCountedAndWhoJoinedLaterNeverIs() {
        opening.prepare(consultation);
        some.left(people.getLast());
        some.person(consultation, "P0099", "CA", "L12");
        opening.prepare(consultation);
        confirm();

        Table before = tables(0).tables().getFirst();
        Table after = tables(1).tables().getFirst();
        assertThat(after.counts().groupTotals()).containsExactly(23, 16);
        assertThat(after.extraMinutes().getFirst())
                .as("one person fewer would give their journey away")
                .isNull();
        assertThat(after.extraMinutes().getLast())
                .isEqualTo(before.extraMinutes().getLast());
    }

    @Test
    void aWhatIfRunIsCountedOnceIfItIsAskedFor() {
        Run run =
                allocating.whatIf(consultation, "More at Sefton", new Assumptions(Map.of(sefton, 10), null, null), HR);
        assertThatThrownBy(() -> fairness.whatIf(consultation, run.id(), HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("made when the panel opens");
        opening.prepare(consultation);
        fairness.whatIf(consultation, run.id(), HR);
        fairness.whatIf(consultation, run.id(), HR);

        assertThat(fairness.made(consultation))
                .extracting(Publication::title)
                .containsExactly("The allocation", "What if: More at Sefton");
        tables(1)
                .tables()
                .forEach(table -> assertThat(table.counts().outcomeTotals()).containsExactly(30, 10));
        assertThatThrownBy(() -> fairness.whatIf(consultation, null, HR)).hasMessage("Choose a what-if run");
        assertThatThrownBy(() -> fairness.whatIf(consultation, 4711L, HR)).hasMessageContaining("not one of this");
    }

    @Test
    void whoIsInWhichGroupIsSealedAndForgottenWhenTheConsultationCloses() {
        opening.prepare(consultation);
        Run run = allocating.whatIf(consultation, "", Assumptions.NONE, HR);
        assertThat(bases())
                .singleElement()
                .satisfies(basis -> assertThat(new String(basis, StandardCharsets.ISO_8859_1))
                        .doesNotContain("adjustments", "Part time"));
        assertThat(jdbc.sql("SELECT tables FROM fairness_publication")
                        .query(String.class)
                        .single())
                .doesNotContain("With adjustments");

        transaction.executeWithoutResult(
                done -> events.publishEvent(new ConsultationClosed(consultation, TODAY.plusYears(1))));
        assertThat(bases()).isEmpty();
        assertThat(tables(0).tables()).hasSize(1);
        assertThatThrownBy(() -> fairness.whatIf(consultation, run.id(), HR))
                .hasMessage("The consultation is closed, so no more tables are made.");
    }

    private void confirm() {
        panel.keep(
                consultation,
                panel.table(consultation).open().stream()
                        .map(person -> person.member().id())
                        .toList(),
                PANEL);
        confirming.confirm(consultation, new TaskAnswer(5, PANEL));
    }

    private FairnessTables tables(int publication) {
        return fairness.tables(fairness.made(consultation).get(publication));
    }

    private int atSefton(List<Long> members) {
        return jdbc.sql("SELECT COUNT(*) FROM allocation_result WHERE option_id = ? AND member_id IN (%s)"
                        .formatted(String.join(
                                ",", members.stream().map(Object::toString).toList())))
                .param(sefton)
                .query(Integer.class)
                .single();
    }

    /** Sefton is 5 minutes further than today, Wirral 25. */
    private static int minutes(int all, int atSefton) {
        return (int) Math.round((5.0 * atSefton + 25.0 * (all - atSefton)) / all);
    }

    private List<byte[]> bases() {
        return jdbc.sql("SELECT basis FROM fairness_basis").query(byte[].class).list();
    }

    private static Count hidden() {
        return new Count(null);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class FairnessOnMariaDbTest extends FairnessTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class FairnessOnMySqlTest extends FairnessTest {}
