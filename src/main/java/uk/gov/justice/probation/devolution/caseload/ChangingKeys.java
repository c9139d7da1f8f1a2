package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Merges two CRNs of one person, takes that back, and moves an event to another number or CRN. Everything known of a
 * case is kept by its own number, so only what it is called changes; what it was called before still finds it (ADR
 * 130).
 */
@Service
public class ChangingKeys {
    public static final Role ROLE = Role.DATA_LEAD;

    /** The events of a person, as they are called now. */
    public record Person(String crn, List<Integer> events) {}

    private final CaseRepository cases;
    private final CrnMergeRepository merges;
    private final FormerKeyRepository formerKeys;
    private final CaseOwners owners;
    private final CaseAccess access;
    private final RenamingCases renaming;
    private final Clock clock;

    ChangingKeys(
            CaseRepository cases,
            CrnMergeRepository merges,
            FormerKeyRepository formerKeys,
            CaseOwners owners,
            CaseAccess access,
            RenamingCases renaming,
            Clock clock) {
        this.cases = cases;
        this.merges = merges;
        this.formerKeys = formerKeys;
        this.owners = owners;
        this.access = access;
        this.renaming = renaming;
        this.clock = clock;
    }

    /**
     * The cases of the former CRN go on under the other one.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException unless the colleague is data lead of the
     *     regions of all these cases
     * @throws Frozen while one of them is being handed over
     * @throws NotPossibleNow with a sentence that says what to do first
     */
    @Transactional
    public Person merge(String formerCrn, String crn, Colleague by) {
        String former = LookingAtCases.crn(formerCrn);
        String into = LookingAtCases.crn(crn);
        if (former.equals(into)) throw new BreaksRules("into", "A CRN cannot be merged into itself.");
        List<ProbationCase> all = lock(List.of(former, into));
        merges.ofFormer(former).filter(merge -> mayKnowOf(merge, by)).ifPresent(merge -> {
            throw new Taken("CRN %s was merged into CRN %s already.".formatted(former, merge.crn()));
        });
        mustBePresent(into, by);
        List<ProbationCase> moving = under(former, all);
        List<ProbationCase> staying = under(into, all);
        mustBeChangeable(all, by);
        Set<Integer> both = numbers(moving);
        both.retainAll(numbers(staying));
        if (!both.isEmpty())
            throw new NotPossibleNow(
                    "Both CRN %s and CRN %s have an event %d. Move one of them to another number, then merge them."
                            .formatted(former, into, both.iterator().next()));
        numbers(moving).forEach(number -> mustNotHaveMeant(into, number, null));
        Set<String> limitedBefore = limited(all);
        CrnMerge merge = merges.save(new CrnMerge(former, into, by.userName(), clock.instant()));
        moving.forEach(one -> renaming.become(one, into, one.eventNumber(), merge.id()));
        renaming.followed("k.merge_id = %d".formatted(merge.id()));
        renaming.reached(moving, into, limitedBefore, by);
        return person(into);
    }

    /** Whether this very merge holds, as far as the colleague may know of it. */
    boolean areMerged(String formerCrn, String crn, Colleague by) {
        return merges.ofFormer(formerCrn)
                .filter(merge -> merge.crn().equals(crn) && mayKnowOf(merge, by))
                .isPresent();
    }

    /**
     * Takes the merge of these two back.
     *
     * @throws NotFound if they are not merged, or the colleague may not know of it
     */
    @Transactional
    Person takeBack(String formerCrn, String crn, Colleague by) {
        if (!areMerged(formerCrn, crn, by))
            throw new NotFound("CRN %s was not merged into CRN %s.".formatted(formerCrn, crn));
        return takeBack(formerCrn, by);
    }

