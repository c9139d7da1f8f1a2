package uk.gov.justice.probation.devolution.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.letters.Emails.Email;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;

class NotifySenderTest {
    private static final Dispatch LETTER = new Dispatch(
            12,
            "outcome-7-1",
            "ann@example.org",
            Template.OUTCOME,
            "Ann Example",
            "a PDF".getBytes(StandardCharsets.UTF_8));

    private static final Map<String, String> WORDS =
            Map.of("area", "Consultations", "due", "5 December 2026", "link", "l", "settings", "s");

    private FakeNotify notify;
    private NotifySender sender;

    @BeforeEach
    void start() throws IOException {
        notify = new FakeNotify();
        sender = new NotifySender(notify.settings(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        notify.close();
    }

    @Test
    void sendsALinkToThePdfUnderAReferenceByWhichItIsFoundAgain() {
        assertThat(sender.find("outcome-7-1")).isEmpty();

        assertThat(sender.send(LETTER)).isEqualTo(FakeNotify.id("outcome-7-1"));

        assertThat(sender.find("outcome-7-1")).contains(FakeNotify.id("outcome-7-1"));
        assertThat(notify.taken()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("ann@example.org");
            assertThat(email.templateId()).isEqualTo(FakeNotify.id("outcome"));
            assertThat(email.personalisation().get("name").asText()).isEqualTo("Ann Example");
            assertThat(Base64.getDecoder()
                            .decode(email.personalisation()
                                    .get("link_to_file")
                                    .get("file")
                                    .asText()))
                    .isEqualTo(LETTER.pdf());
            assertThat(email.personalisation()
                            .get("link_to_file")
                            .get("filename")
                            .asText())
                    .isEqualTo("outcome.pdf");
        });
    }

    @Test
    void anAddressThatIsNoneIsToldApart() {
        notify.refuseNext(400, "ValidationError", "email_address Not a valid email address");
        assertThatThrownBy(() -> sender.send(LETTER))
                .isInstanceOf(UndeliverableException.class)
                .hasMessageContaining("not one that mail can be sent to");
        notify.refuseNext(400, "BadRequestError", "Can't send to this recipient using a team-only API key");
        assertThatThrownBy(() -> sender.send(LETTER))
                .isInstanceOf(UndeliverableException.class)
                .hasMessageContaining("only to addresses of the team");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesIsTriedAgain(int status) {
        notify.refuseNext(status, "Error", "not now");
        assertThatThrownBy(() -> sender.send(LETTER))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("GOV.UK Notify is not accepting letters at the moment (status %d)", status);
        assertThat(sender.send(LETTER)).isNotEmpty();
    }

    @Test
    void whatIsSetUpWronglyIsSaidToAManagerAtOnce() {
        notify.refuseNext(403, "AuthError", "Invalid token: API key not found");
        assertThatThrownBy(() -> sender.send(LETTER))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("API key not found")
                .hasMessageContaining("devolution.notify.api-key");
        notify.refuseNext(400, "BadRequestError", "Template not found");
        assertThatThrownBy(() -> sender.send(LETTER))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("Template not found");
    }

    @Test
    void anEmailHoldsTheWordsOfItsGapsAndNothingElse() {
        String id = sender.send(new Email("notice-1", "team@example.org", EmailTemplate.TASK, WORDS));

        assertThat(sender.find("notice-1")).contains(id);
        assertThat(notify.taken()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("team@example.org");
            assertThat(email.templateId()).isEqualTo(FakeNotify.id("task"));
            assertThat(email.personalisation().get("area").asText()).isEqualTo("Consultations");
            assertThat(email.personalisation()).hasSameSizeAs(WORDS.keySet());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "created, NOT_KNOWN",
        "sending, NOT_KNOWN",
        "delivered, DELIVERED",
        "permanent-failure, FAILED",
        "temporary-failure, FAILED",
        "technical-failure, FAILED"
    })
    void whatBecameOfAnEmailIsAsked(String status, Emails.Delivery delivery) {
        String id = sender.send(new Email("notice-1", "team@example.org", EmailTemplate.TASK, WORDS));
        notify.became(id, status);

        assertThat(sender.delivery(id)).isEqualTo(delivery);
    }

    @Test
    void doesNotWaitForEver() {
        var impatient = new NotifySender(notify.settings(), Duration.ofMillis(300));
        notify.takeNextInSilence(3_000);

        assertThatThrownBy(() -> impatient.send(LETTER))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not answer");

        assertThat(impatient.find("outcome-7-1"))
                .as("it had arrived all the same")
                .isPresent();
    }

    @Test
    void saysWhenNobodyIsThere() {
        notify.close();
        assertThatThrownBy(() -> sender.send(LETTER))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void templatesMayBeNamedAsEnvironmentVariablesHaveTo() {
        assertThat(new NotifySettings(FakeNotify.KEY, Map.of("appealoutcome", "1"), "", "")
                        .idOf(Template.APPEAL_OUTCOME.fileName()))
                .isEqualTo("1");
        assertThat(new NotifySettings(" ", Map.of(), "", "").configured()).isFalse();
    }

    @Test
    void aKeyWithoutTemplatesIsRefusedAtStart() {
        var settings = new NotifySettings(FakeNotify.KEY, Map.of("outcome", "1"), "", "http://127.0.0.1:1");
        assertThatThrownBy(() -> new NotifySender(settings, Duration.ofSeconds(1)))
                .hasMessageContaining("devolution.notify.templates.appeal-outcome is not");
        assertThat(settings.toString()).doesNotContain(FakeNotify.KEY);
    }
}
