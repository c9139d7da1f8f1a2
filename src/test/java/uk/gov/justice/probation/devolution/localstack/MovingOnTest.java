package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.transaction.PlatformTransactionManager;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.OutboxQuery;
import uk.gov.justice.probation.devolution.camunda.SubjectsOfOpenTasks;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.work.SubjectsQuery;

class MovingOnTest {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-12-03T17:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final long HANDOVER = 10;
    private static final long CONSULTATION = 20;
    private static final long STAFF = 30;
    private static final TaskModels MODELS = new TaskModels();
    private static final String ME = "hr-nw";

    @TempDir
    Path data;

    private final AuditTrail audit = mock();
    private final OutboxQuery outbox = mock();
    private final SubjectsOfOpenTasks subjects = mock();
    private final SubjectsQuery words = mock();
    private final List<Instant> mornings = new ArrayList<>();
    private final Map<TaskSubject, String> calledSo = new HashMap<>();
    private TrialClock clock;
    private FakeEngine engine;
    private MovingOn movingOn;

    @BeforeEach
    void aMonday() {
        LocalStackSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("devolution.local.data", data.toString())))
                .bindOrCreate("devolution.local", LocalStackSettings.class);
        clock = new TrialClock(new TrialOffset(settings), () -> MONDAY);
        engine = new FakeEngine(clock);
        about(HANDOVER, "handover/5", "H-NW-5 Terminations, North West");
        about(CONSULTATION, "consultation/1", "Spring, North West");
        about(STAFF, "staff/PSCL002", "Ann Example (PSCL002)");
        when(words.words(any())).thenAnswer(asked -> {
            Map<TaskSubject, String> known = new HashMap<>(calledSo);
            known.keySet().retainAll(Set.copyOf(asked.getArgument(0)));
            return known;
        });
        movingOn = new MovingOn(
                clock,
                engine,
                new Quiet(engine, outbox),
                new TimersInWords(subjects, words, MODELS),
                everyMorning(),
                audit,
                mock(PlatformTransactionManager.class),
                new MovingOn.Patience(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    @Test
    void theNextDateSaysInTheModelsWordsWhatHappensThen() {
        engine.awaits(THURSDAY, "location-preferencing", "Catch_Closing", CONSULTATION)
                .awaits(THURSDAY.plusSeconds(20), "rank-locations", "Timer_FirstReminder", STAFF)
                .awaits(THURSDAY.plusSeconds(20), "rank-locations", "Timer_FirstReminder", STAFF)
                .awaits(THURSDAY.plusSeconds(60), "service-handover", "Catch_PlannedDate", HANDOVER);

        NextDate next = movingOn.next("").orElseThrow();

        assertThat(next.at()).isEqualTo(THURSDAY);
        assertThat(next.what())
                .anySatisfy(
                        line -> assertThat(line).contains("Closing date (Location preferencing): Spring, North West"))
                .anySatisfy(line -> assertThat(line).contains("First reminder", "Rank locations", ": 2"))
                .noneMatch(line -> line.contains("Ann Example"))
                .hasSize(2);
    }

    @Test
    void ofOneHandoverItIsItsOwnAndSaysHowManyOthersComeBefore() {
        engine.awaits(THURSDAY, "location-preferencing", "Catch_Closing", CONSULTATION)
                .awaits(THURSDAY.plus(Duration.ofDays(9)), "service-handover", "Catch_PlannedDate", HANDOVER);

        NextDate next = movingOn.next("handover/5").orElseThrow();

        assertThat(next.at()).isEqualTo(THURSDAY.plus(Duration.ofDays(9)));
        assertThat(next.onTheWay()).isEqualTo(1);
        assertThat(movingOn.waiting())
                .containsExactly(
                        Map.entry("handover/5", "H-NW-5 Terminations, North West"),
                        Map.entry("consultation/1", "Spring, North West"));
    }

    @Test
    void itGoesADayAtATimeAndDoesTheMorningsWorkOfEach() {
        engine.awaits(Instant.parse("2026-12-01T12:00:00Z"), "service-handover", "Timer_Reminder", HANDOVER)
                .awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER)
                .awaits(THURSDAY.plusSeconds(3600), "service-handover", "Timer_ReadinessDate", HANDOVER);

        assertThat(movingOn.begin(ME, "handover/5", Instant.parse("2026-12-01T12:00:00Z")))
                .isTrue();
        assertThat(ended().reached()).isTrue();
        assertThat(movingOn.begin(ME, "", THURSDAY)).isTrue();
        assertThat(ended().reached()).isTrue();

        assertThat(clock.instant()).isBetween(THURSDAY, THURSDAY.plusSeconds(10));
        assertThat(engine.timers).hasSize(1);
        assertThat(mornings).hasSize(3);
        assertThat(engine.moments.stream()
                        .filter(each -> each.isAfter(MONDAY))
                        .map(each -> each.atZone(UK).toLocalDate())
                        .distinct())
                .hasSize(3);
        verify(audit, times(2)).record(eq(ME), eq("TRIAL_DATE_MOVED"), eq("trial/date"), any(), any());
    }

    @Test
    void aDoubleClickMovesOnce() {
        engine.awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER)
                .awaits(THURSDAY.plus(Duration.ofDays(1)), "service-handover", "Catch_Hypercare", HANDOVER);

        assertThat(movingOn.begin(ME, "", THURSDAY)).isTrue();
        assertThat(movingOn.begin(ME, "", THURSDAY)).isFalse();
        ended();
        assertThat(movingOn.begin("rpd-nw", "", THURSDAY)).isFalse();

        assertThat(clock.instant()).isBefore(THURSDAY.plusSeconds(10));
        verify(audit, times(1)).record(any(), any(), any(), any(), any());
    }

    @Test
    void whatIsShownMustStillBeWhatComesNext() {
        engine.awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER);
        engine.awaits(THURSDAY.minusSeconds(3600), "location-preferencing", "Catch_Closing", CONSULTATION);

        assertThatThrownBy(() -> movingOn.begin(ME, "", THURSDAY))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Another date comes next by now");
        engine.timers.clear();
        assertThatThrownBy(() -> movingOn.begin(ME, "", THURSDAY)).hasMessageContaining("Nothing waits for a date");

        assertThat(clock.isAhead()).isFalse();
    }

    @Test
    void nothingMovesWhileSomethingIsNotDone() {
        engine.awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER);
        when(outbox.undelivered()).thenReturn(3);
        engine.steps = 1;

        assertThatThrownBy(() -> movingOn.begin(ME, "", THURSDAY))
                .hasMessageContaining("3 messages are on their way.")
                .hasMessageContaining("An automated step is running");

        assertThat(clock.isAhead()).isFalse();
    }

    @Test
    void aMoveStopsWhereSomethingIsNotDoneAndGoesOnFromThere() {
        Instant friday = THURSDAY.plus(Duration.ofDays(1));
        engine.awaits(friday, "service-handover", "Catch_PlannedDate", HANDOVER);
        when(outbox.undelivered()).thenReturn(0, 1, 1);

        movingOn.begin(ME, "", friday);

        assertThat(ended().reached()).isFalse();
        assertThat(ended().waitsFor()).containsExactly("A message is on its way.");
        assertThat(clock.instant()).isBefore(THURSDAY);
        when(outbox.undelivered()).thenReturn(0);
        assertThat(movingOn.begin(ME, "", friday)).isTrue();
        assertThat(ended().reached()).isTrue();
    }

    @Test
    void anEngineThatGoesAwayOnTheWayIsSaid() {
        engine.awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER);
        when(outbox.undelivered()).thenAnswer(asked -> {
            engine.away = "Connection refused";
            return 0;
        });

        assertThatThrownBy(() -> movingOn.begin(ME, "", THURSDAY))
                .hasMessageContaining("Camunda does not answer: Connection refused.");
        assertThatThrownBy(() -> movingOn.next("")).hasMessage("Connection refused");
        assertThat(clock.isAhead()).isFalse();
    }

    @Test
    void aMoveOfWhichTheAuditCannotTellHasEndedAllTheSame() {
        engine.awaits(THURSDAY, "service-handover", "Catch_PlannedDate", HANDOVER)
                .awaits(THURSDAY.plus(Duration.ofDays(1)), "service-handover", "Catch_Hypercare", HANDOVER);
        doThrow(new IllegalStateException("The database is away"))
                .doNothing()
                .when(audit)
                .record(any(), any(), any(), any(), any());

        movingOn.begin(ME, "", THURSDAY);

        assertThat(ended().reached()).isTrue();
        assertThat(movingOn.begin(ME, "", THURSDAY.plus(Duration.ofDays(1)))).isTrue();
        assertThat(ended().reached()).isTrue();
    }

    private Move ended() {
        return movingOn.awaitEnd(LONG_ENOUGH).filter(Move::ended).orElseThrow();
    }

    private void about(long instance, String about, String called) {
        TaskSubject subject = new TaskSubject("", "", about, null);
        when(subjects.of(eq(instance), anyLong())).thenReturn(Optional.of(subject));
        calledSo.put(subject, called);
    }

    private DailyJobs everyMorning() {
        var job = new CronTask(() -> mornings.add(clock.instant()), new CronTrigger("0 0 5 * * *", UK));
        var beans = new StaticListableBeanFactory();
        var scheduled = new ScheduledTaskRegistrar().scheduleCronTask(job);
        beans.addBean("holder", (ScheduledTaskHolder) () -> Set.of(scheduled));
        return new DailyJobs(beans.getBeanProvider(ScheduledTaskHolder.class));
    }
}
