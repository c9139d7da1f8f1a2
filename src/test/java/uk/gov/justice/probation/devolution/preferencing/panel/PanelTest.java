package uk.gov.justice.probation.devolution.preferencing.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class PanelTest {
    private static final Colleague PANEL = new Colleague("panel-nw", Set.of("preference-panel-nw"));
    private static final TaskAnswer CONFIRMED = new TaskAnswer(5, PANEL);

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
    PanelMoves moves;

    @Autowired
    Placements placements;

    @Autowired
    Explanations explanations;

    @Autowired
    Consultations consultations;

    @Autowired
    ConfidentialRecords confidential;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;
    private long carlisle;
    private long anna;
    private long ben;
    private long cora;

    /** Anna gets Sefton, Ben gets Wirral; Cora ranked nothing and gets a remaining place at Wirral. */
    @BeforeEach
    void anAllocationOfThree() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 1);
        wirral = some.option(consultation, "NW_12", 3);
        carlisle = some.option(consultation, "NW_05", 5);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 40);
        some.journey("L12", "NW_05", 150);
        List<Long> people = some.people(consultation, 3);
        anna = people.get(0);
        ben = people.get(1);
        cora = people.get(2);
        some.answer(anna, sefton, wirral);
        some.answer(ben, wirral, sefton);
        some.answer(cora);
        allocating.allocate(consultation);
        opening.prepare(consultation);
    }

    @Test
    void thePanelLooksAtWhoDidNotGetWhatTheyAskedForAndAtTeamsWithTooLittleExperience() {
        given.theColleague("P0001").experience(3).save();
        PanelTable table = panel.table(consultation);

        assertThat(table.consultation().state()).isEqualTo(ConsultationState.PANEL);
        assertThat(table.open()).singleElement().extracting(Person::toLookAt).isEqualTo(ToLookAt.UNAVAILABLE);
        assertThat(table.score().at(1)).isEqualTo(2);
        assertThat(table.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.inWords())
                        .contains("Sefton")
                        .contains("0 of 1")
                        .contains("40 %"));
    }

    @Test
    void aMovesEffectIsShownBeforeItIsMade() {
        Effect effect = panel.effect(consultation, new Proposal(ben, sefton, anna));

        assertThat(effect.comparison()).isPositive();
        assertThat(effect.before().at(1)).isEqualTo(2);
        assertThat(effect.after().at(1)).isZero();
        assertThat(effect.figures())
                .contains(
                        "People with choice number 1: 0 instead of 2.", "People with choice number 2: 2 instead of 0.");
        assertThat(effect.changes())
                .extracting(change -> change.person().member().id())
                .containsExactly(ben, anna);
        assertThat(effect.again().score().at(1))
                .as("nobody but Ben and Anna can have Sefton")
                .isZero();
        assertThat(panel.table(consultation).person(ben).option().id())
                .as("nothing has changed")
                .isEqualTo(wirral);
    }

    @Test
    void aConfirmedMoveIsKeptWithItsSealedReason() {
        Effect shown = panel.effect(consultation, new Proposal(ben, sefton, anna));
        panel.move(
                consultation, shown.proposal(), shown.version(), why("Planted: cares for his mother in Crosby"), PANEL);

        PanelTable table = panel.table(consultation);
        assertThat(table.person(ben).option().id()).isEqualTo(sefton);
        assertThat(table.person(anna).option().id()).isEqualTo(wirral);
        assertThat(table.person(ben).movedByPanel()).isTrue();
        assertThat(moves.concerning(anna)).singleElement().satisfies(move -> {
            assertThat(move.movedBy()).isEqualTo("panel-nw");
            assertThat(move.effect()).startsWith("Worse.");
        });
        assertThat(confidential.readFor("P0002", Consultations.subject(consultation), Kind.PANEL_REASON, PANEL, "test"))
                .contains("mother");
        assertThat(confidential.readFor("P0001", Consultations.subject(consultation), Kind.PANEL_REASON, PANEL, "test"))
                .as("each has their own")
                .contains("Room for Ben")
                .doesNotContain("mother");
        assertThat(moves.concerning(anna))
                .extracting(PanelMove::told, PanelMove::toldOther)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "It is nearer to your home.", "Ben needs the place where you were."));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%mother%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasChangedMeanwhileHasToBeLookedAtAgain() {
        Effect shown = panel.effect(consultation, new Proposal(ben, sefton, anna));
        Effect other = panel.effect(consultation, new Proposal(anna, wirral, null));
        panel.move(consultation, other.proposal(), other.version(), why("First"), PANEL);

        assertThatThrownBy(() -> panel.move(consultation, shown.proposal(), shown.version(), why("Second"), PANEL))
                .as("Anna is not at Sefton any more")
                .isInstanceOf(NotPossibleNow.class);
        ChangedMeanwhileException changed = catchThrowableOfType(
                ChangedMeanwhileException.class,
                () -> panel.move(consultation, new Proposal(ben, sefton, null), shown.version(), why("Second"), PANEL));
        assertThat(changed.effect().version()).isEqualTo(1);
        panel.move(consultation, changed.effect().proposal(), changed.effect().version(), why("Second"), PANEL);
        assertThat(panel.table(consultation).person(ben).option().id()).isEqualTo(sefton);
    }

    @Test
    void hardRulesBindThePanelToo() {
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(ben, sefton, null)))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("no place left")
                .hasMessageContaining("swap places with");
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(ben, carlisle, null)))
                .hasMessageContaining("mobility check");
        long officers = some.option(consultation, "NW_12", "PSO", 1);
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(ben, officers, null)))
                .hasMessageContaining("grade");
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(ben, 999, null)))
                .hasMessageContaining("on offer");
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(ben, wirral, null)))
                .hasMessageContaining("already");
    }

    @Test
    void whereSomebodyCouldGoIsListedWithWhoCouldChangePlaces() {
        assertThat(panel.possibilities(panel.table(consultation), ben))
                .singleElement()
                .satisfies(possibility -> {
                    assertThat(possibility.option().id()).isEqualTo(sefton);
                    assertThat(possibility.free()).isZero();
                    assertThat(possibility.rank()).isEqualTo(2);
                    assertThat(possibility.swaps())
                            .extracting(person -> person.member().id())
                            .containsExactly(anna);
                });
        assertThat(panel.possibilities(panel.table(consultation), anna))
                .extracting(Possibility::free)
                .containsExactly(1);
    }

    @Test
    void whereSomebodyAgreedToTheJourneyTheyCanBeMovedMovedBackAndChangePlaces() {
        some.answer(anna, sefton, carlisle);
        given.consents(anna);
        some.answer(ben, wirral, carlisle);
        given.consents(ben);

        move(ben, carlisle, null);
        assertThat(panel.table(consultation).person(ben).option().id()).isEqualTo(carlisle);
        move(ben, wirral, null);
        assertThat(panel.possibilities(panel.table(consultation), ben))
                .extracting(possibility -> possibility.option().id())
                .contains(carlisle);
        move(ben, carlisle, null);
        move(anna, carlisle, ben);

        assertThat(panel.table(consultation).person(anna).option().id()).isEqualTo(carlisle);
        assertThat(panel.table(consultation).person(ben).option().id()).isEqualTo(sefton);
        assertThatThrownBy(() -> panel.effect(consultation, new Proposal(cora, carlisle, null)))
                .as("she agreed to nothing")
                .hasMessageContaining("mobility check");
    }

    @Test
    void onlyThePanelMovesAndOnlyWithAReasonAndWhileItIsOpen() {
        Effect shown = panel.effect(consultation, new Proposal(anna, wirral, null));
        Colleague hr = new Colleague("hr-nw", Set.of("hr-nw"));
        assertThatThrownBy(() -> panel.move(consultation, shown.proposal(), 0, why("Why"), hr))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> panel.move(consultation, shown.proposal(), 0, why("  "), PANEL))
                .hasMessageContaining("why the panel moves");
        assertThatThrownBy(() -> panel.move(consultation, shown.proposal(), 0, why("x".repeat(1001)), PANEL))
                .hasMessageContaining("1000 characters");
        consultations.moveTo(consultation, ConsultationState.DECISION);
        assertThatThrownBy(() -> panel.move(consultation, shown.proposal(), 0, why("Why"), PANEL))
                .hasMessageContaining("not open")
                .hasMessageContaining("Outcome decision");
        assertThat(moves.of(consultation)).isEmpty();
    }

    @Test
    void eachOfTwoWhoChangePlacesHasAReasonAndASentence() {
        Effect swap = panel.effect(consultation, new Proposal(ben, sefton, anna));
        for (Why missing : List.of(
                new Why("r", "", "r", "t"), new Why("r", "t", "", "t"), new Why("r", "t", "r", ""), Why.NOTHING))
            assertThatThrownBy(() -> panel.move(consultation, swap.proposal(), swap.version(), missing, PANEL))
                    .isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> panel.move(
                        consultation, swap.proposal(), swap.version(), new Why("r", "t".repeat(301), "r", "t"), PANEL))
                .hasMessageContaining("300 characters");
        assertThat(moves.of(consultation)).isEmpty();
    }

    @Test
    void underTheDrawAMoveIsComparedByWhoHasNoPlaceAndThenInTheOrderOfTheLottery() {
        given.theConsultation(consultation).draw().save();
        Effect swap = panel.effect(consultation, new Proposal(ben, sefton, anna));

        assertThat(swap.comparison())
                .as("both fall from their first choice to their second, so whoever is earlier loses")
                .isPositive();
        assertThat(swap.again()).as("the draw is never run again").isNull();
        assertThat(swap.judgement()).contains("in the order of a lottery").contains("worse than");
    }

    @Test
    void itConfirmsOnceItHasDecidedAboutEverybody() {
        assertThatThrownBy(() -> confirming.confirm(consultation, CONFIRMED))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("not yet decided about everybody");
        for (String other : List.of("preference-panel-gm", "hr-nw", "rpd-nw")) {
            assertThatThrownBy(() -> confirming.confirm(consultation, SomeAnswers.of(4, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(placements.ofConsultation(consultation)).isEmpty();
        assertThat(panel.keep(consultation, List.of(cora, anna), PANEL)).isEqualTo(1);
        Effect shown = panel.effect(consultation, new Proposal(anna, wirral, null));
        panel.move(consultation, shown.proposal(), shown.version(), why("Asked for it"), PANEL);

        confirming.confirm(consultation, CONFIRMED);
        confirming.confirm(consultation, CONFIRMED);

        assertThat(placements.ofConsultation(consultation))
                .extracting(Placement::memberId, Placement::optionId, Placement::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(anna, wirral, Source.PANEL),
                        org.assertj.core.groups.Tuple.tuple(ben, wirral, Source.ALLOCATION),
                        org.assertj.core.groups.Tuple.tuple(cora, wirral, Source.ALLOCATION));
        assertThat(explanations.of(anna)).satisfies(told -> {
            assertThat(told.getFirst())
                    .startsWith("The allocation first said: “You have a place at ")
                    .contains("Sefton");
            assertThat(told.getLast()).isEqualTo("It is nearer to your home.");
            assertThat(told.get(told.size() - 2))
                    .startsWith("The panel looked at the result and gave you ")
                    .contains("Wirral")
                    .endsWith("instead.");
        });
        assertThat(explanations.of(ben))
                .satisfies(told -> assertThat(told.getFirst())
                        .startsWith("You have a place at ")
                        .contains("Wirral"));
        assertThat(placements.freePlaces(consultation))
                .containsEntry(sefton, 1)
                .containsEntry(wirral, 0)
                .containsEntry(carlisle, 5);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'PANEL_CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whenTheDirectorReturnsItThePanelGoesOnWithWhatItHad() {
        panel.keep(consultation, List.of(cora), PANEL);
        confirming.confirm(consultation, CONFIRMED);
        consultations.moveTo(consultation, ConsultationState.DECISION);
        assertThatThrownBy(() -> opening.prepare(consultation))
                .as("the director has not given it back")
                .isInstanceOf(CannotSucceedException.class);
        consultations.moveTo(consultation, ConsultationState.PANEL);

        opening.prepare(consultation);
        Effect shown = panel.effect(consultation, new Proposal(ben, sefton, anna));
        panel.move(consultation, shown.proposal(), shown.version(), why("Returned"), PANEL);
        confirming.confirm(consultation, new TaskAnswer(6, PANEL));

        assertThat(placements.of(ben).orElseThrow().optionId()).isEqualTo(sefton);
        assertThat(placements.of(anna).orElseThrow().source()).isEqualTo(Source.PANEL);
    }

    @Test
    void whoJoinsAfterTheAllocationIsForThePanelAndWhoLeavesIsNot() {
        some.left(cora);
        long dora = some.person(consultation, "P0009", "CA", "L12");
        PanelTable table = opening.prepare(consultation);

        assertThat(table.open()).singleElement().extracting(Person::toLookAt).isEqualTo(ToLookAt.JOINED_LATE);
        Effect shown = panel.effect(consultation, new Proposal(dora, wirral, null));
        panel.move(consultation, shown.proposal(), shown.version(), why("Joined"), PANEL);
        confirming.confirm(consultation, CONFIRMED);
        assertThat(placements.ofConsultation(consultation))
                .extracting(Placement::memberId)
                .containsExactly(anna, ben, dora);
    }

    @Test
    void whoJoinsWhileThePanelIsAtWorkCanBeMovedAtOnce() {
        long dora = some.person(consultation, "P0009", "CA", "L12");
        Effect shown = panel.effect(consultation, new Proposal(dora, wirral, null));
        panel.move(consultation, shown.proposal(), shown.version(), why("Joined"), PANEL);

        assertThat(panel.table(consultation).person(dora).option().id()).isEqualTo(wirral);
    }

    private void move(long member, long option, Long with) {
        Effect shown = panel.effect(consultation, new Proposal(member, option, with));
        panel.move(consultation, shown.proposal(), shown.version(), why("Agreed to the journey"), PANEL);
    }

    private static Why why(String reason) {
        return new Why(reason, "It is nearer to your home.", "Room for Ben", "Ben needs the place where you were.");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PanelOnMariaDbTest extends PanelTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PanelOnMySqlTest extends PanelTest {}
