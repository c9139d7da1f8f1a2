package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.allocation.Score;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** What the panel works on: everybody who takes part, with the place they have now. */
public record PanelTable(
        Consultations.Facts consultation,
        Round round,
        Run run,
        List<Option> options,
        List<Person> people,
        Score score,
        List<TeamExperience> teams) {

    /** The teams that take people in and would have too few experienced people. */
    public List<TeamExperience> warnings() {
        return teams.stream().filter(TeamExperience::tooLittle).toList();
    }

    public List<Person> open() {
        return people.stream().filter(Person::open).toList();
    }

    /** Option names by id. */
    public Map<Long, String> names() {
        Map<Long, String> names = new LinkedHashMap<>();
        options.forEach(option -> names.put(option.id(), option.name()));
        return names;
    }

    public int placed() {
        return people.size() - score.unplaced();
    }

    public Person person(long memberId) {
        return people.stream()
                .filter(person -> person.member().id() == memberId)
                .findFirst()
                .orElseThrow(() -> new NotPossibleNow("This person no longer takes part in the consultation."));
    }
}
