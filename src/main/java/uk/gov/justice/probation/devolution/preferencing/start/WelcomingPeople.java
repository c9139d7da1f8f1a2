package uk.gov.justice.probation.devolution.preferencing.start;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.round.ContractedHours;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks.Compared;

/** Writes the letter that welcomes a person to their new place. */
@Service
public class WelcomingPeople {
    private final NewPlaces places;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final TodaysTasks today;
    private final ContractedHours hours;
    private final Letters letters;

    WelcomingPeople(
            NewPlaces places,
            Cohorts cohorts,
            Consultations consultations,
            LineManagers lineManagers,
            StaffDirectory staff,
            TodaysTasks today,
            ContractedHours hours,
            Letters letters) {
        this.places = places;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.today = today;
        this.hours = hours;
        this.letters = letters;
    }

    /** @return the batch in which the letter is sent */
    @Transactional
    public String writeWelcome(long memberId) {
        Member member = cohorts.get(memberId);
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        Option place = places.of(memberId);
        Compared tasks = today.compare(place.tasks(), person.teamKind());
        Map<String, Object> model = new HashMap<>();
        model.put("personName", person.displayName());
        model.put("title", consultations.get(member.consultationId()).title());
        model.putAll(hours.inLetter(place, person));
        model.put("startsOnText", Deadlines.inWords(places.startedOn(memberId)));
        model.put("managerName", lineManagers.of(person).name());
        model.put("newTasks", tasks.newTasks());
        model.put("keptTasks", tasks.keptTasks());
        String batch = "welcome-" + memberId;
        letters.write(
                new LetterRequest(batch, batch, Template.WELCOME, person.staffNumber(), person.regionCode(), model));
        return batch;
    }
}
