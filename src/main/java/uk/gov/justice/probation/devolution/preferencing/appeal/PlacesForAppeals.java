package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.AllocationRequests;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.appeal.Reassignment.Affected;

/**
 * Finds a better place for a person whose appeal was upheld, without taking anybody else's. First it tries the best of
 * the person's better choices on the vacancy list. If none is free, it allocates again, for the people affected only:
 * everybody whose upheld appeal is still waiting and everybody without a place. A partly upheld appeal uses only the
 * vacancy list. Appeals of one consultation are handled one at a time, however many are decided at once.
 */
@Service
public class PlacesForAppeals {

    private final AppealRepository appeals;
    private final Placements placements;
    private final AllocationRequests requests;
    private final Cohorts cohorts;
    private final AppealAudit audit;
    private final Clock clock;

    PlacesForAppeals(
            AppealRepository appeals,
            Placements placements,
            AllocationRequests requests,
            Cohorts cohorts,
            AppealAudit audit,
            Clock clock) {
        this.appeals = appeals;
        this.placements = placements;
        this.requests = requests;
        this.cohorts = cohorts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Searches once. Called again, it returns the person's situation now. Every caller locks the places before the
     * appeal, so that no deadlock can arise.
     *
     * @return whether there is a better place; always false for a person who has left
     */
    @Transactional
    public boolean find(long appealId) {
        long consultationId = appeals.consultationOf(appealId)
                .orElseThrow(
                        () -> new CannotSucceedException("There is no appeal %d in the database".formatted(appealId)));
        placements.lock(consultationId);
        Appeal appeal = appeals.lock(appealId);
        if (!appeal.placeSearched() && cohorts.get(appeal.memberId()).active()) search(appeal);
        return appeal.optionId() != null;
    }

    private void search(Appeal appeal) {
        appeal.searchPlace(clock.instant());
        if (!takenFromVacancies(appeal) && appeal.outcome() == AppealOutcome.UPHELD) assignAgain(appeal);
        appeals.save(appeal);
    }

    private boolean takenFromVacancies(Appeal appeal) {
        Map<Long, Integer> free = placements.freePlaces(appeal.consultationId());
        List<Long> better =
                affected(appeal.consultationId(), requests.of(appeal.consultationId(), List.of(appeal.memberId())))
                        .stream()
                        .flatMap(person -> person.betterChoices().stream())
                        .map(Long::valueOf)
                        .filter(option -> free.get(option) > 0)
                        .toList();
        if (better.isEmpty()) return false;
        placements.place(appeal.memberId(), better.getFirst(), Source.APPEAL);
        given(appeal, appeal.memberId(), better.getFirst());
        appeal.placeFound(better.getFirst());
        return true;
    }

    private void assignAgain(Appeal appeal) {
        long consultationId = appeal.consultationId();
        Map<Long, Appeal> waiting = appeals.waitingForPlace(consultationId).stream()
                .collect(Collectors.toMap(Appeal::memberId, other -> other, (first, second) -> second));
        AllocationRequest request = requests.of(consultationId, affectedMembers(consultationId, waiting));
        List<Affected> affected = affected(consultationId, request);
        Map<String, Integer> free = new LinkedHashMap<>();
        placements
                .freePlaces(consultationId)
                .forEach((option, places) -> free.put(option.toString(), Math.max(0, places)));
        Map<String, String> after =
                Reassignment.of(affected, free, request.objective(), request.seed(), request.notAskedRank() != null);
        Map<Long, Long> moves = new LinkedHashMap<>();
        for (Affected person : affected) {
            String option = after.get(person.person());
            if (option != null && !option.equals(person.has()))
                moves.put(Long.valueOf(person.person()), Long.valueOf(option));
        }
        placements.rearrange(consultationId, moves, Source.APPEAL);
        moves.forEach((member, option) -> {
            given(appeal, member, option);
            if (waiting.containsKey(member)) waiting.get(member).placeFound(option);
        });
        waiting.values().forEach(appeals::save);
    }

    /** Everybody whose upheld appeal is waiting, and everybody without a place, except people who have left. */
    private List<Long> affectedMembers(long consultationId, Map<Long, Appeal> waiting) {
        List<Long> affected = new ArrayList<>();
        Map<Long, Long> has = places(consultationId);
        for (Member member : cohorts.active(consultationId)) {
            if (waiting.containsKey(member.id()) || has.get(member.id()) == null) affected.add(member.id());
        }
        return affected;
    }

    private List<Affected> affected(long consultationId, AllocationRequest request) {
        Map<Long, Long> has = places(consultationId);
        return request.applicants().stream()
                .map(applicant -> {
                    Long option = has.get(Long.valueOf(applicant.person()));
                    return new Affected(
                            applicant.person(),
                            applicant.number(),
                            option == null ? null : option.toString(),
                            applicant.ranked(),
                            applicant.verdicts());
                })
                .toList();
    }

    private Map<Long, Long> places(long consultationId) {
        Map<Long, Long> places = new HashMap<>();
        placements
                .ofConsultation(consultationId)
                .forEach(placement -> places.put(placement.memberId(), placement.optionId()));
        return places;
    }

    private void given(Appeal appeal, long memberId, long optionId) {
        appeal.give(memberId, optionId);
        audit.record(appeal, "system", "APPEAL_PLACE_FOUND", Map.of("member", memberId, "option", optionId));
    }
}
