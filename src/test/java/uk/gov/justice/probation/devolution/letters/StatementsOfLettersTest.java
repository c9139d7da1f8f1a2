package uk.gov.justice.probation.devolution.letters;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** No step of a letter sends more statements than it needs, and a list sends as many for many letters as for one. */
@DomainTest
@WithDatabase
class StatementsOfLettersTest {
    private static final String BATCH = "outcome-1";
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Colleague ADMIN = new Colleague("admin", Set.of("case-admin-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Letters letters;

    @Autowired
    SendingLetters sending;

    @Autowired
    UnsentLetters unsent;

    @Autowired
    ErasingLetters erasing;

    @Autowired
    Mailbox mailbox;

    @Autowired
    CaseLetters caseLetters;

    @Autowired
    Deadlines deadlines;

    private final SoftAssertions held = new SoftAssertions();

    @BeforeEach
    void people() {
        var staff = new SomeStaff(jdbc);
        for (int n = 1; n <= 6; n++) staff.add("NW%02d".formatted(n), "NW", null);
    }

    @Test
    void stepsOfALetter() throws Exception {
        deadlines.workingDaysFrom(deadlines.today(), 1); // bank holidays are read once
        write("NW01");
        step("write", 5, () -> write("NW02"));
        step("write again", 1, () -> write("NW02"));
        long id = letters.to("NW01").getFirst().id();
        step("send two", 16, () -> sending.send(BATCH, () -> {}));
        step("send again", 4, () -> sending.send(BATCH, () -> {}));
        step("read", 2, () -> letters.of(id, HR));
        step("download", 2, () -> letters.pdf(id, HR));
        step("list of somebody", 1, () -> letters.to("NW01"));
        step("mailbox", 1, () -> mailbox.of(HR, 10));
        given.everybody().withoutEmail().save();
        write("NW03");
        long onPaper = letters.to("NW03").getFirst().id();
        step("on paper", 7, () -> sending.send(BATCH, () -> {}));
        step("escalate", 2, () -> unsent.escalate(BATCH, 7));
        step("what its task is about", 1, () -> unsent.subject(onPaper));
        step("mend the address", 3, () -> letters.mendAddress(onPaper, "me@example.org", HR));
        step("send it again", 3, () -> unsent.sendAgain(onPaper, SomeAnswers.of(1, "hr-nw")));
        given.theLetter(onPaper).state("FAILED").save();
        step("hand it over", 3, () -> unsent.handedOver(onPaper, deadlines.today(), SomeAnswers.of(2, "hr-nw")));
        given.allLetters().writtenMonthsBefore(13).save();
        step("erase three", 5, () -> erasing.eraseWhatIsDue());
        held.assertAll();
    }

    @Test
    void stepsOfALetterAboutACase() throws Exception {
        new SomeCases(jdbc).held(6, "NW", "PSC_LIVERPOOL", "UPW_ORDERS", "CRC", false);
        List<Long> cases = jdbc.sql("SELECT id FROM probation_case ORDER BY id")
                .query(Long.class)
                .list();
        writeAbout(cases.getFirst());
        step("write about a case", 5, () -> writeAbout(cases.get(1)));
        step("write about it again", 1, () -> writeAbout(cases.get(1)));
        List<Long> ids = jdbc.sql("SELECT id FROM case_letter ORDER BY id")
                .query(Long.class)
                .list();
        step("read", 3, () -> caseLetters.of(ids.getFirst(), ADMIN));
        step("download", 3, () -> caseLetters.pdf(ids.getFirst(), ADMIN));
        step("letters of a case", 1, () -> caseLetters.ofCase(cases.getFirst()));
        step("how many wait", 1, () -> caseLetters.waiting(ADMIN));
        step("post one", 5, () -> caseLetters.posted(List.of(ids.getFirst()), ADMIN));
        step("withdraw", 3, () -> caseLetters.withdraw("warning-" + cases.get(1)));
        for (long one : cases.subList(2, 6)) writeAbout(one);
        step("list four to post", 2, () -> caseLetters.toPost(ADMIN, 10));
        held.assertAll();
    }

    private long write(String staffNumber) {
        return letters.write(SomeLetters.request(Template.OUTCOME, BATCH, "outcome-" + staffNumber, staffNumber));
    }

    private long writeAbout(long caseId) {
        return caseLetters.write(SomeCaseLetters.request("warning-" + caseId, CaseTemplate.WARNING, caseId));
    }

    private void step(String name, int atMost, Statements.Action action) throws Exception {
        Statements sent = Statements.during(action);
        held.assertThat(sent.count()).as("%s: %s", name, sent).isLessThanOrEqualTo(atMost);
    }
}
