package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.work.WaitingQuery;
import uk.gov.justice.probation.devolution.work.WaitingQuery.Waits;

/**
 * The email of each day for those who want one: how many tasks wait, and when the first is due. All of a day are made
 * in one transaction with the row that says so: whoever is stopped on the way has made none, and of two replicas one
 * makes them.
 */
@Service
public class MakingDigests {
    private final ChoosingChannels channels;
    private final WaitingQuery waiting;
    private final NoticeBatch notices;
    private final TellingSettings settings;
    private final Clock clock;

    MakingDigests(
            ChoosingChannels channels,
            WaitingQuery waiting,
            NoticeBatch notices,
            TellingSettings settings,
            Clock clock) {
        this.channels = channels;
        this.waiting = waiting;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes those of today, once their time has come, however late, and forgets what was sent long ago.
     *
     * @return how many were made
     */
    @Transactional
    public int make() {
        LocalDate today = LocalDate.now(clock);
        if (LocalTime.now(clock).isBefore(settings.digestAt()) || !notices.beginDay(today, clock.instant())) return 0;
        notices.forget(today.minus(settings.keep()).atStartOfDay());
        Map<Holder, Waits> waits = waiting.of(channels.daily());
        Map<Holder, Told> told = channels.of(waits.keySet());
        List<NewNotice> digests = waits.entrySet().stream()
                .filter(each -> told.get(each.getKey()).reachedBy(Channel.DAILY))
                .map(each -> NewNotice.ofDay(
                        today,
                        each.getValue(),
                        each.getKey(),
                        told.get(each.getKey()).email()))
                .toList();
        notices.add(digests, clock.instant());
        return digests.size();
    }
}
