package uk.gov.justice.probation.devolution.preferencing.drawing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.preferencing.round.Sha256;

/**
 * One person's part of a draw: what they asked for and what they may be given, and nothing about why. All ids and
 * numbers are digits, so its canonical JSON needs no escapes.
 *
 * @param number by which the person takes part in the lottery
 * @param salt hexadecimal, so that nobody can find the row by guessing
 * @param ranked the ids of the places they asked for, best first
 * @param near the ids of the places that the rules allow them without their consent to a long journey, in order
 * @param consented the ids of the places that only their consent allows, in order
 */
public record PublishedRow(String number, String salt, List<String> ranked, List<String> near, List<String> consented) {

    private static final byte[] LEAF = {0};

    static PublishedRow of(Applicant applicant, String salt) {
        return new PublishedRow(
                applicant.number(),
                salt,
                applicant.ranked(),
                options(applicant, Verdict::near),
                options(applicant, verdict -> verdict.allowed() && !verdict.near()));
    }

    /** What is hashed: keys in the order of the alphabet, everything as text, no white space. */
    String canonical() {
        return "{\"consented\":%s,\"near\":%s,\"number\":\"%s\",\"ranked\":%s,\"salt\":\"%s\"}"
                .formatted(array(consented), array(near), number, array(ranked), salt);
    }

    byte[] leaf() {
        return Sha256.of(LEAF, canonical().getBytes(StandardCharsets.UTF_8));
    }

    private static String array(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> options(Applicant applicant, Predicate<Verdict> which) {
        return applicant.verdicts().entrySet().stream()
                .filter(verdict -> which.test(verdict.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