    /**
     * The former CRN has its cases again. Events that came since under the other one stay there.
     *
     * @throws NotFound if the CRN was not merged, or the colleague may not know of it
     * @throws NotPossibleNow with a sentence that says what to do first
     */
    @Transactional
    public Person takeBack(String formerCrn, Colleague by) {
        String former = LookingAtCases.crn(formerCrn);
        CrnMerge merge =
                merges.ofFormer(former).filter(one -> mayKnowOf(one, by)).orElseThrow(() -> notMerged(former));
        lock(List.of(former, merge.crn()));
        if (merges.ofFormer(former).isEmpty()) throw notMerged(former);
        mustBePresent(merge.crn(), by);
        List<FormerKey> brought = formerKeys.ofMerge(merge.id());
        List<ProbationCase> moving =
                cases.readAll(brought.stream().map(FormerKey::caseId).toList());
        mustBeChangeable(moving, by);
        moving.stream()
                .filter(one -> !one.crn().equals(merge.crn()))
                .findFirst()
                .ifPresent(moved -> {
                    throw new NotPossibleNow("%s has moved away since. Move it back first.".formatted(moved.text()));
                });
        renaming.followed("k.merge_id = %d AND k.open_mark = 1".formatted(merge.id()), "k");
        Map<Long, ProbationCase> byId = moving.stream().collect(Collectors.toMap(ProbationCase::id, one -> one));
        brought.forEach(key -> {
            key.undo(clock.instant());
            formerKeys.save(key);
            renaming.rename(byId.get(key.caseId()), key.crn(), key.eventNumber());
        });
        merge.undo(by.userName(), clock.instant());
        merges.save(merge);
        renaming.reached(moving, former, Set.of(former), by);
        return person(former);
    }

    /**
     * The sentence is another event: of the same person, or of another CRN. Moving it back undoes this.
     *
     * @throws NotPossibleNow with a sentence if that event is there, or is what another was called
     */
    @Transactional
    public Person move(String crn, int eventNumber, String toCrn, int toEventNumber, Colleague by) {
        String from = LookingAtCases.crn(crn);
        String to = LookingAtCases.crn(toCrn);
        if (toEventNumber < 1 || toEventNumber > CaseKey.LAST_EVENT)
            throw new BreaksRules("eventNumber", "Enter an event number from 1 to %d.".formatted(CaseKey.LAST_EVENT));
        List<ProbationCase> all = lock(List.of(from, to));
        ProbationCase moving = all.stream()
                .filter(one -> one.crn().equals(from) && one.eventNumber() == eventNumber)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no event %d of CRN %s.".formatted(eventNumber, from)));
        mustBePresent(to, by);
        boolean back = formerKeys
                .find(to, toEventNumber)
                .filter(key -> key.caseId() == moving.id())
                .isPresent();
        List<ProbationCase> there = back ? ofCrn(to, all) : under(to, all);
        mustBeChangeable(
                from.equals(to)
                        ? List.of(moving)
                        : Stream.concat(Stream.of(moving), there.stream()).toList(),
                by);
        if (numbers(there).contains(toEventNumber))
            throw new NotPossibleNow(
                    "There is an event %d of CRN %s. Give another number.".formatted(toEventNumber, to));
        if (moving.limitedAccess() && !there.isEmpty() && there.stream().noneMatch(ProbationCase::limitedAccess))
            throw new NotPossibleNow(
                    "Access to CRN %s is limited, and to CRN %s it is not. Limit it there first, then move the event."
                            .formatted(from, to));
        Optional<FormerKey> known = mustNotHaveMeant(to, toEventNumber, moving);
        Set<String> limitedBefore = limited(all);
        known.ifPresent(key -> {
            key.undo(clock.instant());
            formerKeys.save(key);
        });
        renaming.become(moving, to, toEventNumber, null);
        renaming.followed("k.case_id = %d AND k.crn = '%s' AND k.event_number = %d AND k.open_mark = 1"
                .formatted(moving.id(), from, eventNumber));
        renaming.reached(List.of(moving), to, limitedBefore, by);
        return person(to);
    }

