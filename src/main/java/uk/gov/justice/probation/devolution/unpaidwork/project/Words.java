package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.workforce.PostcodeAreas;

/** Words that a file stored in one column, separated by spaces: skills, or what a person must be kept away from. */
record Words(Set<String> all) {
    private static final Pattern CRN = Pattern.compile("[A-Z][0-9]{6}");
    private static final Pattern DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

    static Words of(String text) {
        return new Words(
                text == null
                        ? Set.of()
                        : Arrays.stream(text.strip().split("\\s+"))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.toSet()));
    }

    /** The CRNs among them. */
    Set<String> people() {
        return all.stream().filter(word -> CRN.matcher(word).matches()).collect(Collectors.toSet());
    }

    /** The postcode areas of the postcode districts among them. */
    Set<String> areas() {
        return all.stream()
                .filter(word -> DISTRICT.matcher(word).matches())
                .map(PostcodeAreas::areaOf)
                .collect(Collectors.toSet());
    }
}
