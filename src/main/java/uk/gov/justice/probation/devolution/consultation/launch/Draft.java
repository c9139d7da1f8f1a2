package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A launch that somebody prepares, as it is read. What was not answered yet is null.
 *
 * @param peopleFile the name of the file of people that was sent last, clean or not
 * @param vacanciesFile the name of the file of vacancies that was sent last, clean or not; null if they were typed
 */
public record Draft(
        long id,
        String regionCode,
        String name,
        People people,
        String unitCode,
        List<String> sites,
        List<String> grades,
        String peopleFile,
        Places places,
        String vacanciesFile,
        String objective,
        Integer maxChoices,
        Integer mobilityLimit,
        LocalDate preferencesCloseOn,
        LocalDateTime changedAt) {

    /** Who takes part: staff that are known, or those in a file. */
    public enum People {
        KNOWN,
        FILE
    }

    /** Which places are offered: those that are known, or those too that come with the launch. */
    public enum Places {
        KNOWN,
        NEW
    }

    /** Whether everything was answered that a launch needs. */
    public boolean isComplete() {
        return people != null && places != null && objective != null;
    }

    public Launch launch() {
        boolean known = people == People.KNOWN;
        return new Launch(
                name,
                regionCode,
                known ? unitCode : null,
                known ? sites : List.of(),
                known ? grades : List.of(),
                objective,
                maxChoices,
                mobilityLimit,
                preferencesCloseOn);
    }
}
