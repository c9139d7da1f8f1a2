package uk.gov.justice.probation.devolution.confidential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class ConfidentialRecordsTest {
    private static final String ABOUT = "consultation/12";
    private static final Colleague PERSON = new Colleague("NW0002", Set.of());
    private static final Colleague MANAGER = new Colleague("NW0001", Set.of());
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final List<Colleague> OTHERS = List.of(
            new Colleague("NW0003", Set.of()),
            new Colleague("hr-gm", Set.of("hr-gm")),
            new Colleague("rpd-nw", Set.of("rpd-nw")),
            new Colleague("psc-service-owner", Set.of(Colleague.SERVICE_OWNER)),
            new Colleague("tu-napo", Set.of("tu-napo")));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfidentialRecords records;

    @Autowired
    ErasingRecords erasing;

    @Autowired
    AuditTrail audit;

    @BeforeEach
    void aPersonAndTheirLineManager() {
        var staff = new SomeStaff(jdbc);
        staff.add("NW0001", "NW", null);
        staff.add("NW0002", "NW", "NW0001");
        staff.add("NW0003", "NW", "NW0001");
    }

    @Test
    void thePersonTheirLineManagerAndHrReadWhatIsKept() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        records.keep("NW0002", Kind.ONE_TO_ONE_NOTE, ABOUT, "Prefers mornings – not Fridays.", MANAGER);
        records.keep("NW0003", Kind.CIRCUMSTANCES, ABOUT, "Somebody else's.", HR);

        for (Colleague reader : List.of(PERSON, MANAGER, HR)) {
            assertThat(records.read("NW0002", reader))
                    .extracting(Entry::text)
                    .containsExactly("Prefers mornings – not Fridays.", "I care for my father.");
        }
        assertThat(records.read("NW0002", ABOUT, Set.of(Kind.CIRCUMSTANCES), HR))
                .singleElement()
                .satisfies(entry -> assertThat(entry.keptBy()).isEqualTo("NW0002"));
        assertThat(records.read("NW0002", "consultation/13", Set.of(Kind.CIRCUMSTANCES), HR))
                .isEmpty();
    }

    @Test
    void aNewLineManagerReadsNothingOfWhatWasSaidToTheOneBefore() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        records.keep("NW0002", Kind.ONE_TO_ONE_NOTE, ABOUT, "Prefers mornings.", MANAGER);
        given.theColleague("NW0002").manager("NW0003").save();
        Colleague next = new Colleague("NW0003", Set.of());

        assertThat(records.read("NW0002", next)).isEmpty();
        assertThat(records.readFor("NW0002", ABOUT, Kind.CIRCUMSTANCES, next, "a look"))
                .isEmpty();
        assertThatThrownBy(() -> records.read("NW0002", MANAGER)).isInstanceOf(NotAllowedException.class);
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I study on Fridays.", PERSON);

        assertThat(records.read("NW0002", next)).extracting(Entry::text).containsExactly("I study on Fridays.");
        for (Colleague reader : List.of(PERSON, HR))
            assertThat(records.read("NW0002", reader)).hasSize(3);
        given.theColleague("NW0002").manager("NW0001").save();
        assertThat(records.read("NW0002", MANAGER))
                .extracting(Entry::text)
                .containsExactly("Prefers mornings.", "I care for my father.");
    }

    @Test
    void nobodyElseReadsOrAddsAnything() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        for (Colleague other : OTHERS) {
            assertThat(records.mayRead("NW0002", other)).as(other.userName()).isFalse();
            assertThatThrownBy(() -> records.read("NW0002", other))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining(other.userName());
            assertThatThrownBy(() -> records.readFor("NW0002", ABOUT, Kind.CIRCUMSTANCES, other, "a look"))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> records.keep("NW0002", Kind.ONE_TO_ONE_NOTE, ABOUT, "Not mine to say.", other))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(audit.about("staff/NW0002"))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("CONFIDENTIAL_KEPT");
    }

    @Test
    void thoseWhoDecideReadWhatTheyDecideOnAndNothingMore() {
        records.keep("NW0002", Kind.APPEAL_GROUNDS, "appeal/3", "The journey takes two hours.", PERSON);
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        Colleague panel = new Colleague("p", Set.of("appeal-panel-nw"));

        assertThat(records.readFor("NW0002", "appeal/3", Kind.APPEAL_GROUNDS, panel, "appeal panel decides"))
                .isEqualTo("The journey takes two hours.");
        assertThat(records.readFor("NW0002", "appeal/4", Kind.APPEAL_GROUNDS, panel, "appeal panel decides"))
                .isEmpty();
        assertThatThrownBy(() -> records.readFor("NW0002", ABOUT, Kind.CIRCUMSTANCES, panel, "a look"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> records.readFor(
                        "NW0002",
                        "appeal/3",
                        Kind.APPEAL_GROUNDS,
                        new Colleague("p", Set.of("appeal-panel-gm")),
                        "a look"))
                .isInstanceOf(NotAllowedException.class);
        for (Colleague criticised : List.of(MANAGER, HR)) {
            assertThatThrownBy(() -> records.readFor("NW0002", "appeal/3", Kind.APPEAL_GROUNDS, criticised, "a look"))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> records.keep("NW0002", Kind.APPEAL_REASONS, "appeal/3", "Mine.", criticised))
                    .isInstanceOf(NotAllowedException.class);
            assertThat(records.read("NW0002", criticised))
                    .extracting(Entry::kind)
                    .containsExactly(Kind.CIRCUMSTANCES);
        }
        assertThat(records.read("NW0002", PERSON)).hasSize(2);
        records.keep("NW0002", Kind.APPEAL_REASONS, "appeal/3", "Upheld.", panel);
        assertThat(records.readForStep("NW0002", "appeal/3", Kind.APPEAL_REASONS, "appeal letter"))
                .isEqualTo("Upheld.");
    }

    @Test
    void everyLookIsAuditedWithoutAWordOfWhatWasSeen() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        records.read("NW0002", MANAGER);
        records.readFor("NW0002", ABOUT, Kind.CIRCUMSTANCES, HR, "dates are extended");
        records.read("NW0002", ABOUT, Set.of(Kind.ADJUSTMENTS), HR);

        List<AuditTrail.Entry> looks = audit.about("staff/NW0002").stream()
                .filter(entry -> entry.action().equals("CONFIDENTIAL_VIEWED"))
                .toList();
        assertThat(looks).extracting(AuditTrail.Entry::actor).containsExactly("NW0001", "hr-nw", "hr-nw");
        assertThat(looks.getFirst().facts()).contains("\"CIRCUMSTANCES\":1");
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(facts) FROM audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("father");
        assertThat(jdbc.sql("SELECT content FROM confidential_record")
                        .query(byte[].class)
                        .list())
                .allSatisfy(
                        content -> assertThat(new String(content, ISO_8859_1)).doesNotContain("father"));
    }

    @Test
    void theLastAdjustmentsHoldAndAreGivenOutTogether() {
        records.keepAdjustments("NW0002", ABOUT, new Adjustments(Set.of(), Set.of("BOLTON"), "Stairs."), MANAGER);
        records.keepAdjustments(
                "NW0002", ABOUT, new Adjustments(Set.of("SEFTON"), Set.of("WIGAN"), "A desk by the door."), MANAGER);
        records.keepAdjustments(
                "NW0003", "consultation/11", new Adjustments(Set.of("SEFTON"), Set.of(), "An earlier one."), HR);

        Map<String, Adjustments> adjustments = records.adjustments(List.of("NW0001", "NW0002", "NW0003"), ABOUT);

        assertThat(adjustments)
                .containsOnly(
                        Map.entry("NW0002", new Adjustments(Set.of("SEFTON"), Set.of("WIGAN"), "A desk by the door.")));
        assertThat(audit.about(ABOUT))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.facts()).contains("\"people\":1").doesNotContain("NW0002", "SEFTON"));
        assertThat(records.adjustments(List.of(), ABOUT)).isEmpty();
    }

    @Test
    void aRecordThatWasMovedToAnotherPersonDoesNotOpen() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "I care for my father.", PERSON);
        given.allConfidentialRecordsAreOf("NW0003");
        assertThatThrownBy(() -> records.read("NW0003", HR))
                .isInstanceOf(CannotBeOpenedException.class)
                .hasMessageNotContaining("father");
    }

    @Test
    void whatIsDueIsErasedAndTheErasingAudited() {
        records.keep("NW0002", Kind.CIRCUMSTANCES, ABOUT, "Due.", PERSON);
        records.keep("NW0002", Kind.APPEAL_GROUNDS, "appeal/3", "Not closed yet.", PERSON);
        records.keep("NW0003", Kind.CIRCUMSTANCES, "consultation/13", "Due later.", HR);
        records.eraseAfter(ABOUT, LocalDate.of(2026, 1, 1));
        records.eraseAfter("consultation/13", LocalDate.of(2999, 1, 1));

        erasing.eraseWhatIsDue();
        erasing.eraseWhatIsDue();

        assertThat(jdbc.sql("SELECT about FROM confidential_record ORDER BY about")
                        .query(String.class)
                        .list())
                .containsExactly("appeal/3", "consultation/13");
        assertThat(jdbc.sql("SELECT CONCAT(subject, facts) FROM audit_entry WHERE action = 'CONFIDENTIAL_ERASED'")
                        .query(String.class)
                        .list())
                .containsExactly("staff/NW0002{\"records\":1}");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ConfidentialRecordsOnMariaDbTest extends ConfidentialRecordsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ConfidentialRecordsOnMySqlTest extends ConfidentialRecordsTest {}
