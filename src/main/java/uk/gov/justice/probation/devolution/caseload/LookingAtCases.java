package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.KnownOfCases.Entry;
import uk.gov.justice.probation.devolution.caseload.KnownOfCases.Section;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Finds a person's cases by their CRN and shows who does which service for them. A CRN that nobody has gets the same
 * answer as one that the colleague may not see, and who manages a case is shown to those alone who manage cases
 * themselves (ADR 0096). Every look at a limited-access case is audited.
 */
@Service
public class LookingAtCases {
    private static final Role[] MANAGING = {Role.PRACTITIONER, Role.PSO, Role.SPO, Role.HEAD_OF_OPERATIONS};

    /**
     * A unit that does, or did, a service for a case.
     *
     * @param region whether it is a region, and no unit of the PSC
     * @param until null while it still does
     * @param handover the row of the plan by which it took over; null if it had the service before
     */
    public record Held(
            String service, String unit, boolean region, LocalDate since, LocalDate until, String handover) {}

    /** @param practitioner null if it is unknown, or not for the colleague to know */
    public record Event(ProbationCase probationCase, String practitioner, List<Held> services) {}

    /**
     * The events of a person that a colleague may see.
     *
     * @param managing whether the colleague may know who manages them
     */
    public record CaseFile(
            String crn, boolean limitedAccess, boolean managing, List<Event> events, List<Section> sections) {

        /** The names in tasks of the events and of what belongs to them. */
        public List<String> subjects() {
            return Stream.concat(
                            events.stream().map(event -> event.probationCase().subject()),
                            sections.stream()
                                    .flatMap(section -> section.entries().stream())
                                    .map(Entry::subject))
                    .toList();
        }
    }

    private final Cases cases;
    private final CaseAccess access;
    private final CaseHistoryQuery history;
    private final ObjectProvider<KnownOfCases> known;
    private final AuditTrail audit;

    LookingAtCases(
            Cases cases,
            CaseAccess access,
            CaseHistoryQuery history,
            ObjectProvider<KnownOfCases> known,
            AuditTrail audit) {
        this.cases = cases;
        this.access = access;
        this.history = history;
        this.known = known;
        this.audit = audit;
    }

    /**
     * A CRN as somebody types it, in capitals and without blanks.
     *
     * @throws BreaksRules if it cannot be one
     */
    public static String crn(String typed) {
        String crn = typed.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        if (!CaseKey.CRN.matcher(crn).matches())
            throw new BreaksRules("crn", "Enter a CRN: one letter and six digits, such as X000123.");
        return crn;
    }

    /**
     * Empty if nobody has the CRN, or the colleague may see none of its cases. A CRN that was merged into another finds
     * what that one has.
     *
     * @param asked as {@link #crn} returns it
     */
    @Transactional
    public Optional<CaseFile> find(String asked, Colleague by) {
        String crn = cases.present(asked);
        List<ProbationCase> events = cases.events(crn);
        Set<Long> visible = access.visible(events, by);
        List<ProbationCase> seen =
                events.stream().filter(event -> visible.contains(event.id())).toList();
        if (seen.isEmpty()) return Optional.empty();
        ProbationCase first = seen.getFirst();
        if (first.limitedAccess())
            audit.record(by.userName(), "CASE_VIEWED", first.subject(), first.regionCode(), Map.of("crn", crn));
        return Optional.of(file(crn, seen, by));
    }

    private CaseFile file(String crn, List<ProbationCase> seen, Colleague by) {
        Map<Long, List<Held>> services =
                history.of(seen.stream().map(ProbationCase::id).toList());
        boolean managing = seen.stream()
                .anyMatch(event -> by.userName().equals(event.practitioner()) || access.mayWorkOn(event, by, MANAGING));
        return new CaseFile(
                crn,
                seen.getFirst().limitedAccess(),
                managing,
                seen.stream()
                        .map(event -> new Event(
                                event,
                                managing ? event.practitioner() : null,
                                services.getOrDefault(event.id(), List.of())))
                        .toList(),
                known.orderedStream().map(one -> one.about(seen, by)).toList());
    }
}
