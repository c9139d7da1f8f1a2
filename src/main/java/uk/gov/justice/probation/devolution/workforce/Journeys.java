package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;

/** The journeys of some people to some sites, looked up together. {@link Travel} explains where each comes from. */
public final class Journeys {

    /** {@code position} is null if unknown. */
    record Site(boolean virtual, Position position) {}

    /** The key of a row in the file {@code travel}. */
    record Way(String homeDistrict, String siteCode) {}

    private final Map<String, String> homes;
    private final Map<String, Site> sites;
    private final Map<String, Position> areas;
    private final Map<Way, Integer> imported;

    /**
     * @param homes the home district of each person, by staff number
     * @param areas the position of each postcode area
     */
    Journeys(
            Map<String, String> homes,
            Map<String, Site> sites,
            Map<String, Position> areas,
            Map<Way, Integer> imported) {
        this.homes = homes;
        this.sites = sites;
        this.areas = areas;
        this.imported = imported;
    }

    /** @throws IllegalArgumentException if the site was not among those looked up */
    public Journey of(String staffNumber, String siteCode) {
        Site site = sites.get(siteCode);
        if (site == null)
            throw new IllegalArgumentException(
                    "The journeys to the site %s were not looked up, or there is no such site".formatted(siteCode));
        if (site.virtual()) return Journey.NONE;
        String district = homes.get(staffNumber);
        if (district == null) return Journey.UNKNOWN;
        Integer minutes = imported.get(new Way(district, siteCode));
        return minutes == null ? estimated(district, site) : new Journey(minutes, Journey.Source.IMPORTED);
    }

    private Journey estimated(String district, Site site) {
        Position home = areas.get(PostcodeAreas.areaOf(district));
        return home == null || site.position() == null
                ? Journey.UNKNOWN
                : new Journey(home.minutesTo(site.position()), Journey.Source.ESTIMATED);
    }
}
