package uk.gov.justice.probation.devolution.preferencing.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.round.OfferedPosts.Offered;

/**
 * Opens a consultation's round: the vacancies of its region, or the posts that HR has made of them, become its options,
 * and the lottery's secret and everybody's number are drawn before anybody has answered. A site whose lease has ended
 * is never offered.
 */
@Service
public class PublishingOptions {

    /** What was published: options, their places in total, and when preferences close. */
    public record Published(int options, int places, Instant closesAt) {}

    private final Consultations consultations;
    private final Options options;
    private final OfferedPosts posts;
    private final OptionBatch batch;
    private final RoundRepository rounds;
    private final OpeningRounds opening;
    private final DrawNumbers numbers;
    private final AuditTrail audit;

    PublishingOptions(
            Consultations consultations,
            Options options,
            OfferedPosts posts,
            OptionBatch batch,
            RoundRepository rounds,
            OpeningRounds opening,
            DrawNumbers numbers,
            AuditTrail audit) {
        this.consultations = consultations;
        this.options = options;
        this.posts = posts;
        this.batch = batch;
        this.rounds = rounds;
        this.opening = opening;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * Publishes the options. Called again, it returns what was published.
     *
     * @throws CannotSucceedException if the individual stage is not open, the region has no vacancy to offer, or fewer
     *     than HR has planned posts of
     */
    @Transactional
    public Published publish(long consultationId) {
        consultations.lock(consultationId);
        return rounds.findById(consultationId)
                .map(this::published)
                .orElseGet(() -> open(consultations.mustBeIndividual(consultationId)));
    }

    private Published open(Consultations.Facts consultation) {
        List<Offered> offered = posts.of(consultation);
        if (offered.isEmpty()) {
            throw new CannotSucceedException(
                    ("%s has no vacancy to offer, so nobody can be asked for preferences in '%s'. Import its vacancies (file vacancies; sites whose lease has "
                                    + "ended do not count), then retry this step")
                            .formatted(consultation.regionName(), consultation.title()));
        }
        Round round = rounds.save(opening.open(consultation));
        batch.publish(consultation.id(), offered);
        numbers.draw(consultation.id());
        consultations.preferencesCloseAt(consultation.id(), round.closesAt());
        consultations.moveTo(consultation.id(), ConsultationState.PREFERENCES);
        Published published = published(round);
        audit.record(
                "system",
                "OPTIONS_PUBLISHED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of(
                        "options",
                        published.options(),
                        "places",
                        published.places(),
                        "closesAt",
                        round.closesAt().toString(),
                        "secretSha256",
                        round.commitment()));
        return published;
    }

    private Published published(Round round) {
        List<Option> offered = options.all(round.consultationId());
        return new Published(
                offered.size(), offered.stream().mapToInt(Option::places).sum(), round.closesAt());
    }
}
