package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consultation; a new one is of PSC Liverpool and has come to its preferences. */
public final class ConsultationRow extends Row<ConsultationRow> {

    ConsultationRow(JdbcClient jdbc) {
        super(jdbc, "consultation");
        with("region_code", "NW")
                .with("unit_code", "PSC_LIVERPOOL")
                .with("title", name(jdbc))
                .state("PREFERENCES");
        with("objective", "GREEDY").choices(5).with("mobility_limit_minutes", 90);
        with("launched_by", "hr-nw").with("launched_at", MORNING).individualStage(MORNING);
    }

    ConsultationRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "consultation", which, values);
    }

    /** No two have the same. */
    private static String name(JdbcClient jdbc) {
        int known = jdbc.sql("SELECT COUNT(*) FROM consultation")
                .query(Integer.class)
                .single();
        return known == 0 ? "PSC Liverpool" : "PSC Liverpool " + (known + 1);
    }

    public ConsultationRow event(LocalDate on, String place) {
        return with("event_on", on).with("event_place", place);
    }

    public ConsultationRow answersPublished(Instant at) {
        return with("answers_published_at", at);
    }

    public ConsultationRow state(Enum<?> state) {
        return with("state", state);
    }

    public ConsultationRow state(String state) {
        return with("state", state);
    }

    public ConsultationRow individualStage(Instant at) {
        return with("individual_stage_at", at);
    }

    public ConsultationRow beforeIndividualStage() {
        return with("individual_stage_at", null);
    }

    public ConsultationRow questionsClose(LocalDate on) {
        return with("questions_close_on", on);
    }

    public ConsultationRow appealsClose(Instant at) {
        return with("appeals_close_at", at);
    }

    public ConsultationRow redundancies(Integer number) {
        return with("proposed_redundancies", number);
    }

    /** An honest draw, as every new consultation is unless HR chooses another aim. */
    public ConsultationRow objective(String objective) {
        return with("objective", objective);
    }

    public ConsultationRow draw() {
        return with("objective", "DRAW").oneLevel();
    }

    /** What was not asked for counts the same for everybody, as in every consultation that is launched now. */
    public ConsultationRow oneLevel() {
        return with("one_level", true);
    }

    public ConsultationRow choices(int atMost) {
        return with("max_choices", atMost);
    }

    public ConsultationRow process(long instance) {
        return with("process_instance_key", instance);
    }

    public ConsultationRow withoutProcess() {
        return with("process_instance_key", null);
    }
}
