package uk.gov.justice.probation.devolution.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Everybody who has signed in through the issuer, with the task groups they last came with. A name belongs to the
 * account that first used it, and an account to its name. Because audit, grants and staff numbers use the name, it must
 * not change hands (ADR 0080).
 */
@Component
@Profile("!local")
public class SignIns implements Colleagues {
    /** For how long nothing is written again about somebody whose groups have not changed. */
    private static final Duration SEEN = Duration.ofMinutes(10);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ACCOUNT = 255;

    private record Seen(String account, Set<String> groups, Instant at) {}

    private final TaskGroups taskGroups;
    private final ObjectProvider<StaffNumbers> staffNumbers;
    private final SecuritySettings settings;
    private final ApplicationEventPublisher events;
    private final AccountRepository accounts;
    private final Clock clock;
    private final Map<String, Seen> recent = new ConcurrentHashMap<>();

    SignIns(
            TaskGroups taskGroups,
            ObjectProvider<StaffNumbers> staffNumbers,
            SecuritySettings settings,
            ApplicationEventPublisher events,
            AccountRepository accounts,
            Clock clock) {
        this.taskGroups = taskGroups;
        this.staffNumbers = staffNumbers;
        this.settings = settings;
        this.events = events;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Records that somebody came from the issuer, with a sign-in to the pages or a bearer token.
     *
     * @param account the claim that never changes hands
     * @param groups what the issuer says, task groups or not
     * @throws SignInRefusedException if the name is not valid, or belongs to another account
     */
    public Colleague signedIn(String account, String userName, Collection<String> groups) {
        if (isNoName(account, LONGEST_ACCOUNT)
                || isNoName(userName, LONGEST_NAME)
                || userName.equals(Colleague.system().userName())) {
            throw refused(
                    userName,
                    "The issuer did not say who you are: the claims %s and %s are needed."
                            .formatted(settings.identityClaim(), settings.userNameClaim()));
        }
        Seen now = new Seen(account, taskGroups.known(groups), clock.instant());
        Seen last = recent.get(userName);
        if (last == null
                || !last.account().equals(account)
                || !last.groups().equals(now.groups())
                || Duration.between(last.at(), now.at()).compareTo(SEEN) > 0) {
            remember(userName, now);
            recent.put(userName, now);
        }
        return new Colleague(userName, now.groups());
    }

    @Override
    public Optional<Colleague> named(String userName) {
        Optional<Seen> seen = seen(userName)
                .filter(last -> !last.at().plus(settings.groupsHoldFor()).isBefore(clock.instant()));
        if (seen.isPresent()) return seen.map(last -> new Colleague(userName, taskGroups.known(last.groups())));
        return isStaff(userName) ? Optional.of(new Colleague(userName, Set.of())) : Optional.empty();
    }

    @Override
    public boolean knows(String userName) {
        return isStaff(userName) || seen(userName).isPresent();
    }

    private void remember(String userName, Seen now) {
        // looked up again, because the same sign-in may have been stored at the same moment
        if (isSeenAgain(userName, now) || isNew(userName, now) || isSeenAgain(userName, now)) return;
        throw refused(
                userName,
                "The name %s belongs to another account, or your account to another name. Ask the PSC Service Owner to have it put right."
                        .formatted(userName));
    }

    private boolean isNew(String userName, Seen now) {
        if (accounts.existsByUserNameOrAccount(userName, now.account())) return false;
        try {
            accounts.save(new Account(userName, now.account(), now.groups(), now.at()));
            return true;
        } catch (DataIntegrityViolationException taken) {
            return false;
        }
    }

    private boolean isSeenAgain(String userName, Seen now) {
        Optional<Account> known = accounts.findById(userName).filter(account -> account.isCalled(now.account()));
        known.ifPresent(account -> {
            account.seen(now.groups(), now.at());
            accounts.save(account);
        });
        return known.isPresent();
    }

    private Optional<Seen> seen(String userName) {
        return accounts.findById(userName)
                .map(account -> new Seen(account.account(), account.groups(), account.seenAt()));
    }

    private boolean isStaff(String userName) {
        return staffNumbers.stream().anyMatch(staff -> staff.includes(userName));
    }

    private SignInRefusedException refused(String userName, String why) {
        events.publishEvent(new SignInRefused(userName, why));
        return new SignInRefusedException(why);
    }

    private static boolean isNoName(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }
}
