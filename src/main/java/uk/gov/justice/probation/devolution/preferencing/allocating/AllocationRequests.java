package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.HardRules;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Reads from the database what an allocation is computed from. Options are identified by their id and people by their
 * member id, with their latest answers and today's hard rules. Consent to a long journey is given for each option a
 * person chose.
 */
@Service
public class AllocationRequests {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final StaffDirectory staff;
    private final Options options;
    private final Answers answers;
    private final HardRules rules;
    private final Rounds rounds;
    private final DrawNumbers numbers;

    AllocationRequests(
            Consultations consultations,
            Cohorts cohorts,
            StaffDirectory staff,
            Options options,
            Answers answers,
            HardRules rules,
            Rounds rounds,
            DrawNumbers numbers) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.staff = staff;
        this.options = options;
        this.answers = answers;
        this.rules = rules;
        this.rounds = rounds;
        this.numbers = numbers;
    }

    /** Everybody who takes part. */
    @Transactional
    public AllocationRequest of(long consultationId) {
        return of(consultationId, Assumptions.NONE);
    }

    /** Everybody who takes part, under different assumptions. */
    @Transactional
    public AllocationRequest of(long consultationId, Assumptions assumptions) {
        return request(
                consultationId,
                cohorts.active(consultationId),
                assumptions,
                rounds.get(consultationId).seed());
    }

    /** All options, but only these people. */
    @Transactional
    public AllocationRequest of(long consultationId, Collection<Long> memberIds) {
        return request(
                consultationId,
                cohorts.active(consultationId).stream()
                        .filter(member -> memberIds.contains(member.id()))
                        .toList(),
                Assumptions.NONE,
                rounds.get(consultationId).seed());
    }

    /** Everybody who takes part, while no seed is known: it is 0. */
    AllocationRequest atClosing(long consultationId) {
        return request(consultationId, cohorts.active(consultationId), Assumptions.NONE, 0);
    }

    private AllocationRequest request(long consultationId, List<Member> members, Assumptions assumptions, long seed) {
        Consultations.Facts consultation = consultations.get(consultationId);
        List<Option> offered = options.all(consultationId);
        Map<String, StaffMember> people = staff
                .all(members.stream().map(Member::staffNumber).toList())
                .stream()
                .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
        int limit = assumptions.mobilityLimitMinutes() == null
                ? consultation.mobilityLimitMinutes()
                : assumptions.mobilityLimitMinutes();
        HardRules.Checked checked = rules.check(consultationId, people.values(), offered, limit);
        Map<Long, Answer> asked = answers.latest(consultationId);
        Map<Long, String> drawn = numbers.all(consultationId);
        Map<Map<String, Verdict>, Map<String, Verdict>> shared = new HashMap<>();
        List<Applicant> applicants = members.stream()
                .map(member -> applicant(
                        member,
                        drawn.get(member.id()),
                        people.get(member.staffNumber()),
                        asked.get(member.id()),
                        offered,
                        checked,
                        shared))
                .toList();
        List<Place> places = offered.stream()
                .map(option -> new Place(
                        Long.toString(option.id()),
                        Math.max(0, option.places() + assumptions.extraPlaces().getOrDefault(option.id(), 0))))
                .toList();
        Objective objective = assumptions.objective() == null ? consultation.aim() : assumptions.objective();
        int longestList = applicants.stream()
                .mapToInt(applicant -> applicant.ranked().size())
                .max()
                .orElse(0);
        return new AllocationRequest(places, applicants, objective, seed, consultation.notAskedRank(longestList));
    }

    private static Verdict verdict(HardRules.Checked checked, StaffMember person, Option option, boolean consent) {
        Verdict near = checked.verdict(person, option, false);
        boolean opened = !near.allowed()
                && consent
                && checked.verdict(person, option, true).allowed();
        return opened ? Verdict.byConsent() : near;
    }

    private static Applicant applicant(
            Member member,
            String number,
            StaffMember person,
            Answer answer,
            List<Option> offered,
            HardRules.Checked checked,
            Map<Map<String, Verdict>, Map<String, Verdict>> shared) {
        List<Long> choices = answer == null ? List.of() : answer.choices();
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Option option : offered) {
            if (!option.grade().equals(person.grade())) continue;
            boolean consent = answer != null && answer.longJourneys().contains(option.id());
            verdicts.put(Long.toString(option.id()), verdict(checked, person, option, consent));
        }
        Map<String, Verdict> once = shared.computeIfAbsent(verdicts, Map::copyOf);
        String id = Long.toString(member.id());
        return new Applicant(
                id,
                number == null ? id : number,
                choices.stream().map(String::valueOf).toList(),
                once);
    }
}
