package uk.gov.justice.probation.devolution.preferencing.round;

import java.time.Instant;

/**
 * One consultation's round of preferencing.
 *
 * @param closesAt when people without a date of their own have to have answered
 * @param closedAt null while it is open to somebody
 * @param seed of the lottery, drawn when the options were published; to be shown once the places are given out, not before
 * @param seedSha256 the SHA-256 of the seed's eight bytes, highest first, in hexadecimal: shown from the first day, so that anybody can check the seed afterwards
 * @param panelVersion counts the panel's changes
 * @param confirmedAt when the panel confirmed last; null before
 */
public record Round(long consultationId, Instant publishedAt, Instant closesAt, Instant closedAt, long seed, String seedSha256, int panelVersion, Instant confirmedAt) {}
