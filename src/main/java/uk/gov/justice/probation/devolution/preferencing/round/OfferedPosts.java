package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/** What is offered of the vacancies: the posts that HR planned, and otherwise the places as they are. */
@Component
class OfferedPosts {

    /** A vacancy, or the part of it that has these hours. */
    record Offered(Vacancy vacancy, WeeklyHours hours, int places) {}

    private final Vacancies vacancies;
    private final PlannedPostsRepository planned;
    private final PreferencingSettings settings;

    OfferedPosts(Vacancies vacancies, PlannedPostsRepository planned, PreferencingSettings settings) {
        this.vacancies = vacancies;
        this.planned = planned;
        this.settings = settings;
    }

    /**
     * Empty if nothing is vacant.
     *
     * @throws CannotSucceedException if more posts are planned than there is now
     */
    List<Offered> of(Facts consultation) {
        List<PlannedPosts> all = planned.of(consultation.id());
        List<String> tooMany = new ArrayList<>();
        List<Offered> offered = vacancies.of(consultation.regionCode()).stream()
                .flatMap(vacancy -> {
                    Optional<PlannedPosts> posts = all.stream()
                            .filter(one -> one.areFor(vacancy.siteCode(), vacancy.role()))
                            .findFirst();
                    if (posts.isEmpty()) return Stream.of(new Offered(vacancy, WeeklyHours.NOT_SAID, vacancy.places()));
                    if (!posts.get().fit(vacancy, settings.fullTimeHours()))
                        tooMany.add("%s – %s".formatted(vacancy.siteName(), vacancy.roleName()));
                    posts.get().isVacant(vacancy, settings.fullTimeHours());
                    return posts.get().posts().stream().map(post -> new Offered(vacancy, post.hours(), post.places()));
                })
                .toList();
        if (!tooMany.isEmpty())
            throw new CannotSucceedException(
                    "Less is vacant now than the posts that HR has planned: %s. Change these posts on the consultation's page 'Posts and hours', then retry this step"
                            .formatted(String.join("; ", tooMany)));
        return offered;
    }
}
