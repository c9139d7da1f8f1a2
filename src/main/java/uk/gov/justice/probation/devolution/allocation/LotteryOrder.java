package uk.gov.justice.probation.devolution.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the lottery: by the SHA-256 of the seed, as 8 bytes with the highest first, followed by the person's
 * number in UTF-8.
 */
final class LotteryOrder {
    private LotteryOrder() {}

    static List<Applicant> of(List<Applicant> applicants, long seed) {
        MessageDigest sha256 = sha256();
        byte[] start = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        return applicants.stream()
                .map(applicant -> {
                    sha256.update(start);
                    return new Ticket(sha256.digest(applicant.number().getBytes(StandardCharsets.UTF_8)), applicant);
                })
                .sorted(Comparator.comparing(Ticket::hash, Arrays::compareUnsigned)
                        .thenComparing(ticket -> ticket.applicant().number()))
                .map(Ticket::applicant)
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private record Ticket(byte[] hash, Applicant applicant) {}
}
