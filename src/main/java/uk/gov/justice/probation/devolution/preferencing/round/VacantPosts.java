package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is vacant for a role at a site, and what HR makes of it.
 *
 * @param posts the longest hours first; empty if HR has planned none, so that the places are offered as they are
 * @param version of what is planned; null if nothing is
 */
public record VacantPosts(
        String siteCode,
        String siteName,
        String role,
        String roleName,
        int places,
        int ftePercent,
        int fullTimeHours,
        List<Post> posts,
        Integer version) {

    public boolean arePlanned() {
        return !posts.isEmpty();
    }

    private WeeklyHours thereIs() {
        return WeeklyHours.share(ftePercent, fullTimeHours);
    }

    /** The full-time equivalents. */
    public String thereIsInWords() {
        return thereIs().inFullTimeEquivalents(fullTimeHours);
    }

    /** Whether what is vacant became less than the posts that were planned before. */
    public boolean areTooMany() {
        return PlannedPosts.total(posts).compareTo(thereIs()) > 0;
    }

    /** Whether there is something that no post is made of. */
    public boolean areLess() {
        return arePlanned() && PlannedPosts.total(posts).compareTo(thereIs()) < 0;
    }

    /** The full-time equivalents of which no post is made. */
    public String leftOverInWords() {
        if (!arePlanned()) return "";
        return areLess()
                ? thereIs().minus(PlannedPosts.total(posts)).inFullTimeEquivalents(fullTimeHours)
                : areTooMany() ? "More than there is" : "Nothing";
    }

    /** What is offered. */
    public String postsInWords() {
        return arePlanned()
                ? posts.stream().map(Post::inWords).collect(Collectors.joining(", "))
                : "%s, any hours".formatted(places == 1 ? "1 place" : places + " places");
    }
}
