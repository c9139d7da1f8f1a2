package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.workforce.Journey;
import uk.gov.justice.probation.devolution.workforce.Journeys;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.Travel;

/** Finds what each person got. The number of queries does not depend on the number of people. */
@Component
class WhatPeopleGot {
    private final Answers answers;
    private final Consultations consultations;
    private final Runs runs;
    private final Placements placements;
    private final Options options;
    private final Travel travel;

    WhatPeopleGot(
            Answers answers,
            Consultations consultations,
            Runs runs,
            Placements placements,
            Options options,
            Travel travel) {
        this.answers = answers;
        this.consultations = consultations;
        this.runs = runs;
        this.placements = placements;
        this.options = options;
        this.travel = travel;
    }

    /** What a run would give everybody of the official allocation. */
    Map<Long, Got> in(Run official, long runId, People people) {
        Map<Long, Long> places = new HashMap<>();
        Map<Long, Outcome> outcomes = new HashMap<>();
        runs.results(runId).forEach(result -> {
            places.put(result.memberId(), result.optionId());
            outcomes.put(result.memberId(), Outcome.of(result));
        });
        return got(official, people, places, outcomes);
    }

    /** What everybody who still takes part has now that the panel has confirmed. */
    Map<Long, Got> now(Run official, People people) {
        Map<Long, Long> places = new HashMap<>();
        for (Placement placement : placements.ofConsultation(official.consultationId()))
            places.put(placement.memberId(), placement.optionId());
        Standing standing = new Standing(
                places,
                answers.latest(official.consultationId()),
                consultations.get(official.consultationId())::notAskedRank);
        Map<Long, Outcome> outcomes = new HashMap<>();
        places.forEach((member, place) ->
                outcomes.put(member, Outcome.of(place, standing.isRanked(member), standing.rank(member))));
        return got(official, people, places, outcomes);
    }

    private Map<Long, Got> got(Run official, People people, Map<Long, Long> places, Map<Long, Outcome> outcomes) {
        Map<Long, StaffMember> byMember = new HashMap<>();
        people.rows().forEach(row -> byMember.put(row.memberId(), people.staff().get(row.staffNumber())));
        Map<Long, String> sites =
                options.all(official.consultationId()).stream().collect(Collectors.toMap(Option::id, Option::siteCode));
        Set<String> everySite = new HashSet<>(sites.values());
        people.staff().values().forEach(person -> everySite.add(person.siteCode()));
        Journeys journeys = travel.journeys(people.staff().values(), everySite);
        Map<Long, Got> got = new HashMap<>();
        outcomes.forEach((member, outcome) -> {
            StaffMember person = byMember.get(member);
            if (person != null)
                got.put(member, new Got(outcome, extraMinutes(journeys, person, sites.get(places.get(member)))));
        });
        return got;
    }

    private static Integer extraMinutes(Journeys journeys, StaffMember person, String site) {
        if (site == null) return null;
        Journey before = journeys.of(person.staffNumber(), person.siteCode());
        Journey after = journeys.of(person.staffNumber(), site);
        return before.known() && after.known() ? after.minutes() - before.minutes() : null;
    }
}
