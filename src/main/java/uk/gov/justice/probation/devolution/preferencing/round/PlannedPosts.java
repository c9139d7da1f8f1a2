package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.annotations.SortNatural;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/**
 * The whole posts that HR makes of the full-time equivalents that are vacant for a role at a site. They never are more
 * than there is, and what they leave over is kept with them.
 */
@Entity
@Table(name = "planned_posts")
class PlannedPosts {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long consultationId;

    @Column(updatable = false)
    private String siteCode;

    @Column(updatable = false)
    private String roleCode;

    private int ftePercent;
    private int fullTimeHours;

    /** How many posts, by their hours a week in hundredths. */
    @ElementCollection
    @CollectionTable(name = "planned_post", joinColumns = @JoinColumn(name = "planned_posts_id"))
    @MapKeyColumn(name = "weekly_hours")
    @Column(name = "places")
    @SortNatural
    private SortedMap<Integer, Integer> posts = new TreeMap<>();

    @Version
    private int version;

    protected PlannedPosts() {}

    PlannedPosts(long consultationId, Vacancy vacancy) {
        this.consultationId = consultationId;
        this.siteCode = vacancy.siteCode();
        this.roleCode = vacancy.role();
    }

    /** @throws BreaksRules if they are more than there is */
    void plan(List<Post> planned, Vacancy vacancy, int fullTimeHours) {
        WeeklyHours thereIs = WeeklyHours.share(vacancy.ftePercent(), fullTimeHours);
        WeeklyHours wanted = total(planned);
        if (wanted.compareTo(thereIs) > 0)
            throw new BreaksRules(
                    "hours-0",
                    "These posts are %s full-time equivalents, but there are %s. Enter fewer posts or fewer hours"
                            .formatted(
                                    wanted.inFullTimeEquivalents(fullTimeHours),
                                    thereIs.inFullTimeEquivalents(fullTimeHours)));
        Map<Integer, Integer> now =
                planned.stream().collect(Collectors.toMap(post -> post.hours().hundredths(), Post::places));
        posts.keySet().retainAll(now.keySet());
        posts.putAll(now);
        isVacant(vacancy, fullTimeHours);
    }

    /** What is vacant now is what they leave something of. */
    void isVacant(Vacancy vacancy, int fullTimeHours) {
        this.ftePercent = vacancy.ftePercent();
        this.fullTimeHours = fullTimeHours;
    }

    /** Whether what is vacant now is enough for them. */
    boolean fit(Vacancy vacancy, int fullTimeHours) {
        return total(posts()).compareTo(WeeklyHours.share(vacancy.ftePercent(), fullTimeHours)) <= 0;
    }

    boolean areFor(String site, String role) {
        return siteCode.equals(site) && roleCode.equals(role);
    }

    /** The longest hours first. */
    List<Post> posts() {
        return posts.entrySet().stream()
                .map(post -> new Post(new WeeklyHours(post.getKey()), post.getValue()))
                .sorted(Comparator.comparing(Post::hours).reversed())
                .toList();
    }

    int ftePercent() {
        return ftePercent;
    }

    int fullTimeHours() {
        return fullTimeHours;
    }

    int version() {
        return version;
    }

    static WeeklyHours total(List<Post> posts) {
        return posts.stream()
                .map(post -> post.hours().times(post.places()))
                .reduce(WeeklyHours.NOT_SAID, WeeklyHours::plus);
    }
}
