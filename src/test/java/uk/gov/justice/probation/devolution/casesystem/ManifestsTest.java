package uk.gov.justice.probation.devolution.casesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.casesystem.CaseSystemOfATest.Received;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.Queues;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Batches;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class ManifestsTest {
    private static final Colleague DATA_LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));
    private static final String SECRET = "a secret of more than thirty-two characters";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @Autowired
    Queues queues;

    @Autowired
    TransferringCases transferring;

    @Autowired
    EndingHandovers ending;

    @Autowired
    HandoverOverview overview;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    Manifests manifests;

    @Autowired
    CaseEventBatch events;

    @Autowired
    Notifications notifications;

    private final SettableClock clock = new SettableClock();
    private CaseSystemOfATest caseSystem;
    private SomeCases cases;
    private long handover;

    @BeforeEach
    void aHandoverOfTwentyCases() throws Exception {
        caseSystem = new CaseSystemOfATest();
        cases = new SomeCases(jdbc);
        cases.held(20, "NW", "PSC_LIVERPOOL", "TERMINATIONS", "CRC", false);
        handover = handover("H-NW-5", "PSC_LIVERPOOL", "REGION_NW");
    }

    @AfterEach
    void stop() {
        caseSystem.close();
    }

    @Test
    void whatMovedAndWhatStayedIsListedOnceBothHaveSignedAndTheFileHasTheDigestThatIsKept() throws Exception {
        given.theCase("X000003").version(2).save();
        move(handover);
        assertThat(manifests.of(report(handover), DATA_LEAD)).isEmpty();

        ending.completeTransfer(handover);
        ending.completeTransfer(handover);

        Manifest manifest =
                manifests.of(report(handover), DATA_LEAD).orElseThrow().manifest();
        assertThat(manifest.moved()).isEqualTo(19);
        assertThat(manifest.leftBehind()).isEqualTo(1);
        assertThat(manifest.returned()).isZero();
        byte[] file = manifests.file(report(handover), DATA_LEAD).orElseThrow();
        assertThat(sha256(file)).isEqualTo(manifest.sha256());
        assertThat(lines(file))
                .hasSize(21)
                .contains("X000003,1,TERMINATIONS,PSC_LIVERPOOL,,LEFT,")
                .anyMatch(line -> line.startsWith("X000001,1,TERMINATIONS,PSC_LIVERPOOL,REGION_NW,MOVED,2026-"));
        assertThat(audited("MANIFEST_MADE")).isEqualTo(1);
        assertThat(audited("MANIFEST_VIEWED")).isEqualTo(1);
    }

    @Test
    void ofAPersonWhoseAccessIsLimitedTheFileSaysTheCrnAndTheResultAlone() throws Exception {
        given.theCase("X000001").limitedAccess().save();
        move(handover);
        ending.completeTransfer(handover);
        byte[] before = manifests.file(report(handover), DATA_LEAD).orElseThrow();
        assertThat(lines(before)).contains("X000001,,,,,MOVED,");
        assertThat(sha256(before))
                .isEqualTo(manifests
                        .of(report(handover), DATA_LEAD)
                        .orElseThrow()
                        .manifest()
                        .sha256());

        given.theCase("X000002").limitedAccess().save();

        assertThat(lines(manifests.file(report(handover), DATA_LEAD).orElseThrow()))
                .contains("X000001,,,,,MOVED,", "X000002,,,,,MOVED,");
        assertThat(manifests.of(report(handover), DATA_LEAD).orElseThrow().limitedSince())
                .isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMaySeeTheCasesReadIt() {
        move(handover);
        ending.completeTransfer(handover);
        for (String other : List.of("data-lead-gm", "hr-nw", "psc-manager-wakefield")) {
            Colleague colleague = new Colleague(other, Set.of(other));
            assertThatThrownBy(() -> manifests.of(report(handover), colleague)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> manifests.file(report(handover), colleague))
                    .isInstanceOf(NotAllowedException.class);
        }
    }

    @Test
    void ofAHandoverThatIsCalledOffEverythingIsListedAndTheCaseSystemHearsNothing() throws Exception {
        queues.freeze(handover);
        given.theCase("X000003").version(2).save();
        move(handover);
        transferring.bringBack(handover);

        ending.calledOff(handover);
        ending.calledOff(handover);
        send();

        Manifest manifest =
                manifests.of(report(handover), DATA_LEAD).orElseThrow().manifest();
        assertThat(manifest.returned()).isEqualTo(19);
        assertThat(manifest.leftBehind()).isEqualTo(1);
        assertThat(lines(manifests.file(report(handover), DATA_LEAD).orElseThrow()))
                .contains("X000001,1,TERMINATIONS,PSC_LIVERPOOL,,RETURNED,");
        assertThat(caseSystem.taken()).isEmpty();
    }

    @Test
    void theCaseSystemHearsOfEachCaseThatMovedOnceInASignedEvent() throws Exception {
        move(handover);
        ending.completeTransfer(handover);

        send();
        send();

        assertThat(caseSystem.taken()).hasSize(20);
        Received received = caseSystem.taken().stream()
                .filter(each -> each.event().get("subject").asText().equals("X000007"))
                .findFirst()
                .orElseThrow();
        assertThat(received.type()).isEqualTo("application/cloudevents+json");
        assertThat(received.event().get("specversion").asText()).isEqualTo("1.0");
        assertThat(received.event().get("type").asText()).isEqualTo(CaseSystem.TYPE);
        assertThat(received.event().get("source").asText()).isEqualTo("/handovers/" + handover);
        assertThat(received.event().get("data").get("fromUnit").asText()).isEqualTo("PSC_LIVERPOOL");
        assertThat(received.event().get("data").get("toUnit").asText()).isEqualTo("REGION_NW");
        assertThat(received.event().get("data").get("service").asText()).isEqualTo("TERMINATIONS");
        assertThat(Long.parseLong(received.time())).isEqualTo(clock.instant().getEpochSecond());
        assertThat(received.signature())
                .isEqualTo(CaseSystem.signature(SECRET, received.time(), received.body()))
                .isNotEqualTo(CaseSystem.signature(SECRET, "1", received.body()))
                .hasSize(64);
        Manifests.Reported reported = manifests.of(report(handover), DATA_LEAD).orElseThrow();
        assertThat(reported.delivered()).isEqualTo(20);
        assertThat(reported.waiting()).isZero();
    }

    @Test
    void whatDoesNotArriveIsTriedAgainInOrderAndStopsNobodyElse() throws Exception {
        move(handover);
        ending.completeTransfer(handover);
        long next = handover("H-NW-6", "REGION_NW", "REGION_GM");
        move(next);
        ending.completeTransfer(next);
        caseSystem.refuses("X000004");

        send();
        send();

        assertThat(caseSystem.taken()).hasSize(2 * 19);
        assertThat(caseSystem.idsTakenOf("X000004")).isEmpty();
        Manifests.Reported reported = manifests.of(report(handover), DATA_LEAD).orElseThrow();
        assertThat(reported.waiting()).isEqualTo(1);
        assertThat(reported.failing()).isEqualTo(1);
        assertThat(reported.failure()).contains("503");
        assertThat(attempts("X000004")).as("not again before the pause ends").isEqualTo(1);

        clock.passes(Duration.ofMinutes(2));
        send();
        assertThat(attempts("X000004")).isEqualTo(2);
        caseSystem.refuses();
        clock.passes(Duration.ofMinutes(3));
        send();

        assertThat(caseSystem.idsTakenOf("X000004")).as("the first one first").isEqualTo(inOrder("X000004"));
        for (int n = 1; n <= 20; n++)
            assertThat(caseSystem.idsTakenOf("X%06d".formatted(n))).isEqualTo(inOrder("X%06d".formatted(n)));
    }

    @Test
    void whereNobodyListensThePageSaysThatItCannotBeReached() throws Exception {
        move(handover);
        ending.completeTransfer(handover);
        caseSystem.close();

        send();

        assertThat(manifests.of(report(handover), DATA_LEAD).orElseThrow().failure())
                .isEqualTo("The case system cannot be reached.");
    }

    @Test
    void afterManyFailuresTheServiceOwnerIsToldOnce() throws Exception {
        move(handover);
        ending.completeTransfer(handover);
        caseSystem.refuses(
                IntStream.rangeClosed(1, 20).mapToObj("X%06d"::formatted).toArray(String[]::new));

        for (int n = 0; n < 10; n++) {
            send();
            clock.passes(Duration.ofHours(7));
        }

        assertThat(notifications.to(List.of("psc-service-owner"), 100))
                .filteredOn(message -> message.subject().contains("case system"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body()).contains("503", "H-NW-5").doesNotContain("X0000"));
    }

    @Test
    void whatWasHandedOutWhenItsSenderWasKilledIsSentAgainUnderTheSameId() throws Exception {
        move(handover);
        ending.completeTransfer(handover);
        assertThat(events.take(5, clock.instant(), Duration.ofMinutes(5))).hasSize(5);

        send();
        assertThat(caseSystem.taken()).hasSize(15);
        clock.passes(Duration.ofMinutes(6));
        send();

        assertThat(caseSystem.taken())
                .extracting(received -> received.event().get("id").asText())
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void addressesAreSafeAndKeysAreLong() {
        assertThatThrownBy(() -> settings(URI.create("http://case-system.example/events"), SECRET)
                        .mustBeSafe())
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings(URI.create("no-address"), SECRET).mustBeSafe())
                .isInstanceOf(RuntimeException.class);
        CaseSystemSettings weak = settings(URI.create("https://case-system.example/events"), "short");
        assertThatThrownBy(weak::mustBeSafe)
                .hasMessageContaining("at least 32 characters")
                .hasMessageNotContaining("short");
        assertThat(settings(URI.create("https://case-system.example/events"), SECRET))
                .satisfies(CaseSystemSettings::mustBeSafe)
                .asString()
                .doesNotContain(SECRET);
    }

    private void send() throws InterruptedException {
        CaseSystemSettings settings = settings(caseSystem.address(), SECRET);
        new SendingCaseEvents(
                        settings,
                        events,
                        new CaseSystem(settings, new ObjectMapper(), clock),
                        handovers,
                        notifications,
                        clock)
                .sendWhatIsDue();
    }

    private static CaseSystemSettings settings(URI url, String secret) {
        return new CaseSystemSettings(
                url, secret, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(6), 8);
    }

    private long handover(String planRow, String from, String to) {
        long id = cases.handover(
                planRow, "HANDOVER", "NW", "TERMINATIONS", "", from, to, LocalDate.of(2022, 1, 31), "BRIEFING");
        assertThat(inventory.take(id).inScope()).isEqualTo(20);
        return id;
    }

    private void move(long id) {
        Batches planned = transferring.plan(id);
        planned.numbers().forEach(batch -> transferring.transfer(id, planned.round(), batch));
        transferring.reconcile(id);
    }

    private HandoverReport report(long id) {
        return overview.find(id).orElseThrow();
    }

    private static List<String> lines(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private int audited(String action) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private int attempts(String crn) {
        return jdbc.sql("SELECT MAX(attempts) FROM case_system_event WHERE crn = ?")
                .param(crn)
                .query(Integer.class)
                .single();
    }

    private List<String> inOrder(String crn) {
        return jdbc
                .sql("SELECT manifest_case_id FROM case_system_event WHERE crn = ? ORDER BY manifest_case_id")
                .param(crn)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> "case-service-" + id)
                .toList();
    }

    /** Stands still unless it is told that time passes; a little after what the application writes. */
    private static final class SettableClock extends Clock {
        private Instant now = ExampleDay.MORNING.plus(Duration.ofHours(1));

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ManifestsOnMariaDbTest extends ManifestsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ManifestsOnMySqlTest extends ManifestsTest {}
