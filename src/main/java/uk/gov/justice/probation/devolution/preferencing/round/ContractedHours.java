package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Compares the hours of places with those in people's contracts, which no place changes. */
@Component
public class ContractedHours {
    private final PreferencingSettings settings;

    ContractedHours(PreferencingSettings settings) {
        this.settings = settings;
    }

    /** The share of full time is known in percent, so hours that are the same percent do not differ. */
    public boolean differ(Option place, StaffMember person) {
        return place.hours().areSaid() && place.hours().percentOf(settings.fullTimeHours()) != person.ftePercent();
    }

    /** For example "18.5 hours a week". */
    public String inWords(StaffMember person) {
        return WeeklyHours.share(person.ftePercent(), settings.fullTimeHours()).inWords();
    }

    /** What a letter says about a place. */
    public Map<String, Object> inLetter(Option place, StaffMember person) {
        Map<String, Object> model = new HashMap<>();
        model.put("siteName", place.siteName());
        model.put("roleName", place.roleName());
        if (place.hours().areSaid()) model.put("hoursText", place.hours().inWords());
        model.put("otherHours", differ(place, person));
        return model;
    }
}
