package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final String PAGE = "/tasklist/2251799813685300";

    private Instant now = Instant.parse("2026-12-03T09:00:00Z");
    private final Tickets tickets = new Tickets(() -> now);

    @Test
    void aTicketIs256BitsThatNoOtherHas() {
        Set<String> all = new HashSet<>();
        for (int n = 0; n < 1_000; n++) all.add(tickets.issue("session", "hr-nw", PAGE));
        assertThat(all)
                .hasSize(1_000)
                .allSatisfy(ticket ->
                        assertThat(Base64.getUrlDecoder().decode(ticket)).hasSize(32));
    }

    @Test
    void itAdmitsOnceEvenIfItIsBroughtTwiceAtOnce() {
        for (int n = 0; n < 50; n++) {
            String ticket = tickets.issue("session", "hr-nw", PAGE);
            AtomicInteger admitted = new AtomicInteger();
            try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int browser = 0; browser < 8; browser++)
                    browsers.submit(() ->
                            tickets.redeem(ticket, "session", "hr-nw").ifPresent(page -> admitted.incrementAndGet()));
            }
            assertThat(admitted).hasValue(1);
        }
    }

    @Test
    void itAdmitsForThirtySeconds() {
        String inTime = tickets.issue("session", "hr-nw", PAGE);
        String late = tickets.issue("session", "hr-nw", PAGE);
        now = now.plusMillis(29_999);
        assertThat(tickets.redeem(inTime, "session", "hr-nw")).contains(PAGE);
        now = now.plusMillis(1);
        assertThat(tickets.redeem(late, "session", "hr-nw")).isEmpty();
    }

    @Test
    void itAdmitsNobodyButTheSessionAndTheUserThatAskedForIt() {
        String brought = tickets.issue("session", "hr-nw", PAGE);
        assertThat(tickets.redeem(brought, "another", "hr-nw")).isEmpty();
        assertThat(tickets.redeem(brought, "session", "hr-nw"))
                .as("it is used up")
                .isEmpty();
        assertThat(tickets.redeem(tickets.issue("session", "hr-nw", PAGE), "session", "rpd-nw"))
                .isEmpty();
        assertThat(tickets.redeem("", "", "")).isEmpty();
        assertThat(tickets.redeem("made-up", "session", "hr-nw")).isEmpty();
    }
}
