package uk.gov.justice.probation.devolution.caseload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Sets and lifts the limit on who may see a case. Only the data lead of its region can do so. It is recorded in the
 * case's audit, and everything known of the case elsewhere is masked at once.
 */
@Component
public class LimitingAccess {
    /** How many cases or persons are handled at a time. */
    private static final int AT_ONCE = 200;

    private static final String NOWHERE = "";

    private final CaseRepository cases;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    LimitingAccess(CaseRepository cases, AuditTrail audit, ApplicationEventPublisher events) {
        this.cases = cases;
        this.audit = audit;
        this.events = events;
    }

    /**
     * An SQL condition, used with {@link #leading}: whether the importing colleague is the region's data lead. The PSC
     * Service Owner leads no region. The application itself leads all, so that it can load its sample.
     *
     * @param region the column with the region's code
     */
    public static String isLed(String region) {
        return "(:application OR LOWER(%s) IN (:led))".formatted(region);
    }

    public static Map<String, Object> leading(Colleague importer) {
        boolean application = importer.userName().equals(Colleague.system().userName()) && importer.isServiceOwner();
        Set<String> led = importer.heldFor(Role.DATA_LEAD);
        return Map.of("application", application, "led", led.isEmpty() ? Set.of(NOWHERE) : led);
    }

    /** Records that the limit of these cases has been set or lifted in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(Collection<Long> caseIds, Colleague by) {
        inParts(
                caseIds,
                some -> cases.readLimits(some)
                        .forEach(one -> audit.record(
                                by.userName(),
                                one.limited() ? "ACCESS_LIMITED" : "ACCESS_LIMIT_LIFTED",
                                ProbationCase.subject(one.caseId()),
                                one.regionCode(),
                                Map.of("crn", one.crn()))));
    }

    /** Masks what is known of these persons, to whom access has been limited in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mask(Collection<String> crns) {
        inParts(crns, some -> events.publishEvent(new AccessLimited(cases.ofPersons(some))));
    }

    private static <T> void inParts(Collection<T> all, Consumer<List<T>> each) {
        List<T> listed = new ArrayList<>(all);
        for (int from = 0; from < listed.size(); from += AT_ONCE)
            each.accept(listed.subList(from, Math.min(listed.size(), from + AT_ONCE)));
    }
}
