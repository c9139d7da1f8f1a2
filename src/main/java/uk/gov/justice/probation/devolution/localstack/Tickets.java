package uk.gov.justice.probation.devolution.localstack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tickets from the console to Tasklist and Operate. Each admits the session that asked for it, once and soon, to one
 * page. Only digests are kept, and these in memory: the local profile has one application.
 */
final class Tickets {
    private static final int BYTES = 32;
    private static final Duration VALID = Duration.ofSeconds(30);

    private record Kept(String session, String user, String page, Instant until) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> byDigest = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    String issue(String session, String user, String page) {
        Instant now = clock.instant();
        byDigest.values().removeIf(kept -> !now.isBefore(kept.until()));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byDigest.put(digest(ticket), new Kept(session, user, page, now.plus(VALID)));
        return ticket;
    }

    /** The page to which the ticket admits; empty if it does not. Either way it is used up. */
    Optional<String> redeem(String ticket, String session, String user) {
        Kept kept = byDigest.remove(digest(ticket));
        return kept != null
                        && clock.instant().isBefore(kept.until())
                        && kept.session().equals(session)
                        && kept.user().equals(user)
                ? Optional.of(kept.page())
                : Optional.empty();
    }

    private static String digest(String ticket) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
