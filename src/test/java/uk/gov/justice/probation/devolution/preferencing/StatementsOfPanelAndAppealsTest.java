package uk.gov.justice.probation.devolution.preferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealLetters;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealsOverview;
import uk.gov.justice.probation.devolution.preferencing.appeal.ClosingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.HearingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.OpeningAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.PlacesForAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.ReadingAppeals;
import uk.gov.justice.probation.devolution.preferencing.outcome.OpeningAppealWindow;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Effect;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.Why;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The maximum number of statements that the steps of the panel, of the outcome letters and of appeals send. A change
 * that makes a step send more fails here and has to be justified.
 */
@DomainTest
@WithDatabase
class StatementsOfPanelAndAppealsTest {
    private static final Colleague PANELLIST = new Colleague("panellist", Set.of("preference-panel-nw"));
    private static final Colleague REVIEWER = new Colleague("reviewer", Set.of("appeal-manager-nw"));
    private static final Colleague PANEL = new Colleague("panel", Set.of("appeal-panel-nw"));
    private static final int PEOPLE = 30;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel opening;

    @Autowired
    Panel panel;

    @Autowired
    ConfirmingPanel confirming;

    @Autowired
    OutcomeLetters letters;

    @Autowired
    OpeningAppealWindow window;

    @Autowired
    PreferencingFigures figures;

    @Autowired
    Outcomes outcomes;

    @Autowired
    LodgingAppeals lodging;

    @Autowired
    OpeningAppeals starting;

    @Autowired
    HearingAppeals hearing;

    @Autowired
    ClosingAppeals closing;

    @Autowired
    AppealsOverview overview;

    @Autowired
    AppealReasons reasons;

    @Autowired
    ReadingAppeals reading;

    @Autowired
    PlacesForAppeals places;

    @Autowired
    AppealLetters appealLetters;

    private final SoftAssertions held = new SoftAssertions();
    private SomePreferences some;
    private SomeOutcomes made;
    private long consultation;
    private long sefton;
    private long wirral;
    private List<Long> people;
    private Effect effect;
    private long appeal;

