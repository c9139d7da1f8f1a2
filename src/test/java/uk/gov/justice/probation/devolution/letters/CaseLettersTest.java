package uk.gov.justice.probation.devolution.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.confidential.CannotBeOpenedException;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class CaseLettersTest {
    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));
    private static final Colleague ELSEWHERE = new Colleague("elsewhere", Set.of("case-admin-gm"));
    private static final Colleague CENTRE = new Colleague("centre", Set.of("case-admin-liverpool"));
    private static final Colleague PRACTITIONER = new Colleague("NW77", Set.of("practitioner-nw"));

    @Autowired
    Given given;

    @Autowired
    CaseLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private long open;
    private long limited;

    @BeforeEach
    void cases() {
        new SomeCases(jdbc).held(2, "NW", "PSC_LIVERPOOL", "UPW_ORDERS", "CRC", false);
        given.theCase("X000002").limitedAccess().practitioner("NW77").save();
        open = id("X000001");
        limited = id("X000002");
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterNamesItsCaseAndWhatItWasToldAndNothingIsLeftOut(CaseTemplate template) {
        long id = letters.write(SomeCaseLetters.request("letter-1", template, open));

        CaseLetter letter = letters.of(id, ADMIN);
        assertThat(letter.text())
                .startsWith("<article")
                .contains(
                        "About: CRN X000001, event 1", "To: " + template.addressee(), template.subject(), "North West")
                .contains(template.needs().stream().map(need -> "some " + need).toList())
                .doesNotContain("${", "null");
    }

    @Test
    void aLetterIsWrittenOnceSealedAndKeptWithTheHashesOfItsTexts() throws IOException {
        long id = letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));

        assertThat(letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.BREACH, open)))
                .isEqualTo(id);

        assertThat(letters.of(id, ADMIN).template()).isEqualTo(CaseTemplate.WARNING);
        byte[] pdf = letters.pdf(id, ADMIN);
        assertThat(LetterTexts.sha256(pdf)).isEqualTo(letters.of(id, ADMIN).pdfSha256());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(new String(
                        jdbc.sql("SELECT html FROM case_letter")
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("failedOn");
        assertThat(audited(id))
                .containsExactly(
                        "CASE_LETTER_WRITTEN by system",
                        "CASE_LETTER_VIEWED by admin",
                        "CASE_LETTER_DOWNLOADED by admin",
                        "CASE_LETTER_VIEWED by admin");
    }

    @Test
    void whatItIsNotToldItDoesNotGuess() {
        assertThatThrownBy(() -> letters.write(new CaseLetterRequest(
                        "warning-7",
                        CaseTemplate.WARNING,
                        open,
                        Map.of("failedOn", "1 December 2026", "replyBy", " "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WARNING needs to know 'replyBy'");
        assertThatThrownBy(() ->
                        letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, limited + 1_000)))
                .isInstanceOf(NotFound.class);
        assertThat(letters.ofCase(open)).isEmpty();
    }

    @Test
    void aLetterIsNotWrittenWhereItsCauseIsNotCommitted() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));
            status.setRollbackOnly();
        });
        assertThat(letters.ofCase(open)).isEmpty();
    }

    @Test
    void whatWasChangedOrMovedDoesNotPassForALetter() {
        long one = letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));
        long other = letters.write(SomeCaseLetters.request("warning-8", CaseTemplate.WARNING, open));
        given.theCaseLetter(one).withTheWordsOf(other).save();
        assertThatThrownBy(() -> letters.of(one, ADMIN)).isInstanceOf(CannotBeOpenedException.class);
        given.theCaseLetter(other).withAnotherSum().save();
        assertThatThrownBy(() -> letters.pdf(other, ADMIN)).hasMessageContaining("its hash differs");
    }

    @Test
    void caseAdministratorsOfTheRegionAndOfTheCentreThatHoldsTheCasePostIt() {
        long id = letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));

        assertThat(letters.toPost(ADMIN, 10))
                .extracting(CaseLetters.ToPost::id, CaseLetters.ToPost::caseText)
                .containsExactly(tuple(id, "CRN X000001, event 1"));
        assertThat(letters.toPost(CENTRE, 10)).hasSize(1);
        assertThat(letters.waiting(ELSEWHERE)).isZero();
        assertThatThrownBy(() -> letters.posted(List.of(id), ELSEWHERE)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> letters.posted(List.of(id), PRACTITIONER)).isInstanceOf(NotAllowedException.class);

        assertThat(letters.posted(List.of(id), CENTRE)).isOne();
        assertThat(letters.posted(List.of(id), ADMIN)).isZero();

        assertThat(letters.toPost(ADMIN, 10)).isEmpty();
        assertThat(letters.of(id, ADMIN))
                .extracting(CaseLetter::postedBy, CaseLetter::toBePosted)
                .containsExactly("centre", false);
        assertThat(audited(id))
                .filteredOn(entry -> entry.startsWith("CASE_LETTER_POSTED"))
                .containsExactly("CASE_LETTER_POSTED by centre");
    }

    @Test
    void aLetterWithWordsThatTheFontCannotPrintIsMarkedToBeFilledInByHand() {
        long printed = letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));
        long byHand = letters.write(new CaseLetterRequest(
                "warning-8",
                CaseTemplate.WARNING,
                open,
                Map.of(
                        "failedOn",
                        "1 December 2026",
                        "replyBy",
                        "अगले सोमवार",
                        "again",
                        "once more",
                        "within",
                        "twelve months")));

        assertThat(letters.toPost(ADMIN, 10))
                .extracting(CaseLetters.ToPost::id, CaseLetters.ToPost::byHand)
                .containsExactly(tuple(printed, false), tuple(byHand, true));
        assertThat(letters.of(byHand, ADMIN).byHand()).isTrue();
        assertThat(letters.of(byHand, ADMIN).text()).contains("अगले सोमवार");
    }

    @Test
    void aWithdrawnLetterIsNotPosted() {
        long id = letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));

        letters.withdraw("warning-7");
        letters.withdraw("warning-7");
        letters.withdraw("never-written");

        assertThat(letters.toPost(ADMIN, 10)).isEmpty();
        assertThat(letters.posted(List.of(id), ADMIN)).isZero();
        assertThat(letters.of(id, ADMIN).withdrawnAt()).isNotNull();
        assertThat(audited(id))
                .filteredOn(entry -> entry.startsWith("CASE_LETTER_WITHDRAWN"))
                .hasSize(1);
    }

    @Test
    void aLetterThatIsWithdrawnWhileItIsWrittenIsNotPosted() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            AtomicReference<Future<?>> withdrawn = new AtomicReference<>();
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                letters.write(SomeCaseLetters.request("warning-7", CaseTemplate.WARNING, open));
                withdrawn.set(other.submit(() -> letters.withdraw("warning-7")));
                assertThatThrownBy(() -> withdrawn.get().get(1, TimeUnit.SECONDS))
                        .isInstanceOf(TimeoutException.class);
            });
            withdrawn.get().get(30, TimeUnit.SECONDS);
        }
        assertThat(letters.toPost(ADMIN, 10)).isEmpty();
    }

    @Test
    void ofALimitedAccessCaseTheListTellsTheCrnAndNothingElse() {
        long id = letters.write(SomeCaseLetters.request("breach-7", CaseTemplate.BREACH, limited));

        assertThat(letters.toPost(ADMIN, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.caseText()).isEqualTo("CRN X000002");
            assertThat(letter.subject()).isNull();
            assertThat(letter.addressee()).isNull();
            assertThat(letter.readable()).isFalse();
        });
        for (Colleague other : List.of(ADMIN, CENTRE, new Colleague("owner", Set.of(Colleague.SERVICE_OWNER)))) {
            assertThatThrownBy(() -> letters.of(id, other))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("CRN X000002")
                    .hasMessageNotContaining("breach");
            assertThatThrownBy(() -> letters.pdf(id, other)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> letters.posted(List.of(id), other)).isInstanceOf(NotAllowedException.class);
        }
        assertThat(letters.of(id, PRACTITIONER).text()).contains("About: CRN X000002<");
        assertThat(jdbc.sql("SELECT facts FROM audit_entry WHERE subject = ?")
                        .param("case-letter/" + id)
                        .query(String.class)
                        .list())
                .noneMatch(facts -> facts.contains("BREACH"));
    }

    private long id(String crn) {
        return jdbc.sql("SELECT id FROM probation_case WHERE crn = ?")
                .param(crn)
                .query(Long.class)
                .single();
    }

    private List<String> audited(long id) {
        return jdbc.sql("SELECT CONCAT(action, ' by ', actor) FROM audit_entry WHERE subject = ? ORDER BY id")
                .param("case-letter/" + id)
                .query(String.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class CaseLettersOnMariaDbTest extends CaseLettersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class CaseLettersOnMySqlTest extends CaseLettersTest {}
