package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/** What is vacant in a consultation's region, and the whole posts that HR makes of it. */
@Service
public class Posts {
    private final PlannedPostsRepository planned;
    private final Vacancies vacancies;
    private final Options options;
    private final PreferencingSettings settings;

    Posts(PlannedPostsRepository planned, Vacancies vacancies, Options options, PreferencingSettings settings) {
        this.planned = planned;
        this.vacancies = vacancies;
        this.options = options;
        this.settings = settings;
    }

    /** As they would be offered today, or as they were offered; ordered by site and role. */
    @Transactional(readOnly = true)
    public List<VacantPosts> of(Facts consultation) {
        List<PlannedPosts> all = planned.of(consultation.id());
        List<Option> offered = options.all(consultation.id());
        return offered.isEmpty()
                ? vacancies.of(consultation.regionCode()).stream()
                        .map(vacancy -> vacant(vacancy, of(all, vacancy.siteCode(), vacancy.role())))
                        .toList()
                : offered(offered, all);
    }

    /** Empty if nothing is vacant there. */
    @Transactional(readOnly = true)
    public Optional<VacantPosts> of(Facts consultation, String site, String role) {
        return of(consultation).stream()
                .filter(vacant ->
                        vacant.siteCode().equals(site) && vacant.role().equals(role))
                .findFirst();
    }

    /** Those of published places that leave something over. */
    @Transactional(readOnly = true)
    public List<VacantPosts> leavingSomething(Facts consultation) {
        return leavingSomething(consultation.id(), options.all(consultation.id()));
    }

    /** Those of these published places that leave something over. */
    @Transactional(readOnly = true)
    public List<VacantPosts> leavingSomething(long consultationId, List<Option> published) {
        return published.isEmpty()
                ? List.of()
                : offered(published, planned.of(consultationId)).stream()
                        .filter(VacantPosts::areLess)
                        .toList();
    }

    private VacantPosts vacant(Vacancy vacancy, Optional<PlannedPosts> posts) {
        return new VacantPosts(
                vacancy.siteCode(),
                vacancy.siteName(),
                vacancy.role(),
                vacancy.roleName(),
                vacancy.places(),
                vacancy.ftePercent(),
                settings.fullTimeHours(),
                posts.map(PlannedPosts::posts).orElse(List.of()),
                posts.map(PlannedPosts::version).orElse(null));
    }

    private List<VacantPosts> offered(List<Option> offered, List<PlannedPosts> all) {
        Map<List<String>, List<Option>> byRole = offered.stream()
                .collect(Collectors.groupingBy(
                        option -> List.of(option.siteCode(), option.roleCode()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byRole.values().stream()
                .map(options -> {
                    Option first = options.getFirst();
                    int places = options.stream().mapToInt(Option::places).sum();
                    Optional<PlannedPosts> posts = of(all, first.siteCode(), first.roleCode());
                    return new VacantPosts(
                            first.siteCode(),
                            first.siteName(),
                            first.roleCode(),
                            first.roleName(),
                            places,
                            posts.map(PlannedPosts::ftePercent).orElse(100 * places),
                            posts.map(PlannedPosts::fullTimeHours).orElse(settings.fullTimeHours()),
                            posts.map(PlannedPosts::posts).orElse(List.of()),
                            posts.map(PlannedPosts::version).orElse(null));
                })
                .toList();
    }

    private static Optional<PlannedPosts> of(List<PlannedPosts> all, String site, String role) {
        return all.stream().filter(posts -> posts.areFor(site, role)).findFirst();
    }
}
