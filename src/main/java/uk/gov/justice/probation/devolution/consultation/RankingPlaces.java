package uk.gov.justice.probation.devolution.consultation;

import java.util.List;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;

/** What a consultation knows of the ranking of its places. Implemented by preferencing. */
public interface RankingPlaces {

    /**
     * How long each part takes if nothing else was set, in working days.
     *
     * @param ranking from the publication of the places until nobody can rank them any more
     */
    record Periods(int ranking, int panel, int appeals) {}

    Periods periods();

    /** The reminders that those would get today who have not said which places they want. */
    List<Reminder> reminders(Facts consultation);
}
