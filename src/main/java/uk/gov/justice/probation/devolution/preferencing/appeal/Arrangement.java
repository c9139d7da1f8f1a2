package uk.gov.justice.probation.devolution.preferencing.appeal;

/** What regional HR arranged for a person whose appeal was upheld but for whom no better place was free. */
public enum Arrangement {
    KEEP_PLACE("You keep the place you were given."),
    WAIT_FOR_VACANCY(
            "If a place you ranked higher becomes free, you will be offered it. Until then you keep the place you were given, if you were given one."),
    OTHER("HR of your region has agreed something else with you.");

    private final String sentence;

    Arrangement(String sentence) {
        this.sentence = sentence;
    }

    /** For the letter to the person. */
    String sentence() {
        return sentence;
    }
}
