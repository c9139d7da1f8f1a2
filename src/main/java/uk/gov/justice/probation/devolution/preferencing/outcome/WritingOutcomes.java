package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.round.ContractedHours;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/** Writes the letters in which people read their outcome. {@code place} is null if they have none. */
@Service
public class WritingOutcomes {
    private final Letters letters;
    private final TodaysTasks today;
    private final ContractedHours hours;
    private final Clock clock;

    WritingOutcomes(Letters letters, TodaysTasks today, ContractedHours hours, Clock clock) {
        this.letters = letters;
        this.today = today;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Writes the outcome letter itself.
     *
     * @return its id
     */
    long write(
            Facts consultation, long memberId, StaffMember person, Option place, List<String> reasons, String batch) {
        return letters.write(request(consultation, person, place, reasons, batch, "outcome-" + memberId));
    }

    /**
     * Writes a letter to a person who got a place through somebody else's appeal.
     *
     * @param batch the batch of that appeal's own letter, so that both are sent together
     */
    public void writeForPlaceFound(Facts consultation, long memberId, StaffMember person, Option place, String batch) {
        letters.write(request(
                consultation,
                person,
                place,
                List.of(
                        "We looked again for places for people who were waiting for one, and this one was free for you."),
                batch,
                "outcome-%d-%s".formatted(memberId, batch)));
    }

    /** What a letter says about a place. */
    public Map<String, Object> words(Option place, StaffMember person) {
        return hours.inLetter(place, person);
    }

    private LetterRequest request(
            Facts consultation, StaffMember person, Option place, List<String> reasons, String batch, String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("personName", person.displayName());
        model.put("title", consultation.title());
        model.put("reasonText", reasons);
        model.put("obstacles", List.of());
        model.put(
                "aimText",
                "How places were shared out: %s. %s"
                        .formatted(consultation.aim().title(), consultation.hindsight()));
        model.put(
                "appealsCloseText",
                Deadlines.inWords(LocalDate.ofInstant(consultation.appealsCloseAt(), clock.getZone())));
        model.put(
                "howToAppeal",
                "Sign in to PSC Devolution, open 'My consultation' and choose 'Appeal against your outcome'. Say there why you appeal.");
        if (place != null) {
            model.putAll(hours.inLetter(place, person));
            model.put(
                    "newTasks", today.compare(place.tasks(), person.teamKind()).newTasks());
        } else {
            model.put("newTasks", List.of());
        }
        return new LetterRequest(batch, key, Template.OUTCOME, person.staffNumber(), consultation.regionCode(), model);
    }
}
