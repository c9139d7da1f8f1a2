package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.termination.TerminationRequest.Answer;

/**
 * Terminations requested in a start form of Tasklist. The form does not say who filled it in, so the request is saved
 * and nothing starts until a case administrator confirms it.
 */
@Service
public class AskingForTerminations {
    private static final Pattern CRN = Pattern.compile("[A-Za-z][0-9]{6}");

    /** What was requested. */
    public record Request(String crn, int eventNumber, String regionCode, String regionName) {

        static Request of(TerminationRequest kept) {
            return new Request(kept.crn(), kept.eventNumber(), kept.regionCode(), kept.regionName());
        }

        /** How tasks name it. */
        public String text() {
            return "CRN %s, event %d".formatted(crn, eventNumber);
        }
    }

    private final TerminationRequests requests;
    private final Cases cases;
    private final CaseAccess access;
    private final CaseOwners owners;
    private final StartingTerminations starting;
    private final TerminationDates dates;
    private final AuditTrail audit;

    AskingForTerminations(
            TerminationRequests requests,
            Cases cases,
            CaseAccess access,
            CaseOwners owners,
            StartingTerminations starting,
            TerminationDates dates,
            AuditTrail audit) {
        this.requests = requests;
        this.cases = cases;
        this.access = access;
        this.owners = owners;
        this.starting = starting;
        this.dates = dates;
        this.audit = audit;
    }

    /**
     * Saves the request. Saving it again changes nothing.
     *
     * @return empty if nobody can be asked to confirm it, because the region does not exist or no case was given
     */
    @Transactional
    public Optional<Request> ask(String crn, String eventNumber, String regionCode, long instance) {
        boolean readable = CRN.matcher(crn.strip()).matches()
                && eventNumber.matches("[0-9]{1,3}")
                && Integer.parseInt(eventNumber) > 0;
        int kept = !readable
                ? 0
                : requests.recordOnce(
                        instance,
                        crn.strip().toUpperCase(Locale.ROOT),
                        Integer.parseInt(eventNumber),
                        regionCode,
                        Utc.of(dates.now()));
        Optional<Request> request = requests.findById(instance).map(Request::of);
        if (request.isEmpty()) {
            audit.recordOnce(
                    "termination-not-asked-" + instance,
                    "system",
                    "TERMINATION_START_NOT_READABLE",
                    "process/" + instance,
                    null,
                    Map.of("readable", readable));
        } else if (kept > 0) {
            audit.record(
                    "system",
                    "TERMINATION_ASKED_FOR",
                    subject(instance),
                    regionCode,
                    Map.of("crn", request.get().crn()));
        }
        return request;
    }

    /**
     * The groups that may confirm it: the case administrators of the region given, and those of the unit that does the
     * terminations of such a case.
     */
    @Transactional(readOnly = true)
    public List<String> confirmers(long instance) {
        return confirmers(requests.get(instance));
    }

    private List<String> confirmers(TerminationRequest request) {
        Optional<String> owner = cases.find(request.crn(), request.eventNumber())
                .filter(found -> found.regionCode().equals(request.regionCode()))
                .flatMap(found -> owners.find(found.id(), StartingTerminations.SERVICE))
                .map(Owner::group);
        return Stream.concat(
                        Stream.of(TaskGroup.of(Role.CASE_ADMIN, request.regionCode())
                                .name()),
                        owner.stream())
                .distinct()
                .toList();
    }

    /**
     * Records the answer to the task "Confirm what you are starting".
     *
     * @param answer START or WITHDRAW
     * @throws BreaksRules if it is neither
     */
    @Transactional
    public void answer(long instance, String answer, TaskAnswer by) {
        TerminationRequest request = requests.lock(instance);
        mustConfirm(request, by);
        cases.find(request.crn(), request.eventNumber())
                .filter(ProbationCase::limitedAccess)
                .ifPresent(found -> access.mustSee(found, by.colleague()));
        Answer given = Answer.of(answer);
        if (!request.answer(given, by.by(), dates.now())) return;
        requests.save(request);
        audit.record(
                by.by(),
                "TERMINATION_START_" + given.done(),
                subject(instance),
                request.regionCode(),
                Map.of("crn", request.crn()));
    }

    /** Records that somebody who could have confirmed it has read why it could not be started. */
    @Transactional(readOnly = true)
    public void refusalRead(long instance, TaskAnswer by) {
        mustConfirm(requests.get(instance), by);
    }

    /**
     * Starts the termination that was confirmed.
     *
     * @return the termination's id
     * @throws NotPossibleNow with a sentence for the colleague who confirmed it
     */
    @Transactional
    public long start(long instance) {
        TerminationRequest request = requests.get(instance);
        String by = request.confirmedBy();
        return starting.startByHand(request.crn(), request.eventNumber(), request.regionCode(), instance, by);
    }

    public static String subject(long instance) {
        return "termination-request/" + instance;
    }

    private void mustConfirm(TerminationRequest request, TaskAnswer by) {
        List<String> confirmers = confirmers(request);
        if (by.colleague().isServiceOwner()
                || confirmers.stream().anyMatch(by.colleague().groups()::contains)) return;
        throw new NotAllowedException(
                "Only a colleague in the group %s starts terminations there. You are signed in as %s."
                        .formatted(String.join(" or ", confirmers), by.by()));
    }
}
