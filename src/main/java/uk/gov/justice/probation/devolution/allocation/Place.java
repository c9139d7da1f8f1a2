package uk.gov.justice.probation.devolution.allocation;

import java.util.Objects;

/**
 * An option and its capacity.
 *
 * @param option an opaque id: a site and a role
 * @param places how many people it can take, 0 or more
 */
public record Place(String option, int places) {
    public Place {
        Objects.requireNonNull(option, "A place needs the id of its option.");
        if (places < 0)
            throw new IllegalArgumentException(
                    "Option %s has %d places. It must have 0 or more.".formatted(option, places));
    }
}
