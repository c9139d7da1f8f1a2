package uk.gov.justice.probation.devolution.preferencing;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;

/** The state after the panel has confirmed: places, outcome letters and appeals. */
public final class SomeOutcomes {
    private final JdbcClient jdbc;
    private final Given given;

    public SomeOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
    }

    /** The director has confirmed the outcome. */
    public void confirmed(long consultationId) {
        given.theConsultation(consultationId).state("OUTCOME").save();
    }

    /**
     * The consultation has reached its letters; appeals close this many days from now, or closed this many days ago if
     * negative.
     */
    public void appealsCloseInDays(long consultationId, int days) {
        given.theConsultation(consultationId)
                .state("OUTCOME")
                .appealsClose(MORNING.plus(Duration.ofDays(days)))
                .save();
    }

    /** @param optionId null for no place */
    public void placed(long memberId, Long optionId) {
        given.aPlacement(memberId, optionId).save();
    }

    /** Their outcome letter, with only what appeals need. */
    public void told(long memberId) {
        given.outcomeLetter(memberId);
    }

    /** An appeal with this decision of the panel. @return its id */
    public long decided(long memberId, AppealOutcome outcome) {
        return given.anAppeal(memberId, outcome.name());
    }

    /** Option by member; null for none. */
    public Map<Long, Long> places() {
        Map<Long, Long> places = new TreeMap<>();
        jdbc.sql("SELECT member_id, option_id FROM placement").query(row -> {
            places.put(row.getLong(1), row.getObject(2, Long.class));
        });
        return places;
    }

    /** Options with more people than places; the result must be empty. */
    public int overbooked() {
        return jdbc.sql("""
            SELECT COUNT(*) FROM preference_option o WHERE o.places <
              (SELECT COUNT(*) FROM placement p JOIN cohort_member m ON m.id = p.member_id AND m.active_mark = 1 WHERE p.option_id = o.id)
            """).query(Integer.class).single();
    }
}
