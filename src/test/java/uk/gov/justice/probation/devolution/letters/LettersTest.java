package uk.gov.justice.probation.devolution.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.confidential.CannotBeOpenedException;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class LettersTest {
    private static final String BATCH = "outcome-1";
    private static final Runnable NEVER = () -> {
        throw new AssertionError("a few letters take no time");
    };
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    Letters letters;

    @Autowired
    SendingLetters sending;

    @Autowired
    UnsentLetters unsent;

    @Autowired
    SealedLetterRepository sealed;

    @Autowired
    Mailbox mailbox;

    @Autowired
    ErasingLetters erasing;

    @Autowired
    LetterTexts texts;

    @Autowired
    OneAtATime oneAtATime;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Deadlines deadlines;

    @BeforeEach
    void staff() {
        var staff = new SomeStaff(jdbc);
        staff.add("NW01", "NW", null);
        staff.add("NW02", "NW", "NW01");
        staff.add("NW03", "NW", "NW01");
    }

    @Test
    void aLetterIsWrittenOnceSealedAndKeptWithTheHashesOfItsTexts() throws IOException {
        long id = letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-7", "NW02"));

        assertThat(letters.write(SomeLetters.request(Template.WELCOME, BATCH, "outcome-7", "NW02")))
                .isEqualTo(id);

        Letter letter = letters.of(id, HR);
        assertThat(letter.text())
                .startsWith("<article")
                .contains("Dear Name NW02,", "Sefton probation office")
                .endsWith("</article>");
        assertThat(letter)
                .extracting(Letter::state, Letter::email, Letter::template)
                .containsExactly(LetterState.WRITTEN, "nw02@example.org", Template.OUTCOME);
        byte[] pdf = letters.pdf(id, HR);
        assertThat(LetterTexts.sha256(pdf)).isEqualTo(letter.pdfSha256());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isPositive();
        }
        assertThat(new String(
                        jdbc.sql("SELECT html FROM letter").query(byte[].class).single(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Sefton");
        assertThat(audited(id))
                .containsExactly("LETTER_WRITTEN by system", "LETTER_VIEWED by hr-nw", "LETTER_DOWNLOADED by hr-nw");
        assertThatThrownBy(() -> letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-8", "NW99")))
                .hasMessageContaining("nobody with the staff number NW99");
    }

    @Test
    void ofTwoWhoWriteALetterAtTheSameMomentOneWritesItAndTheOtherFindsIt() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            AtomicReference<Future<Long>> second = new AtomicReference<>();
            long first = new TransactionTemplate(transactions).execute(status -> {
                long id = letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-7", "NW02"));
                second.set(other.submit(
                        () -> letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-7", "NW02"))));
                assertThatThrownBy(() -> second.get().get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return id;
            });
            assertThat(second.get().get(30, TimeUnit.SECONDS)).isEqualTo(first);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'LETTER_WRITTEN'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatWasChangedOrMovedDoesNotPassForALetter() {
        long one = letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-7", "NW02"));
        long other = letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-8", "NW03"));
        given.theLetter(one).withTheWordsOf(other).save();
        assertThatThrownBy(() -> letters.of(one, HR)).isInstanceOf(CannotBeOpenedException.class);
        given.theLetter(other).withAnotherSum().save();
        assertThatThrownBy(() -> letters.pdf(other, HR)).hasMessageContaining("its hash differs");
    }

    @Test
    void onlyThePersonTheirLineManagerAndHrOfTheRegionReadIt() {
        long id = letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-7", "NW02"));

        assertThat(letters.of(id, person("NW02")).id()).isEqualTo(id);
        assertThat(letters.of(id, person("NW01")).id()).isEqualTo(id);
        assertThat(letters.to("NW02")).extracting(Letters.Listed::id).containsExactly(id);
        for (Colleague other : List.of(
                person("NW03"),
                new Colleague("hr-gm", Set.of("hr-gm")),
                new Colleague("owner", Set.of(Colleague.SERVICE_OWNER)),
                new Colleague("rpd", Set.of("rpd-nw")))) {
            assertThatThrownBy(() -> letters.of(id, other)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> letters.pdf(id, other)).isInstanceOf(NotAllowedException.class);
        }
        long appeal = letters.write(SomeLetters.request(Template.APPEAL_OUTCOME, BATCH, "appeal-7", "NW02"));
        assertThat(letters.of(appeal, person("NW02")).id()).isEqualTo(appeal);
        assertThatThrownBy(() -> letters.of(appeal, person("NW01"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> letters.of(appeal + 1, HR)).isInstanceOf(NotFound.class);
    }

    @Test
    void withoutNotifyLettersWaitInTheMailboxForThoseWhoMayReadThem() {
        write("NW02", "NW03");

        assertThat(sending.send(BATCH, NEVER)).isEmpty();
        assertThat(sending.send(BATCH, NEVER)).isEmpty();

        assertThat(mailbox.isUsed()).isTrue();
        assertThat(mailbox.of(HR, 10))
                .extracting(Mailbox.Mail::to)
                .containsExactly("nw03@example.org", "nw02@example.org");
        assertThat(mailbox.of(person("NW02"), 10)).extracting(Mailbox.Mail::to).containsExactly("nw02@example.org");
        assertThat(mailbox.of(person("NW01"), 10)).hasSize(2);
        assertThat(mailbox.of(new Colleague("hr-gm", Set.of("hr-gm")), 10)).isEmpty();
        assertThat(states()).containsExactly("outcome-NW02 SENT 1", "outcome-NW03 SENT 1");
    }

    @Test
    void oneThatCannotArriveWaitsForHrAndTheOthersAreSent() throws IOException {
        write("NW02", "NW03");
        try (FakeNotify notify = new FakeNotify()) {
            SendingLetters byNotify = by(notify);
            notify.refuseNext(400, "ValidationError", "email_address Not a valid email address");

            List<Long> undelivered = byNotify.send(BATCH, NEVER);

            assertThat(undelivered).hasSize(1);
            long failed = undelivered.getFirst();
            assertThat(letters.of(failed, HR).failure()).contains("not one that mail can be sent to");
            assertThatThrownBy(() -> letters.mendAddress(failed, "nobody", HR)).hasMessageContaining("correct form");
            assertThatThrownBy(() -> letters.mendAddress(failed, "me@example.org", person("NW02")))
                    .isInstanceOf(NotAllowedException.class);
            letters.mendAddress(failed, " new@example.org ", HR);
            unsent.sendAgain(failed, SomeAnswers.of(1, "hr-nw"));
            assertThat(byNotify.send(BATCH, NEVER)).isEmpty();

            assertThat(notify.taken())
                    .extracting(FakeNotify.Email::to)
                    .containsExactly("nw03@example.org", "new@example.org");
            assertThat(states()).containsExactly("outcome-NW02 SENT 2", "outcome-NW03 SENT 1");
            assertThatThrownBy(() -> letters.mendAddress(failed, "late@example.org", HR))
                    .hasMessageContaining("Its state: sent");
            assertThat(audited(failed))
                    .contains(
                            "LETTER_FAILED by system",
                            "LETTER_ADDRESS_MENDED by hr-nw",
                            "LETTER_TO_BE_SENT_AGAIN by hr-nw",
                            "LETTER_SENT by system");
        }
    }

    @Test
    void whoHasNoAddressGetsTheirsOnPaperAndThatIsNoFailure() throws IOException {
        given.theColleague("NW02").withoutEmail().save();
        write("NW02", "NW03");
        try (FakeNotify notify = new FakeNotify()) {
            long onPaper = by(notify).send(BATCH, NEVER).getFirst();

            assertThat(notify.taken()).extracting(FakeNotify.Email::to).containsExactly("nw03@example.org");
            Letter letter = letters.of(onPaper, HR);
            assertThat(letter)
                    .extracting(Letter::staffNumber, Letter::paper, Letter::failure)
                    .containsExactly("NW02", Paper.NO_ADDRESS, null);
            assertThat(letter.stateInWords()).isEqualTo("On paper: to be handed over or posted");
            assertThat(audited(onPaper))
                    .contains("LETTER_ON_PAPER by system")
                    .noneMatch(entry -> entry.startsWith("LETTER_FAILED"));

            letters.mendAddress(onPaper, "found@example.org", HR);
            unsent.sendAgain(onPaper, SomeAnswers.of(1, "hr-nw"));
            assertThat(by(notify).send(BATCH, NEVER)).isEmpty();
            assertThat(notify.taken()).extracting(FakeNotify.Email::to).contains("found@example.org");
        }
    }

    @Test
    void aLetterWithGapsIsNeverSentByEmail() throws IOException {
        String name = "محمد علي";
        long byHand = letters.write(new LetterRequest(
                BATCH, "outcome-1", Template.OUTCOME, "NW02", "NW", SomeLetters.model(Template.OUTCOME, name)));
        try (FakeNotify notify = new FakeNotify()) {
            assertThat(by(notify).send(BATCH, NEVER)).containsExactly(byHand);
            assertThat(letters.of(byHand, HR).text()).contains("Dear " + name);
            assertThat(letters.of(byHand, HR).paper()).isEqualTo(Paper.BY_HAND);
            assertThatThrownBy(() -> letters.mendAddress(byHand, "new@example.org", HR))
                    .hasMessageContaining("copy them by hand into the gaps");
            unsent.sendAgain(byHand, SomeAnswers.of(1, "hr-nw"));
            assertThat(by(notify).send(BATCH, NEVER)).containsExactly(byHand);
            unsent.handedOver(byHand, deadlines.today(), SomeAnswers.of(2, "hr-nw"));
            assertThat(by(notify).send(BATCH, NEVER)).isEmpty();
            assertThat(notify.taken()).isEmpty();
        }
    }

    @Test
    void anAnswerDeliveredTwiceCountsOnce() throws IOException {
        write("NW02");
        try (FakeNotify notify = new FakeNotify()) {
            SendingLetters byNotify = by(notify);
            notify.refuseNext(400, "ValidationError", "email_address Not a valid email address");
            notify.refuseNext(400, "ValidationError", "email_address Not a valid email address");
            long failed = byNotify.send(BATCH, NEVER).getFirst();
            unsent.sendAgain(failed, SomeAnswers.of(1, "hr-nw"));
            byNotify.send(BATCH, NEVER);

            unsent.sendAgain(failed, SomeAnswers.of(1, "hr-nw"));
            assertThat(states()).containsExactly("outcome-NW02 FAILED 2");
            unsent.handedOver(failed, deadlines.today(), SomeAnswers.of(2, "hr-nw"));
            unsent.handedOver(failed, deadlines.today().minusDays(1), SomeAnswers.of(2, "hr-nw"));

            assertThat(letters.of(failed, HR))
                    .extracting(Letter::state, Letter::handedOverOn)
                    .containsExactly(LetterState.HANDED_OVER, deadlines.today());
            assertThat(byNotify.send(BATCH, NEVER)).isEmpty();
            assertThat(notify.taken()).isEmpty();
        }
    }

    @Test
    void onlyHrOfTheLettersRegionDealsWithOneThatCannotBeSent() {
        write("NW02");
        given.allLetters().state("FAILED").save();
        long failed = letters.to("NW02").getFirst().id();
        for (String other : List.of("hr-gm", "rpd-nw", "NW02", "NW01")) {
            assertThatThrownBy(() -> unsent.sendAgain(failed, SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> unsent.handedOver(failed, deadlines.today(), SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(states()).containsExactly("outcome-NW02 FAILED 0");
    }

    @Test
    void whatPassesStopsTheBatchAndItGoesOnWhereItWas() throws IOException {
        write("NW02", "NW03");
        try (FakeNotify notify = new FakeNotify()) {
            SendingLetters byNotify = by(notify);
            notify.refuseNext(503, "Error", "not now");

            assertThatThrownBy(() -> byNotify.send(BATCH, NEVER))
                    .hasMessageContaining("is not accepting letters at the moment");
            assertThat(states()).containsExactly("outcome-NW02 SENDING 1", "outcome-NW03 WRITTEN 0");
            assertThat(byNotify.send(BATCH, NEVER)).isEmpty();

            assertThat(notify.taken()).hasSize(2);
            assertThat(states()).containsExactly("outcome-NW02 SENT 1", "outcome-NW03 SENT 1");
        }
    }

    @Test
    void whoeverIsKilledWhileALetterGoesOutDoesNotSendItTwice() throws IOException {
        write("NW02");
        try (FakeNotify notify = new FakeNotify()) {
            notify.takeNextInSilence(2_000);
            SendingLetters impatient = sending(new NotifySender(notify.settings(), Duration.ofMillis(300)));
            assertThatThrownBy(() -> impatient.send(BATCH, NEVER)).hasMessageContaining("did not answer");
            assertThat(states()).containsExactly("outcome-NW02 SENDING 1");

            assertThat(by(notify).send(BATCH, NEVER)).isEmpty();

            assertThat(notify.taken()).hasSize(1);
            assertThat(states()).containsExactly("outcome-NW02 SENT 1");
        }
    }

    @Test
    void oneBatchIsSentByOneAtATime() {
        write("NW02");
        oneAtATime.tryAlone("letters " + BATCH, () -> {
            assertThatThrownBy(() -> sending.send(BATCH, NEVER)).hasMessageContaining("being sent already");
            return true;
        });
        assertThat(sending.send(BATCH, NEVER)).isEmpty();
    }

    @Test
    void theTextIsErasedWhenItsTimeIsOverAndTheHashStays() {
        write("NW02", "NW03");
        sending.send(BATCH, NEVER);
        given.lettersTo("NW02").writtenMonthsBefore(13).save();

        erasing.eraseWhatIsDue();

        long erased = letters.to("NW02").getFirst().id();
        assertThat(letters.of(erased, HR))
                .satisfies(letter -> assertThat(letter.text()).isNull())
                .extracting(Letter::pdfSha256)
                .asString()
                .hasSize(64);
        assertThatThrownBy(() -> letters.pdf(erased, HR)).hasMessageContaining("was erased");
        assertThat(letters.of(letters.to("NW03").getFirst().id(), HR).text()).isNotNull();
        assertThat(audited(erased)).contains("LETTER_ERASED by system");
    }

    private void write(String... staffNumbers) {
        for (String number : staffNumbers)
            letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-" + number, number));
    }

    private SendingLetters by(FakeNotify notify) {
        return sending(new NotifySender(notify.settings(), Duration.ofSeconds(5)));
    }

    private SendingLetters sending(Sender sender) {
        return new SendingLetters(sender, sealed, texts, oneAtATime, audit, transactions, clock);
    }

    private List<String> states() {
        return jdbc.sql("SELECT CONCAT(letter_key, ' ', state, ' ', attempt) FROM letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> audited(long id) {
        return jdbc.sql("SELECT CONCAT(action, ' by ', actor) FROM audit_entry WHERE subject = ? ORDER BY id")
                .param("letter/" + id)
                .query(String.class)
                .list();
    }

    private static Colleague person(String staffNumber) {
        return new Colleague(staffNumber, Set.of());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class LettersOnMariaDbTest extends LettersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class LettersOnMySqlTest extends LettersTest {}