    /** Whether this event was moved there, as far as the colleague may know of it. */
    boolean isMoved(String crn, int eventNumber, String toCrn, int toEventNumber, Colleague by) {
        return formerKeys
                .find(crn, eventNumber)
                .map(key -> cases.readAll(List.of(key.caseId())).getFirst())
                .filter(one -> one.crn().equals(toCrn) && one.eventNumber() == toEventNumber)
                .filter(one -> access.mayWorkOn(one, by, ROLE))
                .isPresent();
    }

    /** All cases under these CRNs, as they are once nobody else changes them. */
    private List<ProbationCase> lock(Collection<String> crns) {
        List<Long> ids = cases.under(crns);
        ids.forEach(cases::hold);
        return ids.isEmpty()
                ? List.of()
                : cases.readAll(ids).stream()
                        .filter(one -> crns.contains(one.crn()))
                        .toList();
    }

    private List<ProbationCase> under(String crn, List<ProbationCase> all) {
        List<ProbationCase> theirs = ofCrn(crn, all);
        if (theirs.isEmpty()) throw new NotFound("There is no case of CRN %s here.".formatted(crn));
        return theirs;
    }

    private static List<ProbationCase> ofCrn(String crn, List<ProbationCase> all) {
        return all.stream().filter(one -> one.crn().equals(crn)).toList();
    }

    private void mustBePresent(String crn, Colleague by) {
        merges.ofFormer(crn).filter(merge -> mayKnowOf(merge, by)).ifPresent(merge -> {
            throw new NotPossibleNow(
                    "CRN %s was itself merged into CRN %s. Name that one, or take that merge back first."
                            .formatted(crn, merge.crn()));
        });
    }

    /**
     * That two CRNs are one person is said only to whoever works on that person's cases, whatever they are called now;
     * to others the former CRN is one that nobody has.
     */
    private boolean mayKnowOf(CrnMerge merge, Colleague by) {
        List<ProbationCase> brought = cases.readAll(
                formerKeys.ofMerge(merge.id()).stream().map(FormerKey::caseId).toList());
        return !brought.isEmpty() && brought.stream().allMatch(one -> access.mayWorkOn(one, by, ROLE));
    }

    /**
     * Files may still mean another case by this.
     *
     * @param except the case that may have been called so
     * @return what it was called, if it was
     */
    private Optional<FormerKey> mustNotHaveMeant(String crn, int eventNumber, ProbationCase except) {
        Optional<FormerKey> known = formerKeys.find(crn, eventNumber);
        if (known.filter(key -> except == null || key.caseId() != except.id() || key.mergeId() != null)
                .isPresent())
            throw new NotPossibleNow(
                    "Event %d of CRN %s is what another event was called before, and files may still call it so. Give another number."
                            .formatted(eventNumber, crn));
        return known;
    }

    private void mustBeChangeable(Collection<ProbationCase> all, Colleague by) {
        all.forEach(one -> access.mustWorkOn(one, by, ROLE));
        all.stream()
                .filter(one -> owners.lockAndSeeWhetherFrozen(one.id()))
                .findFirst()
                .ifPresent(frozen -> {
                    throw new Frozen("%s is being handed over. Wait until the handover is signed, then try again."
                            .formatted(frozen.text()));
                });
    }

    private static Set<String> limited(Collection<ProbationCase> all) {
        return all.stream()
                .filter(ProbationCase::limitedAccess)
                .map(ProbationCase::crn)
                .collect(Collectors.toSet());
    }

    private Person person(String crn) {
        return new Person(
                crn,
                cases.readEvents(crn).stream().map(ProbationCase::eventNumber).toList());
    }

    private static Set<Integer> numbers(List<ProbationCase> events) {
        return events.stream().map(ProbationCase::eventNumber).collect(Collectors.toCollection(TreeSet::new));
    }

    private static NotFound notMerged(String crn) {
        return new NotFound("CRN %s was not merged into another.".formatted(crn));
    }
}
