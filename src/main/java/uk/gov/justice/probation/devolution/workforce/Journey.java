package uk.gov.justice.probation.devolution.workforce;

/**
 * The way from somebody's home to a site: minutes from door to door, one way, or null if nobody knows; and how they are
 * known, for nobody is to take an estimate for more.
 */
public record Journey(Integer minutes, Source source) {

    public enum Source {
        /** From the file {@code travel}. */
        IMPORTED,
        /** Worked out from the map, see {@link Travel}; to be called an estimate wherever it is shown. */
        ESTIMATED,
        /** The site is a base for people who work from home: no journey. */
        HOME_WORKING,
        /** No home district, or none of England and Wales, or a site without a position: the person has to be asked. */
        UNKNOWN
    }

    static final Journey NONE = new Journey(0, Source.HOME_WORKING);
    static final Journey UNKNOWN = new Journey(null, Source.UNKNOWN);

    public boolean known() {
        return minutes != null;
    }

    /** "35 minutes", "about 40 minutes (our estimate)", "working from home", "not known". */
    public String inWords() {
        return switch (source) {
            case IMPORTED -> "%d minutes".formatted(minutes);
            case ESTIMATED -> "about %d minutes (our estimate)".formatted(minutes);
            case HOME_WORKING -> "working from home";
            case UNKNOWN -> "not known";
        };
    }
}
