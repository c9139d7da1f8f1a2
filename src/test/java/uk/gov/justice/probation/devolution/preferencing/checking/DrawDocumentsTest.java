package uk.gov.justice.probation.devolution.preferencing.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.SinceClosing;
import uk.gov.justice.probation.devolution.preferencing.drawing.Words;
import uk.gov.justice.probation.devolution.preferencing.outcome.OpeningAppealWindow;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * What is published of a real round is enough for a stranger, and nobody learns a result from it before the letters.
 */
@DomainTest
abstract class DrawDocumentsTest {
    private static final int PEOPLE = 30;
    private static final Colleague NAPO = new Colleague("tu-napo", Set.of("tu-napo"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Consultations consultations;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Options options;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    Words words;

    @Autowired
    Rounds rounds;

    @Autowired
    ClosingRankings closing;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningAppealWindow letters;

    @Autowired
    DrawDocuments documents;

    @Autowired
    DrawReaders readers;

    @Autowired
    ObjectMapper json;

    @TempDir
    Path folder;

    private SomePreferences some;
    private long consultation;
    private List<Long> people;

    @BeforeEach
    void aRound() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.allUnionsIn(consultation);
        List<String> sites = List.of("NW_05", "NW_07", "NW_08", "NW_10", "NW_12");
        for (int site = 0; site < sites.size(); site++) {
            some.vacancy(sites.get(site), "CA_GENERAL", 2 + site);
            some.journey("L12", sites.get(site), 40 + 20 * site);
        }
        people = some.people(consultation, PEOPLE);
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void aStrangerCanCheckARealRound(Objective aim) throws Exception {
        given.theConsultation(consultation).oneLevel().objective(aim.name()).save();
        drawn();
        letters.open(consultation);
        readers.name(consultation, "tu-napo", NAPO);

        PublishedDraw published = documents.published(facts());
        WholeRequest request = documents.whole(facts(), NAPO);
        assertThat(request.results()).hasSize(PEOPLE).anyMatch(result -> result.place() == null);
        assertThat(request.rows()).allSatisfy(row -> assertThat(row.number()).matches("[1-9][0-9]{8}"));
        SomeDocuments all = new SomeDocuments(published, documents.own(facts(), member(0)), request);
        List<String> paths = all.written(folder, "draw.json", "row.json", "request.json");
        List<String> arguments = new ArrayList<>(List.of(
                "--secret-sha256", shown("seed_sha256"),
                "--root", shown("rows_root")));
        arguments.addAll(paths);
        Verifiers.Verdict java = Verifiers.java(arguments);
        assertThat(java.lines()).last().isEqualTo("Everything that could be checked agrees.");
        assertThat(java.code()).isZero();
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(Verifiers.python(arguments)).isEqualTo(java);
    }

    @Test
    void nothingThatLetsAnybodyFindAResultIsShownBeforeTheLetters() {
        publishing.publish(consultation);
        PublishedDraw open = documents.published(facts());
        assertThat(open.secretSha256()).hasSize(64);
        assertThat(open.root()).isNull();
        assertThat(open.words()).isNull();
        assertThatThrownBy(() -> documents.own(facts(), member(0))).isInstanceOf(NotPossibleNow.class);

        String root = closed();
        PublishedDraw fixed = documents.published(facts());
        assertThat(fixed.rootAtClosing()).isEqualTo(root).isEqualTo(fixed.root());
        assertThat(fixed.changes()).isNull();
        assertThat(documents.own(facts(), member(0)).root()).isEqualTo(root);
        assertThatThrownBy(() -> rounds.get(consultation).seed())
                .as("rows are fixed before anybody has found the seed")
                .isInstanceOf(NotPossibleNow.class);

        allocating.allocate(consultation);
        fixed = documents.published(facts());
        assertThat(fixed.root()).isEqualTo(shown("rows_root")).isEqualTo(root);
        assertThat(fixed.changes()).isEmpty();
        assertThat(fixed.people()).isEqualTo(PEOPLE);
        assertThat(fixed.words()).extracting(word -> word.party()).contains("hr", "tu-napo");
        assertThat(fixed.secret()).isNull();
        assertThat(fixed.seed()).isNull();
        assertThat(fixed.numbers()).isNull();
        assertThat(fixed.totals()).isNull();
        assertThat(documents.own(facts(), member(0)).result()).isNull();
        readers.name(consultation, "tu-napo", NAPO);
        assertThatThrownBy(() -> documents.whole(facts(), NAPO)).isInstanceOf(NotPossibleNow.class);

        letters.open(consultation);
        PublishedDraw all = documents.published(facts());
        assertThat(all.secret()).hasSize(64);
        assertThat(all.numbers()).hasSize(PEOPLE).isSorted();
        assertThat(all.totals()).allSatisfy(total -> assertThat(total.people()).isGreaterThanOrEqualTo(5));
        assertThat(all.totals().stream().mapToInt(total -> total.people()).sum())
                .isEqualTo(PEOPLE);
        assertThat(all.root()).as("it never changes").isEqualTo(root);
        assertThat(documents.own(facts(), member(0)).result().lottery()).isBetween(1, PEOPLE);
    }

    @Test
    void whatIsPublishedSaysNothingAboutWhy() throws Exception {
        given.theColleague("P0001").team("PSC_WAKEFIELD_ADMIN").save();
        drawn();
        letters.open(consultation);
        readers.name(consultation, "tu-napo", NAPO);
        String everything = json.writeValueAsString(documents.whole(facts(), NAPO))
                + json.writeValueAsString(documents.published(facts()));
        assertThat(everything)
                .doesNotContain("MOBILITY", "HOST_REGION", "ADJUSTMENT", "P0001", "\"member", "L12", "reason");
        assertThat(documents.own(facts(), member(0)).row().near()).isEmpty();
    }

    @Test
    void onlyNamedPeopleReadEverybodysRowsAndEachTimeIsRecorded() {
        drawn();
        letters.open(consultation);
        Colleague panel = new Colleague("panel.member", Set.of("appeal-panel-nw"));
        Colleague chair = new Colleague("the.chair", Set.of("appeal-chair-nw"));
        for (Colleague reader :
                List.of(NAPO, panel, chair, new Colleague("hr-nw", Set.of("hr-nw")), new Colleague("P0001", Set.of())))
            assertThatThrownBy(() -> documents.whole(facts(), reader)).isInstanceOf(NotAllowedException.class);

        readers.name(consultation, " panel.member ", chair);
        readers.name(consultation, "tu-napo", NAPO);
        documents.whole(facts(), panel);
        documents.whole(facts(), panel);
        assertThatThrownBy(() -> documents.whole(facts(), new Colleague("panel.member", Set.of("appeal-panel-yath"))))
                .as("of another region")
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> documents.whole(facts(), new Colleague("panel.member", Set.of())))
                .as("no longer on the panel")
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> readers.name(consultation, "x", new Colleague("tu-x", Set.of("tu-unknown"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> readers.name(consultation, "x", panel)).isInstanceOf(NotAllowedException.class);

        long napos = readers.namedBy(
                        readers.parties(facts()).stream()
                                .filter(party -> party.id().equals("tu-napo"))
                                .findFirst()
                                .orElseThrow(),
                        facts())
                .getFirst()
                .id();
        readers.takeBack(consultation, napos, chair);
        documents.whole(facts(), NAPO);
        readers.takeBack(consultation, napos, NAPO);
        assertThatThrownBy(() -> documents.whole(facts(), NAPO)).isInstanceOf(NotAllowedException.class);
        assertThat(jdbc.sql(
                                "SELECT CONCAT(action, ' ', actor) FROM audit_entry WHERE action LIKE 'DRAW_RE%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "DRAW_READER_NAMED the.chair",
                        "DRAW_READER_NAMED tu-napo",
                        "DRAW_REQUEST_DOWNLOADED panel.member",
                        "DRAW_REQUEST_DOWNLOADED panel.member",
                        "DRAW_REQUEST_DOWNLOADED tu-napo",
                        "DRAW_READER_TAKEN_BACK tu-napo");
    }

    @Test
    void aRoundOfBeforeHasNoDocuments() {
        long before = some.consultation();
        some.round(before, 4711);
        some.option(before, "NW_10", 1);
        allocating.allocate(before);
        assertThatThrownBy(() -> documents.published(consultations.get(before))).isInstanceOf(NotPossibleNow.class);
    }

    @Test
    void whoeverLeftBeforeTheDrawHasNoRow() {
        publishing.publish(consultation);
        some.left(people.getFirst());
        allocatedOnceClosed();
        assertThat(documents.published(facts()).people()).isEqualTo(PEOPLE - 1);
        assertThatThrownBy(() -> documents.own(facts(), member(0))).isInstanceOf(NotPossibleNow.class);
    }

    @Test
    void theRootIsToldToWhoeverIsPartOfTheDrawWhenItCloses() {
        publishing.publish(consultation);
        String root = closed();
        assertThat(jdbc.sql("SELECT to_group FROM notification WHERE body LIKE ?")
                        .param("%" + root + "%")
                        .query(String.class)
                        .list())
                .contains("hr-nw", "rpd-nw", "tu-napo", "preference-panel-nw", "appeal-chair-nw");
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE action = 'DRAW_ROWS_FIXED'")
                        .query(String.class)
                        .single())
                .contains(root);
        assertThat(closing.close(consultation)).isTrue();
        assertThat(documents.published(facts()).rootAtClosing()).isEqualTo(root);
    }

    @Test
    void whatHasChangedBetweenClosingAndTheDrawIsSaidAndCanBeChecked() throws Exception {
        publishing.publish(consultation);
        long offered = options.all(consultation).getFirst().id();
        people.subList(0, 20).forEach(person -> some.answer(person, offered));
        String root = closed();
        some.left(people.getFirst());
        some.answer(people.getLast(), offered);
        allocating.allocate(consultation);
        letters.open(consultation);
        readers.name(consultation, "tu-napo", NAPO);

        PublishedDraw published = documents.published(facts());
        assertThat(published.changes()).containsExactly(SinceClosing.LEFT, SinceClosing.ANSWERED);
        assertThat(published.rootAtClosing()).isEqualTo(root).isNotEqualTo(published.root());
        assertThat(published.peopleAtClosing()).isEqualTo(published.people() + 1);
        assertThat(documents.own(facts(), member(1)).atClosing().row())
                .isEqualTo(documents.own(facts(), member(1)).row());
        SomeDocuments all = new SomeDocuments(
                published, documents.own(facts(), member(PEOPLE - 1)), documents.whole(facts(), NAPO));
        List<String> arguments = new ArrayList<>(List.of("--root", root, "--second-root", shown("rows_root")));
        arguments.addAll(all.written(folder, "draw.json", "row.json", "request.json"));
        Verifiers.Verdict java = Verifiers.java(arguments);
        assertThat(java.lines())
                .contains("changed since closing: the root of the tree; the page says why: LEFT, ANSWERED")
                .last()
                .isEqualTo("Everything that could be checked agrees.");
        assumeTrue(Verifiers.isPythonThere(), "SKIPPED: there is no python3");
        assertThat(Verifiers.python(arguments)).isEqualTo(java);
    }

    @Test
    void aRoundThatAFormerReleaseClosedHasTheRootOfItsDrawAlone() {
        publishing.publish(consultation);
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        allocating.allocate(consultation);
        PublishedDraw published = documents.published(facts());
        assertThat(published.rootAtClosing()).isNull();
        assertThat(published.changes()).isNull();
        assertThat(published.root()).isEqualTo(shown("rows_root"));
        assertThat(documents.own(facts(), member(0)).atClosing()).isNull();
    }

    private void drawn() {
        publishing.publish(consultation);
        words.enter(consultation, "Crème brûlée", NAPO);
        List<Long> offered = new ArrayList<>(
                options.all(consultation).stream().map(option -> option.id()).toList());
        Random chance = new Random(11);
        for (Long person : people) {
            Collections.shuffle(offered, chance);
            int names = chance.nextInt(5);
            some.answer(person, offered.subList(0, names).toArray(Long[]::new));
            if (names > 0 && chance.nextBoolean()) given.consents(person);
        }
        allocatedOnceClosed();
    }

    private void allocatedOnceClosed() {
        closed();
        allocating.allocate(consultation);
    }

    /** The root that is shown then. */
    private String closed() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        assertThat(closing.close(consultation)).isTrue();
        return shown("rows_root");
    }

    private Facts facts() {
        return consultations.get(consultation);
    }

    private Member member(int person) {
        return cohorts.get(people.get(person));
    }

    private String shown(String column) {
        return jdbc.sql("SELECT %s FROM preference_round WHERE consultation_id = ?".formatted(column))
                .param(consultation)
                .query(String.class)
                .single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class DrawDocumentsOnMariaDbTest extends DrawDocumentsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class DrawDocumentsOnMySqlTest extends DrawDocumentsTest {}
