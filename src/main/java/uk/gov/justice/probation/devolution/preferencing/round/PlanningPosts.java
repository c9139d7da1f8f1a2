package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/**
 * HR turns the full-time equivalents that are vacant into whole posts of a working pattern each, until the places are
 * published. Where it does nothing, places are offered as they are.
 */
@Service
public class PlanningPosts {
    private final Consultations consultations;
    private final Vacancies vacancies;
    private final PlannedPostsRepository planned;
    private final PreferencingSettings settings;
    private final AuditTrail audit;

    PlanningPosts(
            Consultations consultations,
            Vacancies vacancies,
            PlannedPostsRepository planned,
            PreferencingSettings settings,
            AuditTrail audit) {
        this.consultations = consultations;
        this.vacancies = vacancies;
        this.planned = planned;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * @param version of the plan that was shown; null if there was none
     * @throws NotPossibleNow if the places are published, or the consultation has ended
     * @throws Taken if somebody else changed the plan meanwhile
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if they are no posts, or more than there is
     */
    @Transactional
    public void plan(
            long consultationId, String site, String role, List<TypedPost> typed, Integer version, Colleague by) {
        Facts consultation = mayPlan(consultationId, by);
        Vacancy vacancy = vacancies.of(consultation.regionCode()).stream()
                .filter(vacant ->
                        vacant.siteCode().equals(site) && vacant.role().equals(role))
                .findFirst()
                .orElseThrow(() ->
                        new NotFound("Nothing is vacant there any more. Start again from the list of vacancies."));
        PlannedPosts posts =
                shown(consultationId, site, role, version).orElseGet(() -> new PlannedPosts(consultationId, vacancy));
        posts.plan(TypedPost.read(typed, settings.fullTimeHours()), vacancy, settings.fullTimeHours());
        planned.save(posts);
        audit.record(
                by.userName(),
                "POSTS_PLANNED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of(
                        "site",
                        site,
                        "role",
                        role,
                        "posts",
                        posts.posts().stream().map(Post::inWords).collect(Collectors.joining(", "))));
    }

    /** The places are offered as they are. Parameters and refusals are those of {@link #plan}. */
    @Transactional
    public void planNothing(long consultationId, String site, String role, Integer version, Colleague by) {
        Facts consultation = mayPlan(consultationId, by);
        shown(consultationId, site, role, version).ifPresent(posts -> {
            planned.delete(posts);
            audit.record(
                    by.userName(),
                    "POSTS_NOT_PLANNED",
                    consultation.subject(),
                    consultation.regionCode(),
                    Map.of("site", site, "role", role));
        });
    }

    private Facts mayPlan(long consultationId, Colleague by) {
        Facts consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "plan its posts");
        if (consultation.state().ended()) throw new NotPossibleNow("'%s' has ended.".formatted(consultation.title()));
        if (consultation.state().compareTo(ConsultationState.PREFERENCES) >= 0)
            throw new NotPossibleNow("The places of '%s' are published, so their posts can no longer be changed."
                    .formatted(consultation.title()));
        return consultation;
    }

    private Optional<PlannedPosts> shown(long consultationId, String site, String role, Integer version) {
        Optional<PlannedPosts> posts = planned.of(consultationId).stream()
                .filter(one -> one.areFor(site, role))
                .findFirst();
        if (!posts.map(PlannedPosts::version).equals(Optional.ofNullable(version)))
            throw new Taken("Somebody else changed these posts in the meantime. Check them and send yours again.");
        return posts;
    }
}
