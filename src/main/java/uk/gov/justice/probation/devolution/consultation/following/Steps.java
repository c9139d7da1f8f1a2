package uk.gov.justice.probation.devolution.consultation.following;

import static uk.gov.justice.probation.devolution.consultation.ConsultationState.CLOSED;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.DECISION;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.INDIVIDUAL;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.LAUNCHED;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.OUTCOME;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.PANEL;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.PREFERENCES;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.RESPONSE;
import static uk.gov.justice.probation.devolution.consultation.ConsultationState.UNION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.RankingPlaces;
import uk.gov.justice.probation.devolution.consultation.RankingPlaces.Periods;
import uk.gov.justice.probation.devolution.consultation.following.Step.Standing;
import uk.gov.justice.probation.devolution.consultation.following.Step.What;
import uk.gov.justice.probation.devolution.consultation.following.StepsQuery.Known;

/**
 * The steps of a consultation with the day on which each is planned and was done. What is not fixed yet is planned from
 * the step before it and the time that is set for it.
 */
@Service
public class Steps {
    private final StepsQuery query;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final ObjectProvider<RankingPlaces> ranking;

    Steps(StepsQuery query, Deadlines deadlines, ConsultationSettings settings, ObjectProvider<RankingPlaces> ranking) {
        this.query = query;
        this.deadlines = deadlines;
        this.settings = settings;
        this.ranking = ranking;
    }

    @Transactional(readOnly = true)
    public List<Step> of(Facts consultation) {
        Known known = query.of(consultation.id());
        String region = consultation.regionName();
        Periods periods = Optional.ofNullable(ranking.getIfAvailable())
                .map(RankingPlaces::periods)
                .orElse(null);
        Course course = new Course(consultation.state());
        course.step(
                What.SCOPE,
                "HR, " + region,
                LAUNCHED,
                after(launched(consultation), settings.taskDue()),
                known.unionsAsked(),
                "");
        course.step(
                What.UNIONS,
                "The unions",
                UNION,
                known.unionsCloseOn() == null ? agreedPeriodAfter(course.last()) : known.unionsCloseOn(),
                known.unionsHeard(),
                known.unions() == 0 ? "" : "%d of %d unions have answered.".formatted(known.heard(), known.unions()));
        course.step(
                What.RESPONSE,
                "Regional Probation Director, " + region,
                RESPONSE,
                after(known.unionsCloseOn() == null ? course.last() : known.unionsCloseOn(), settings.taskDue()),
                known.responded(),
                "");
        LocalDate individual =
                consultation.isIndividual() ? deadlines.day(consultation.individualStageAt()) : course.last();
        course.step(
                What.EVENTS,
                "HR, " + region,
                INDIVIDUAL,
                after(known.eventsEndOn() == null ? individual : known.eventsEndOn(), settings.taskDue()),
                known.answersPublished(),
                known.eventOn() == null ? "" : "The first is on %s.".formatted(Deadlines.inWords(known.eventOn())));
        course.step(
                What.ONE_TO_ONES,
                "Line managers",
                INDIVIDUAL,
                known.lastOneToOneDue() == null ? after(individual, settings.oneToOneDue()) : known.lastOneToOneDue(),
                known.toMeet() == 0 && consultation.isIndividual() ? known.lastMet() : null,
                !consultation.isIndividual()
                        ? ""
                        : "%,d of %,d people were met or declined."
                                .formatted(known.people() - known.toMeet(), known.people()));
        course.step(
                What.RANKING,
                "Everybody who takes part",
                PREFERENCES,
                consultation.preferencesCloseAt() != null
                        ? deadlines.day(consultation.preferencesCloseAt())
                        : periods == null ? null : after(course.last(), periods.ranking()),
                known.rankingClosed(),
                known.published() == null
                        ? ""
                        : "%,d of %,d people have answered.".formatted(known.ranked(), known.people()));
        course.step(
                What.PANEL,
                "Preference panel, " + region,
                PANEL,
                periods == null ? null : after(course.last(), periods.panel()),
                known.confirmed(),
                "");
        course.step(
                What.DECISION,
                "Regional Probation Director, " + region,
                DECISION,
                after(course.last(), settings.taskDue()),
                known.decided(),
                "");
        course.step(
                What.APPEALS,
                "Appeal managers and panels, " + region,
                OUTCOME,
                consultation.appealsCloseAt() != null
                        ? deadlines.day(consultation.appealsCloseAt())
                        : periods == null ? null : after(course.last(), periods.appeals()),
                consultation.state() == CLOSED ? deadlines.day(consultation.closedAt()) : null,
                "");
        return course.steps;
    }

    private LocalDate launched(Facts consultation) {
        return deadlines.day(consultation.launchedAt());
    }

    private LocalDate after(LocalDate day, int workingDays) {
        return day == null ? null : deadlines.workingDaysFrom(day, workingDays);
    }

    private LocalDate agreedPeriodAfter(LocalDate day) {
        return day == null ? null : deadlines.workingDayOnOrAfter(day.plus(settings.agreedPeriod()));
    }

    /** The steps one after the other, as far as the state of the consultation says they have come. */
    private final class Course {
        private final ConsultationState state;
        private final List<Step> steps = new ArrayList<>();

        private Course(ConsultationState state) {
            this.state = state;
        }

        private void step(
                What what, String who, ConsultationState during, LocalDate planned, LocalDate done, String detail) {
            Standing standing = standing(during, planned, done);
            steps.add(new Step(what, who, planned, standing == Standing.DONE ? done : null, standing, detail));
        }

        /**
         * When the latest step so far was done or is planned; a day that has passed says nothing about what follows.
         */
        private LocalDate last() {
            Step last = steps.getLast();
            if (last.done() != null) return last.done();
            if (last.planned() == null) return null;
            return last.planned().isBefore(deadlines.today()) && last.isUnderWay() ? deadlines.today() : last.planned();
        }

        private Standing standing(ConsultationState during, LocalDate planned, LocalDate done) {
            if (state == CLOSED || !state.ended() && state.compareTo(during) > 0) return Standing.DONE;
            if (state.ended()) return Standing.NOT_TAKEN;
            if (state != during) return Standing.TO_COME;
            if (during == INDIVIDUAL && done != null) return Standing.DONE;
            return planned != null && planned.isBefore(deadlines.today()) ? Standing.LATE : Standing.UNDER_WAY;
        }
    }
}
