package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order of unpaid work; a new one is of 100 hours, ordered a month ago and not started. */
public final class OrderRow extends Row<OrderRow> {

    OrderRow(JdbcClient jdbc, long caseId, String requirement) {
        super(jdbc, "upw_order");
        with("case_id", caseId).with("requirement_id", requirement).with("sub_type_code", "W01");
        ordered(6000).credited(0).creditedForLearning(0).sentenced(TODAY.minusMonths(1));
        status("UN").warnings(0).imported(TODAY).state("NOT_STARTED");
    }

    OrderRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "upw_order", which, values);
    }

    public OrderRow state(String state) {
        return with("state", state);
    }

    public OrderRow state(Enum<?> state) {
        return with("state", state);
    }

    public OrderRow subType(String code) {
        return with("sub_type_code", code);
    }

    public OrderRow ordered(int minutes) {
        return with("minutes_ordered", minutes);
    }

    public OrderRow credited(int minutes) {
        return with("minutes_credited", minutes);
    }

    public OrderRow creditedAllBut(int minutes) {
        return withSql("minutes_credited", "minutes_ordered - ?", minutes);
    }

    public OrderRow creditedForLearning(int minutes) {
        return with("ete_minutes_credited", minutes);
    }

    public OrderRow learningNotTakenUp() {
        return with("learning_taken_up", false);
    }

    public OrderRow sentenced(LocalDate on) {
        return with("sentence_date", on);
    }

    public OrderRow status(String code) {
        return with("status", code);
    }

    /** As imported. */
    public OrderRow warnings(int number) {
        return with("warnings_imported", number);
    }

    public OrderRow imported(LocalDate on) {
        return with("imported_on", on);
    }

    public OrderRow livesIn(String district) {
        return with("home_postcode_district", district);
    }

    public OrderRow availableOn(String days) {
        return with("available_days", days);
    }

    public OrderRow mustNotMeet(String exclusions) {
        return with("exclusions", exclusions);
    }

    public OrderRow skills(String skills) {
        return with("skills", skills);
    }

    public OrderRow needsAccess() {
        return with("needs_access", true);
    }

    public OrderRow received(Instant at) {
        return with("received_at", at);
    }

    public OrderRow received(LocalDate on) {
        return with("received_at", on.atStartOfDay());
    }

    public OrderRow team(String code) {
        return with("team_code", code);
    }

    public OrderRow allocated(LocalDate on) {
        return with("allocated_on", on);
    }

    public OrderRow assessed(Instant at) {
        return with("assessed_at", at);
    }

    public OrderRow notAssessed() {
        return with("assessed_at", null);
    }

    public OrderRow suitable(Boolean suitable) {
        return with("suitable", suitable);
    }

    public OrderRow project(String code) {
        return with("project_code", code);
    }

    public OrderRow withoutProject() {
        return with("project_code", null);
    }

    public OrderRow frequency(String frequency) {
        return with("frequency", frequency);
    }

    public OrderRow firstSession(LocalDate on) {
        return with("first_session_on", on);
    }

    public OrderRow instructed(Instant at) {
        return with("instructed_at", at);
    }

    public OrderRow notAskedOfCourt() {
        return with("court_asked_at", null);
    }

    public OrderRow appliedToCourt(LocalDate on) {
        return with("court_applied_on", on);
    }

    public OrderRow extendedTo(LocalDate day) {
        return with("extended_to", day);
    }

    public OrderRow waiting() {
        return with("waiting", true);
    }

    public OrderRow completed(Instant at) {
        return with("completed_at", at);
    }

    public OrderRow process(long instance) {
        return with("process_instance_key", instance);
    }
}
