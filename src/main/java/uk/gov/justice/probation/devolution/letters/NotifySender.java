package uk.gov.justice.probation.devolution.letters;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.StringUtils;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends by email through GOV.UK Notify. The person gets a link to the PDF, which opens for anybody who can read mail at
 * their address.
 */
class NotifySender implements Sender {
    private static final String EMAIL = "email";

    private final NotifySettings settings;
    private final Duration patience;
    private final NotificationClient notify;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param patience how long to wait for an answer, because the client itself would wait for ever
     * @throws IllegalStateException if a template is not set
     */
    NotifySender(NotifySettings settings, Duration patience) {
        for (Template template : Template.values()) settings.idOf(template.fileName());
        for (EmailTemplate template : EmailTemplate.values()) settings.idOf(template.fileName());
        this.settings = settings;
        this.patience = patience;
        this.notify = new NotificationClient(settings.apiKey(), settings.baseUrl());
    }

    @Override
    public Optional<String> find(String reference) {
        return ask(() -> notify.getNotifications(null, EMAIL, reference, null).getNotifications().stream()
                .map(Notification::getId)
                .map(Object::toString)
                .findFirst());
    }

    @Override
    public String send(Dispatch dispatch) {
        return ask(() -> {
            Map<String, Object> personalisation = new HashMap<>();
            personalisation.put("name", dispatch.personName());
            personalisation.put(
                    "link_to_file",
                    NotificationClient.prepareUpload(
                            dispatch.pdf(), dispatch.template().fileName() + ".pdf"));
            return notify.sendEmail(
                            settings.idOf(dispatch.template().fileName()),
                            dispatch.to(),
                            personalisation,
                            dispatch.reference(),
                            replyTo())
                    .getNotificationId()
                    .toString();
        });
    }

    @Override
    public String send(Email email) {
        return ask(() -> notify.sendEmail(
                        settings.idOf(email.template().fileName()),
                        email.to(),
                        email.words(),
                        email.reference(),
                        replyTo())
                .getNotificationId()
                .toString());
    }

    @Override
    public Delivery delivery(String id) {
        return switch (ask(() -> notify.getNotificationById(id).getStatus())) {
            case "delivered" -> Delivery.DELIVERED;
            case "permanent-failure", "temporary-failure", "technical-failure" -> Delivery.FAILED;
            default -> Delivery.NOT_KNOWN;
        };
    }

    @Override
    public boolean reachPeople() {
        return true;
    }

    /** Null for the service's own. */
    private String replyTo() {
        return StringUtils.hasText(settings.replyTo()) ? settings.replyTo() : null;
    }

    private <T> T ask(Callable<T> call) {
        Future<T> answer = calls.submit(call);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new IllegalStateException(
                    "GOV.UK Notify did not answer within %d seconds".formatted(patience.toSeconds()));
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while GOV.UK Notify was asked");
        } catch (ExecutionException failed) {
            throw told(failed.getCause());
        }
    }

    /** Notify's own messages name fields of the request, never their contents. */
    private static RuntimeException told(Throwable cause) {
        if (!(cause instanceof NotificationClientException refused))
            return new IllegalStateException("GOV.UK Notify could not be asked", cause);
        int status = refused.getHttpResult();
        if (status == 0) return new IllegalStateException("GOV.UK Notify cannot be reached", refused);
        if (status == 429 || status >= 500)
            return new IllegalStateException(
                    "GOV.UK Notify is not accepting letters at the moment (status %d)".formatted(status));
        String message = String.valueOf(refused.getMessage());
        if (message.contains("email_address"))
            return new UndeliverableException(
                    "The email address is not one that mail can be sent to. Put it right, or hand the letter over.");
        if (message.contains("recipient")) {
            return new UndeliverableException(
                    "The key we have at GOV.UK Notify may not send to this address, only to addresses of the team. Hand the letter over, or ask for a live key.");
        }
        return new CannotSucceedException(
                "GOV.UK Notify refused the letters: %s. Check devolution.notify.api-key and the templates in devolution.notify.templates, then retry here"
                        .formatted(message));
    }
}
