package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;

/**
 * What a person's adjustments mean for where they can work.
 *
 * @param requiredSites codes of sites where they may be placed whatever the journey, because an adjustment makes it
 *     possible
 * @param excludedSites codes of sites where they must not be placed
 * @param text a description of the adjustments
 */
public record Adjustments(Set<String> requiredSites, Set<String> excludedSites, String text) {
    public static final Adjustments NONE = new Adjustments(Set.of(), Set.of(), "");

    public Adjustments {
        requiredSites = requiredSites == null ? Set.of() : Set.copyOf(requiredSites);
        excludedSites = excludedSites == null ? Set.of() : Set.copyOf(excludedSites);
        text = text == null ? "" : text;
    }
}
