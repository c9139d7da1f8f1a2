package uk.gov.justice.probation.devolution.workforce;

/**
 * The journey from a colleague's home to a site: minutes from door to door, one way, or null if unknown. The source is
 * always given, so that nobody takes an estimate for a measured time.
 */
public record Journey(Integer minutes, Source source) {

    /** Where the minutes come from. */
    public enum Source {
        /** From the file {@code travel}. */
        IMPORTED,
        /** Calculated by {@link Travel}. Must be called an estimate wherever it is shown. */
        ESTIMATED,
        /** The site is a base for people who work from home, so there is no journey. */
        HOME_WORKING,
        /**
         * The home district is missing or not in England and Wales, or the site has no position, so the person has to
         * be asked.
         */
        UNKNOWN
    }

    static final Journey NONE = new Journey(0, Source.HOME_WORKING);
    static final Journey UNKNOWN = new Journey(null, Source.UNKNOWN);

    public boolean known() {
        return minutes != null;
    }

    /** "35 minutes", "about 40 minutes (our estimate)", "working from home" or "not known". */
    public String inWords() {
        return switch (source) {
            case IMPORTED -> "%d minutes".formatted(minutes);
            case ESTIMATED -> "about %d minutes (our estimate)".formatted(minutes);
            case HOME_WORKING -> "working from home";
            case UNKNOWN -> "not known";
        };
    }
}
