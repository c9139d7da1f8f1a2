package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.facts.ChangedFactBatch;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Gives locked cases another CRN or number, and lets whoever has to do with them know. */
@Component
class RenamingCases {
    private final CaseRepository cases;
    private final FormerKeyRepository formerKeys;
    private final LimitingAccess limiting;
    private final ChangedFactBatch facts;
    private final MessagesAboutCases messages;
    private final AuditTrail audit;
    private final Clock clock;

    RenamingCases(
            CaseRepository cases,
            FormerKeyRepository formerKeys,
            LimitingAccess limiting,
            ChangedFactBatch facts,
            MessagesAboutCases messages,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.formerKeys = formerKeys;
        this.limiting = limiting;
        this.facts = facts;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    void become(ProbationCase one, String crn, int eventNumber, Long mergeId) {
        formerKeys.save(new FormerKey(one.id(), one.crn(), one.eventNumber(), mergeId));
        rename(one, crn, eventNumber);
    }

    void rename(ProbationCase one, String crn, int eventNumber) {
        RegisteredCase registered = cases.lock(one.id());
        registered.become(crn, eventNumber);
        cases.save(registered);
    }

    /** What runs about the cases hears what they are called now. */
    void followed(String which) {
        followed(which, "c");
    }

    void followed(String which, String now) {
        String before = now.equals("c") ? "k" : "c";
        facts.note("""
            SELECT 'CASE_KEY', CONCAT('case/', c.id), CONCAT(%1$s.crn, ' ', %1$s.event_number), CONCAT(%2$s.crn, ' ', %2$s.event_number), :occasion, :now
            FROM case_former_key k JOIN probation_case c ON c.id = k.case_id WHERE c.ended_on IS NULL AND %3$s
            """.formatted(before, now, which));
    }

    /** @param limitedBefore CRNs of which no more than the CRN was known before */
    void reached(List<ProbationCase> moved, String crn, Set<String> limitedBefore, Colleague by) {
        List<ProbationCase> now =
                cases.readAll(moved.stream().map(ProbationCase::id).toList());
        boolean wasLimited = moved.stream().allMatch(ProbationCase::limitedAccess) && limitedBefore.contains(crn);
        if (now.stream().anyMatch(ProbationCase::limitedAccess) && !wasLimited) limiting.mask(List.of(crn));
        Map<Long, ProbationCase> before = moved.stream().collect(Collectors.toMap(ProbationCase::id, one -> one));
        now.forEach(one -> tell(before.get(one.id()), one, by));
    }

    private void tell(ProbationCase before, ProbationCase now, Colleague by) {
        audit.record(
                by.userName(),
                "CASE_KEY_CHANGED",
                now.subject(),
                now.regionCode(),
                Map.of(
                        "crn",
                        now.crn(),
                        "formerCrn",
                        before.crn(),
                        "formerEvent",
                        before.eventNumber(),
                        "event",
                        now.eventNumber()));
        messages.send(
                now,
                now.group(now.practitionerRole()),
                CaseMessage.news(
                        "case-key-%d-%s-%d-%d".formatted(now.id(), now.crn(), now.eventNumber(), clock.millis()),
                        now,
                        now.subject(),
                        "%s is now %s".formatted(before.text(), now.text()),
                        "Its history and its open work go on under the new name. The former one still finds it.",
                        "the page of CRN %s".formatted(now.crn())));
    }
}
