package uk.gov.justice.probation.devolution.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail.Entry;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Reads the audit, for the PSC Service Owner and, for their own region, its data lead, its Head of Operations and its
 * Regional Probation Director.
 */
@Service
public class ReadingAudit {
    private static final List<Role> READERS = List.of(Role.DATA_LEAD, Role.HEAD_OF_OPERATIONS, Role.RPD);

    private final AuditTrail audit;
    private final List<AuditGuard> guards;

    ReadingAudit(AuditTrail audit, List<AuditGuard> guards) {
        this.audit = audit;
        this.guards = guards;
    }

    public static boolean mayRead(Colleague colleague, String regionCode) {
        return colleague.isServiceOwner()
                || regionCode != null && READERS.stream().anyMatch(role -> colleague.holds(role, regionCode));
    }

    /** Whether the colleague reads the audit of some region. */
    public static boolean isFor(Colleague colleague) {
        return colleague.isServiceOwner() || READERS.stream().anyMatch(colleague::is);
    }

    /** The codes of the regions whose audit the colleague reads by one of their roles. */
    static Set<String> regions(Colleague colleague) {
        return READERS.stream()
                .flatMap(role -> colleague.heldFor(role).stream())
                .map(region -> region.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws NotAllowedException if the colleague may read none of it */
    @Transactional(readOnly = true)
    public List<Entry> about(String subject, Colleague by) {
        List<Entry> entries = audit.about(subject);
        List<Entry> readable = entries.stream()
                .filter(entry -> mayRead(by, entry.regionCode()))
                .toList();
        boolean nothingOfTheirs =
                readable.isEmpty() && (!entries.isEmpty() || READERS.stream().noneMatch(by::holdsSomewhere));
        if (nothingOfTheirs) {
            throw new NotAllowedException(
                    "Only the PSC Service Owner, and the data lead, the Head of Operations and the Regional Probation Director of the region, can read the audit of %s. You are signed in as %s."
                            .formatted(subject, by.userName()));
        }
        guards.forEach(guard -> guard.mustSee(subject, by));
        return readable;
    }
}
