package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.notification.MessageSent;
import uk.gov.justice.probation.devolution.security.TaskGroups;
import uk.gov.justice.probation.devolution.work.Family;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.TasksOpened;
import uk.gov.justice.probation.devolution.work.TasksOpened.Opened;

/**
 * Whoever is offered a task, or is sent a message, is told by email, if they want to be told at once. What is to be
 * sent is kept in the transaction in which the task or the message is.
 */
@Component
class TellingOfWhatOpens {
    /** What opened earlier is no news: the tasks are read for the first time, or after a long while. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String NO_ADDRESS =
            "The staff file has no email address for this person, and they have entered none.";

    private static final String SOMEWHERE = "PSC Devolution";

    private final ChoosingChannels channels;
    private final NoticeBatch notices;
    private final ReportingUndelivered undelivered;
    private final TaskModels models;
    private final TaskGroups groups;
    private final Clock clock;

    TellingOfWhatOpens(
            ChoosingChannels channels,
            NoticeBatch notices,
            ReportingUndelivered undelivered,
            TaskModels models,
            TaskGroups groups,
            Clock clock) {
        this.channels = channels;
        this.notices = notices;
        this.undelivered = undelivered;
        this.models = models;
        this.groups = groups;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(TasksOpened opened) {
        Instant now = clock.instant();
        List<Opened> news = opened.tasks().stream()
                .filter(task -> task.createdAt().isAfter(now.minus(NEWS)))
                .toList();
        Set<Holder> recipients =
                news.stream().flatMap(task -> task.offeredTo().stream()).collect(Collectors.toSet());
        Map<Holder, Told> told = channels.of(recipients);
        notices.add(
                news.stream()
                        .flatMap(task -> task.offeredTo().stream()
                                .filter(recipient -> told.get(recipient).reachedBy(Channel.AT_ONCE))
                                .map(recipient -> NewNotice.of(
                                        task,
                                        area(task),
                                        recipient,
                                        told.get(recipient).email())))
                        .toList(),
                now);
        told.forEach(this::onPaper);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void sent(MessageSent message) {
        Holder recipient = groups.all().contains(message.to()) ? Holder.group(message.to()) : Holder.user(message.to());
        Told told = channels.of(recipient);
        if (told.reachedBy(Channel.AT_ONCE))
            notices.add(List.of(NewNotice.ofMessage(message.key(), recipient, told.email())), clock.instant());
        onPaper(recipient, told);
    }

    /** Whoever wants to be told and has no address gets it on paper. */
    private void onPaper(Holder recipient, Told told) {
        if (told.lacksAnAddress()) undelivered.report(recipient, null, NO_ADDRESS);
    }

    private String area(Opened task) {
        return models.familyOf(task.processId())
                .flatMap(Family::of)
                .map(Family::title)
                .orElse(SOMEWHERE);
    }
}
