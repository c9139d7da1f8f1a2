package uk.gov.justice.probation.devolution.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.handover.SomeReports.planned;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Moved;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Stay;
import uk.gov.justice.probation.devolution.handover.SomeReports;
import uk.gov.justice.probation.devolution.programme.Timeline.Left;
import uk.gov.justice.probation.devolution.programme.Timeline.TimeInState;

class TimelineTest {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(20));

    @Test
    void casesLeaveOnTheDayTheyAreDueAndAsTheyCome() {
        Timeline timeline = of(
                List.of(
                        planned(1, TODAY.minusDays(5)).counted(100, BEFORE),
                        planned(2, TODAY.plusDays(5)).counted(50, BEFORE)),
                List.of(
                        new Moved(1, 30, NOW.minus(Duration.ofDays(3))),
                        new Moved(1, 40, NOW.minus(Duration.ofDays(3)).plusSeconds(60))),
                List.of());

        assertThat(timeline.burnDown())
                .containsExactly(
                        new Left(TODAY.minusDays(6), 150, 150L),
                        new Left(TODAY.minusDays(5), 50, 150L),
                        new Left(TODAY.minusDays(3), 50, 80L),
                        new Left(TODAY, 50, 80L),
                        new Left(TODAY.plusDays(5), 0, null));
    }

    @Test
    void siteMovesAndWhatWasCalledOffLeaveCasesWhereTheyAre() {
        Timeline timeline = of(
                List.of(
                        planned(1, TODAY).counted(100, BEFORE).in(HandoverState.CALLED_OFF),
                        planned(2, TODAY).counted(50, BEFORE).siteMove()),
                List.of(new Moved(1, 100, BEFORE), new Moved(2, 50, BEFORE)),
                List.of());

        assertThat(timeline.burnDown()).last().isEqualTo(new Left(TODAY, 0, 100L));
    }

    @Test
    void whatNobodyHasCountedIsSaidAndNotDrawn() {
        Timeline timeline = of(List.of(planned(1, TODAY)), List.of(), List.of());

        assertThat(timeline.burnDown()).isEmpty();
        assertThat(timeline.uncounted()).isEqualTo(1);
    }

    @Test
    void timeInAStateLastsUntilTheNextOrUntilNow() {
        Timeline timeline = of(
                List.of(planned(1, TODAY), planned(2, TODAY)),
                List.of(),
                List.of(
                        new Stay(1, HandoverState.PLANNED, NOW.minus(Duration.ofDays(10))),
                        new Stay(1, HandoverState.GATES, NOW.minus(Duration.ofDays(8))),
                        new Stay(2, HandoverState.PLANNED, NOW.minus(Duration.ofDays(10))),
                        new Stay(2, HandoverState.GATES, NOW.minus(Duration.ofDays(6))),
                        new Stay(2, HandoverState.CLOSED, NOW.minus(Duration.ofDays(4)))));

        assertThat(timeline.timeInStates())
                .containsExactly(
                        new TimeInState(HandoverState.PLANNED, 0, 2, Duration.ofDays(3), null),
                        new TimeInState(HandoverState.GATES, 1, 2, Duration.ofDays(5), Duration.ofDays(8)));
    }

    @Test
    void overdueIsWhatShouldHaveMovedBeforeTodayAndHasNot() {
        Timeline timeline = of(
                List.of(
                        planned(1, TODAY),
                        planned(2, TODAY.minusDays(1)),
                        planned(3, TODAY.minusDays(9)),
                        planned(4, TODAY.minusDays(9)).in(HandoverState.CANCELLED),
                        planned(5, TODAY.minusDays(9))
                                .in(HandoverState.HYPERCARE)
                                .transferred(BEFORE)),
                List.of(),
                List.of());

        assertThat(timeline.overdue()).singleElement().satisfies(overdue -> {
            assertThat(overdue.region().name()).isEqualTo("North West");
            assertThat(overdue.rows()).isEqualTo(5);
            assertThat(overdue.overdue()).isEqualTo(2);
            assertThat(overdue.worst().handover().id()).isEqualTo(3);
            assertThat(overdue.days()).isEqualTo(9);
        });
    }

    @Test
    void aFilterLeavesOutWhatBelongsToOthers() {
        Timeline timeline = of(
                List.of(planned(1, TODAY).counted(100, BEFORE)),
                List.of(new Moved(1, 100, BEFORE)),
                List.of(new Stay(1, HandoverState.GATES, BEFORE)));

        assertThat(timeline.of("NW", "ALLOCATION")).isEqualTo(timeline);
        Timeline elsewhere = timeline.of("GM", null);
        assertThat(elsewhere.rows()).isEmpty();
        assertThat(elsewhere.moved()).isEmpty();
        assertThat(elsewhere.stays()).isEmpty();
        assertThat(elsewhere.overdue()).isEmpty();
    }

    private static Timeline of(List<SomeReports> handovers, List<Moved> moved, List<Stay> stays) {
        List<Timeline.Row> rows = handovers.stream()
                .map(one -> new Timeline.Row(one.report(), null, List.of(), null, ENGLAND))
                .toList();
        return new Timeline(TODAY, NOW, ENGLAND, rows, moved, stays);
    }
}
