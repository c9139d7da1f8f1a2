package uk.gov.justice.probation.devolution.preferencing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published.Part;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealLetters;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;
import uk.gov.justice.probation.devolution.preferencing.appeal.PlacesForAppeals;
import uk.gov.justice.probation.devolution.preferencing.outcome.OutcomeLetters.Written;
import uk.gov.justice.probation.devolution.security.Colleague;

@DomainTest
abstract class OutcomeLettersTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutcomeLetters outcomes;

    @Autowired
    OpeningAppealWindow window;

    @Autowired
    AppealLetters appealLetters;

    @Autowired
    PlacesForAppeals places;

    @Autowired
    PreferencingFigures figures;

    @MockitoSpyBean
    Letters letters;

    private SomePreferences some;
    private SomeOutcomes made;
    private long consultation;
    private long sefton;
    private List<Long> people;

    /** 60 people, of whom every tenth has no place and one has left. */
    @BeforeEach
    void aConfirmedConsultation() {
        some = new SomePreferences(jdbc);
        made = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        sefton = some.option(consultation, "NW_10", 70);
        people = some.people(consultation, 60);
        for (int n = 0; n < people.size(); n++) {
            some.answer(people.get(n), sefton);
            made.placed(people.get(n), n % 10 == 9 ? null : sefton);
        }
        some.left(people.getFirst());
        made.confirmed(consultation);
    }

    @Test
    void everybodyWhoTakesPartGetsOneLetterAlsoWithoutAPlace() {
        assertThat(outcomes.write(consultation, () -> {})).isEqualTo(new Written("outcome-" + consultation, 59));
        assertThat(outcomes.write(consultation, () -> {}))
                .as("delivered again")
                .isEqualTo(new Written("outcome-" + consultation, 59));

        assertThat(written()).isEqualTo(59);
        assertThat(outcomes.written(people.getFirst())).as("has left").isFalse();
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'OUTCOME_LETTERS_WRITTEN'"))
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT state FROM consultation WHERE id = ?")
                        .param(consultation)
                        .query(String.class)
                        .single())
                .isEqualTo("OUTCOME");
        assertThat(letterOf(people.get(1))).contains("Dear Person P0002", "Case administrator at");
        assertThat(letterOf(people.get(9))).contains("There is no place for you yet", "You can appeal until");
    }

    @Test
    void theLetterNamesTheHoursOfAPlaceAndSaysThatTheContractsStay() {
        given.theOption(sefton).hours(2220).save();
        given.theColleague("P0003").partTime(60).save();
        outcomes.write(consultation, () -> {});

        assertThat(letterOf(people.get(1)))
                .contains(
                        "Case administrator at Sefton probation office, 22.2 hours a week.",
                        "These are not the hours of your contract, which change only if you agree.");
        assertThat(letterOf(people.get(2))).contains("22.2 hours a week").doesNotContain("hours of your contract");
    }

    @Test
    void killedInTheMiddleItGoesOnAndNobodyGetsTwo() {
        AtomicInteger written = new AtomicInteger();
        doAnswer(call -> {
                    if (written.incrementAndGet() > 40) throw new IllegalStateException("killed");
                    return call.callRealMethod();
                })
                .when(letters)
                .write(any());
        assertThatThrownBy(() -> outcomes.write(consultation, () -> {})).hasMessage("killed");
        int kept = written();
        assertThat(kept).isPositive().isLessThan(59);
        reset(letters);

        assertThat(outcomes.write(consultation, () -> {}).count()).isEqualTo(59);
        assertThat(written()).isEqualTo(59);
        assertThat(count("SELECT COUNT(*) FROM letter"))
                .as("each letter belongs to somebody")
                .isEqualTo(59);
    }

    @Test
    void deliveredTwiceAtOnceNobodyGetsTwo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Written> write = () -> outcomes.write(consultation, () -> {});
            for (var delivery : threads.invokeAll(List.of(write, write)))
                assertThat(delivery.get().count()).isEqualTo(59);
        }
        assertThat(written()).isEqualTo(59);
        assertThat(count("SELECT COUNT(*) FROM letter")).isEqualTo(59);
    }

    @Test
    void theWindowOpensOnceAndNeverClosesBeforeTheDateInTheLetters() {
        outcomes.write(consultation, () -> {});
        Instant promised = closes();
        Instant first = window.open(consultation);
        given.appealsOpenedDaysBefore(5);

        assertThat(first).isAfterOrEqualTo(promised);
        assertThat(window.open(consultation))
                .as("delivered again")
                .isEqualTo(first)
                .isEqualTo(closes());
    }

    @Test
    void theAppealLetterSaysWhatWasDecidedOnce() {
        long wirral = some.option(consultation, "NW_12", 1);
        some.journey("L12", "NW_12", 30);
        outcomes.write(consultation, () -> {});
        some.answer(people.get(1), wirral, sefton);
        long appeal = made.decided(people.get(1), AppealOutcome.UPHELD);
        places.find(appeal);

        assertThat(appealLetters.write(appeal)).isEqualTo("appeal-" + appeal);
        appealLetters.write(appeal);
        assertThat(keys("appeal-" + appeal)).containsExactly("appeal-" + appeal);
        assertThat(letter("appeal-" + appeal)).contains("Your appeal was upheld. You have a new place.", "Wirral");
    }

    @Test
    void whoGetsAPlaceThroughSomebodyElsesAppealIsToldInTheSameBatch() {
        long full = some.option(consultation, "NW_12", 0);
        some.journey("L12", "NW_12", 30);
        some.journey("L12", "NW_10", 30);
        people.stream()
                .filter(one -> !List.of(people.get(9), people.get(19)).contains(one))
                .forEach(some::left);
        given.theOption(sefton).places(1).save();
        outcomes.write(consultation, () -> {});
        some.answer(people.get(9), full);
        some.answer(people.get(19), sefton);
        long appeal = made.decided(people.get(9), AppealOutcome.UPHELD);

        assertThat(places.find(appeal)).isFalse();
        appealLetters.write(appeal);
        assertThat(keys("appeal-" + appeal))
                .containsExactly("appeal-" + appeal, "outcome-%d-appeal-%d".formatted(people.get(19), appeal));
        assertThat(letter("appeal-" + appeal))
                .contains("None of the choices you ranked higher has a place that could be given to you")
                .doesNotContain("Sefton");
        assertThat(letter("outcome-%d-appeal-%d".formatted(people.get(19), appeal)))
                .contains("this one was free for you", "Case administrator at");
    }

    @Test
    void theFiguresAreCounted() {
        outcomes.write(consultation, () -> {});
        made.decided(people.get(1), AppealOutcome.PARTLY);

        assertThat(figures.published(consultation))
                .isEqualTo(new Published(
                        70,
                        List.of(),
                        List.of(
                                new Part("Their first choice", 53),
                                new Part("Another of their choices or A place they did not ask for or No place", 6)),
                        null,
                        null,
                        List.of(),
                        null));
    }

    private List<String> keys(String batch) {
        return jdbc.sql("SELECT letter_key FROM letter WHERE batch = ? ORDER BY letter_key")
                .param(batch)
                .query(String.class)
                .list();
    }

    private String letterOf(long member) {
        return letter("outcome-" + member);
    }

    private String letter(String key) {
        long id = jdbc.sql("SELECT id FROM letter WHERE letter_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        return letters.of(id, HR).text();
    }

    private Instant closes() {
        return jdbc.sql("SELECT appeals_close_at FROM consultation WHERE id = ?")
                .param(consultation)
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private int written() {
        return count("SELECT COUNT(*) FROM outcome_letter WHERE consultation_id = " + consultation);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OutcomeLettersOnMariaDbTest extends OutcomeLettersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OutcomeLettersOnMySqlTest extends OutcomeLettersTest {}
