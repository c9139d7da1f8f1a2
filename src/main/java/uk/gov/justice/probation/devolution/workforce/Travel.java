package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How long a person travels to a site from their home district, which they stated or the staff file gives. The file
 * {@code travel} (from HR's mapping provider) gives the minutes. Where it does not, we estimate and say so: the
 * straight-line distance from the main town of the postcode area to the site, times 1.3 for roads, at 40 km an hour,
 * plus ten minutes from door to door, rounded up to five minutes (our own rule, ADR 0033). Nothing else is guessed:
 * anything unknown is {@link Journey.Source#UNKNOWN}, and the person is asked for their district.
 */
@Service
public class Travel {
    /** The format of a postcode district: {@code L3}, {@code M60}. */
    public static final Pattern POSTCODE_DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

    private final StatedHomeRepository stated;
    private final SiteQuery sites;
    private final PostcodeAreas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Travel(StatedHomeRepository stated, SiteQuery sites, PostcodeAreas areas, AuditTrail audit, Clock clock) {
        this.stated = stated;
        this.sites = sites;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody's journeys to every site. The number of queries does not depend on how many there are. */
    public Journeys journeys(Collection<StaffMember> people, Collection<String> siteCodes) {
        if (people.isEmpty() || siteCodes.isEmpty())
            return new Journeys(Map.of(), sites.sites(siteCodes), Map.of(), Map.of());
        Map<String, String> homes = homes(people);
        return new Journeys(
                homes, sites.sites(siteCodes), areas.towns(), sites.minutes(new HashSet<>(homes.values()), siteCodes));
    }

    /** The home district used for the person; empty if they have to be asked. */
    public Optional<String> homeDistrict(StaffMember person) {
        return Optional.ofNullable(homes(List.of(person)).get(person.staffNumber()));
    }

    /** In which postcode area people live, such as L, by staff number. Those of whom it is not known are left out. */
    public Map<String, String> homeAreas(Collection<StaffMember> people) {
        Map<String, String> homes = homes(people);
        homes.replaceAll((staffNumber, district) -> PostcodeAreas.areaOf(district));
        return homes;
    }

    /**
     * Records where a person says they live, which overrides the staff file's district. The caller checks who may state
     * it for them. The audit does not contain the district.
     *
     * @param district such as L3, M60 or SW1A, in any case and with any spaces around it
     * @throws BreaksRules with a sentence for the person if it is not a valid district
     */
    @Transactional
    public void stateHome(StaffMember person, String district, Colleague by) {
        String home = district == null ? "" : district.strip().toUpperCase(Locale.ROOT);
        if (!POSTCODE_DISTRICT.matcher(home).matches()) {
            throw new BreaksRules("district", "Enter the first half of your postcode, such as L3 or M60");
        }
        stated.say(person.staffNumber(), home, Utc.of(clock.instant()));
        audit.record(
                by.userName(), "HOME_DISTRICT_STATED", "staff/" + person.staffNumber(), person.regionCode(), Map.of());
    }

    private Map<String, String> homes(Collection<StaffMember> people) {
        Map<String, String> homes = new HashMap<>();
        people.forEach(person -> homes.put(person.staffNumber(), person.homePostcodeDistrict()));
        stated.findByStaffNumberIn(homes.keySet()).forEach(home -> homes.put(home.staffNumber(), home.district()));
        homes.values().removeIf(district -> district == null || district.isEmpty());
        return homes;
    }
}
