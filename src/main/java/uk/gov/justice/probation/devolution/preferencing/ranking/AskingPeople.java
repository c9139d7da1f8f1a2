package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.RoundDates;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;

/** Makes sure that each person is asked for their preferences by one process only. */
@Service
public class AskingPeople {

    /**
     * What a person is asked.
     *
     * @param needed whether the person must be asked: false if they have left, have answered, or are being asked by
     *     another process
     * @param firstReminderOn null if that day has passed or no reminder is needed
     */
    public record Asked(
            boolean needed, Choice choice, Instant closesAt, LocalDate firstReminderOn, LocalDate secondReminderOn) {}

    private final Offers offers;
    private final Answers answers;
    private final AskingRepository asking;
    private final Rounds rounds;
    private final RoundDates dates;
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final TaskSubjects subjects;

    AskingPeople(
            Offers offers,
            Answers answers,
            AskingRepository asking,
            Rounds rounds,
            RoundDates dates,
            Consultations consultations,
            Cohorts cohorts,
            TaskSubjects subjects) {
        this.offers = offers;
        this.answers = answers;
        this.asking = asking;
        this.rounds = rounds;
        this.dates = dates;
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.subjects = subjects;
    }

    /** The member ids of everybody who takes part. */
    @Transactional(readOnly = true)
    public List<Long> people(long consultationId) {
        consultations.mustBeIndividual(consultationId);
        return cohorts.active(consultationId).stream().map(Member::id).toList();
    }

    /** Claims the person for one process, which may call this again any number of times, with other dates. */
    @Transactional
    public Asked prepare(long memberId, long processInstanceKey) {
        Choice choice = offers.to(memberId);
        Round round = rounds.get(choice.consultation().id());
        boolean needed = choice.member().active()
                && !answers.isThereAny(memberId)
                && isClaimed(memberId, round, processInstanceKey);
        if (!needed) return new Asked(false, choice, round.closesAt(), null, null);
        rounds.giveNumber(round, cohorts.joinedAt(memberId));
        subjects.note(
                processInstanceKey,
                new TaskSubject(
                        "memberId",
                        memberId,
                        "staff/" + choice.member().staffNumber(),
                        choice.consultation().regionCode()));
        Instant closesAt = rounds.closesFor(memberId);
        return new Asked(true, choice, closesAt, dates.firstReminder(closesAt), dates.secondReminder(closesAt));
    }

    private boolean isClaimed(long memberId, Round round, long processInstanceKey) {
        asking.recordOnce(
                memberId, processInstanceKey, Utc.of(dates.closingOfWhoJoined(round, cohorts.joinedAt(memberId))));
        return asking.processThatAsks(memberId) == processInstanceKey;
    }
}
