package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;

/**
 * What a person's adjustments mean for where they can work.
 *
 * @param requiredSites codes of sites they may be placed at whatever the journey, because an adjustment makes it
 *     possible
 * @param excludedSites codes of sites they must not be placed at
 * @param text what the adjustments are
 */
public record Adjustments(Set<String> requiredSites, Set<String> excludedSites, String text) {
    public static final Adjustments NONE = new Adjustments(Set.of(), Set.of(), "");

    public Adjustments {
        requiredSites = requiredSites == null ? Set.of() : Set.copyOf(requiredSites);
        excludedSites = excludedSites == null ? Set.of() : Set.copyOf(excludedSites);
        text = text == null ? "" : text;
    }
}