    /** Everybody except the last asks for Sefton's only place first and Wirral second. */
    @BeforeEach
    void anAllocation() {
        some = new SomePreferences(jdbc);
        made = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 1);
        wirral = some.option(consultation, "NW_12", PEOPLE + 10);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 40);
        people = some.people(consultation, PEOPLE);
        people.subList(0, PEOPLE - 1).forEach(person -> some.answer(person, sefton, wirral));
        some.answer(people.getLast());
        allocating.allocate(consultation);
    }

    @Test
    void noStepSendsMoreThanItNeeds() throws Exception {
        atMost(34, "prepare the panel, and count for the first time who got what", () -> opening.prepare(consultation));
        atMost(17, "prepare it again", () -> opening.prepare(consultation));
        atMost(13, "show the panel's table", () -> panel.table(consultation));
        long first = panel.table(consultation).people().stream()
                .filter(person -> person.option().id() == sefton)
                .findFirst()
                .orElseThrow()
                .member()
                .id();
        long second = people.getFirst() == first ? people.get(1) : people.getFirst();
        atMost(
                28,
                "show what a move does",
                () -> effect = panel.effect(consultation, new Proposal(second, sefton, first)));
        atMost(
                40,
                "two change places",
                () -> panel.move(
                        consultation,
                        effect.proposal(),
                        effect.version(),
                        new Why("Why", "You asked for it.", "Why", "You asked for it."),
                        PANELLIST));
        effect = panel.effect(consultation, new Proposal(second, wirral, null));
        atMost(
                36,
                "move one",
                () -> panel.move(
                        consultation,
                        effect.proposal(),
                        effect.version(),
                        new Why("Why", "You asked for it.", "Why", "You asked for it."),
                        PANELLIST));
        atMost(
                15,
                "keep people",
                () -> assertThat(panel.keep(consultation, people, PANELLIST)).isEqualTo(1));
        atMost(14, "tell HR that the panel is late", () -> opening.escalate(consultation));
        atMost(
                30,
                "the panel confirms, and who got what is counted again",
                () -> confirming.confirm(consultation, SomeAnswers.of(1, "preference-panel-nw")));
        atMost(
                2,
                "the panel confirms again",
                () -> confirming.confirm(consultation, SomeAnswers.of(1, "preference-panel-nw")));

        made.confirmed(consultation);
        atMost(253, "write 30 letters", () -> letters.write(consultation, () -> {}));
        atMost(8, "write them again", () -> letters.write(consultation, () -> {}));
        atMost(3, "open the window", () -> window.open(consultation));
        atMost(2, "open it again", () -> window.open(consultation));
        atMost(7, "count what it came to", () -> figures.published(consultation));

        Colleague person = colleague(1);
        atMost(12, "show an outcome", () -> outcomes.of(cohorts.get(people.get(1)), person));
        atMost(11, "lodge", () -> appeal = lodging.lodge(people.get(1), "Why", person));
        atMost(7, "open", () -> starting.open(appeal, 1));
        atMost(10, "write reasons", () -> reasons.write(appeal, AppealStep.REVIEW, "Why", REVIEWER));
        atMost(8, "review", () -> hearing.review(appeal, "UPHOLD", SomeAnswers.of(1, "appeal-manager-nw")));
        reasons.write(appeal, AppealStep.DECISION, "Why", PANEL);
        atMost(8, "decide", () -> hearing.decide(appeal, "UPHELD", "NAPO", SomeAnswers.of(2, "appeal-panel-nw")));
        atMost(1, "decide again", () -> hearing.decide(appeal, "UPHELD", "NAPO", SomeAnswers.of(2, "appeal-panel-nw")));
        atMost(27, "find a place", () -> assertThat(places.find(appeal)).isTrue());
        atMost(
                3,
                "ask whether there is a place",
                () -> assertThat(places.find(appeal)).isTrue());
        atMost(19, "show the appeal", () -> reading.file(appeal, PANEL));
        atMost(14, "write the appeal's letter", () -> appealLetters.write(appeal));
        atMost(7, "close", () -> closing.close(appeal));
        atMost(1, "close again", () -> closing.close(appeal));

        long other = upheld(people.get(2), colleague(2));
        atMost(36, "find no place", () -> assertThat(places.find(other)).isFalse());
        atMost(5, "arrange", () -> closing.arranged(other, "WAIT_FOR_VACANCY", TODAY, SomeAnswers.of(3, "hr-nw")));
        atMost(
                1,
                "count those open",
                () -> assertThat(closing.stillOpen(consultation)).isEqualTo(1));
        for (int n = 3; n < 10; n++) lodging.lodge(people.get(n), "Why", colleague(n));
        Statements listed = Statements.during(
                () -> assertThat(overview.list(PANEL, 50, 0).lines()).hasSize(9));
        held.assertThat(listed.all()).as("list").hasSizeLessThanOrEqualTo(3);
        held.assertThat(listed.repeated()).as("list").isEmpty();
        held.assertAll();
    }

    private long upheld(long member, Colleague person) {
        long lodged = lodging.lodge(member, "Why", person);
        starting.open(lodged, 2);
        reasons.write(lodged, AppealStep.REVIEW, "Why", REVIEWER);
        hearing.review(lodged, "UPHOLD", SomeAnswers.of(1, "appeal-manager-nw"));
        reasons.write(lodged, AppealStep.DECISION, "Why", PANEL);
        hearing.decide(lodged, "UPHELD", "NAPO", SomeAnswers.of(2, "appeal-panel-nw"));
        return lodged;
    }

    private static Colleague colleague(int n) {
        return new Colleague("P%04d".formatted(n + 1), Set.of());
    }

    private void atMost(int most, String step, Statements.Action action) throws Exception {
        Statements sent = Statements.during(action);
        held.assertThat(sent.count()).as("%s: %s", step, sent).isLessThanOrEqualTo(most);
    }
}
