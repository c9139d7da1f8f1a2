package uk.gov.justice.probation.devolution.security.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Task groups as Spring Security's authorities: {@code GROUP_hr-nw}. */
final class Groups {
    /** A program's group and no task group: it opens the numbers for Prometheus and nothing else. */
    static final String METRICS_READER = "metrics-reader";

    private static final String PREFIX = "GROUP_";

    private Groups() {}

    static Set<GrantedAuthority> authorities(Collection<String> groups) {
        return groups.stream()
                .map(group -> new SimpleGrantedAuthority(PREFIX + group))
                .collect(Collectors.toSet());
    }

    static Set<String> of(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }

    /**
     * The groups in a token's claims, task groups or not. An issuer may write them as a list or as one string separated
     * by spaces, and as paths ({@code /hr-nw}).
     */
    static List<String> inClaims(Map<String, Object> claims, String path) {
        Object claim = claims;
        for (String step : path.split("\\.")) {
            claim = claim instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return strings(claim).stream()
                .map(group -> group.startsWith("/") ? group.substring(1) : group)
                .toList();
    }

    private static List<String> strings(Object claim) {
        return switch (claim) {
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            case String words -> Arrays.asList(words.split("\\s+"));
            case null, default -> List.of();
        };
    }
}
