package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Sets up the data of a test: {@code given.aCase("X000001").limitedAccess().save()} creates a case, and
 * {@code given.theOrder(id).state("SESSIONS").save()} changes an existing order. Prefer the product's own use case
 * where there is one and the test can afford it.
 */
public final class Given {
    private final JdbcClient jdbc;

    public Given(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CaseRow aCase(String crn) {
        return new CaseRow(jdbc, crn);
    }

    public CaseRow theCase(long id) {
        return new CaseRow(jdbc, "id = ?", List.of(id));
    }

    public CaseRow allCases() {
        return new CaseRow(jdbc, "TRUE", List.of());
    }

    public CaseRow theCase(String crn) {
        return new CaseRow(jdbc, "crn = ?", List.of(crn));
    }

    /** That the order is of. */
    public CaseRow theCaseOf(long order) {
        return new CaseRow(jdbc, "id = (SELECT case_id FROM upw_order WHERE id = ?)", List.of(order));
    }

    /** Every n-th. */
    public CaseRow everyCase(int nth) {
        return new CaseRow(jdbc, "MOD(id, ?) = 0", List.of(nth));
    }

    public OrderRow anOrder(long caseId, String requirement) {
        return new OrderRow(jdbc, caseId, requirement);
    }

    public OrderRow theOrder(long id) {
        return new OrderRow(jdbc, "id = ?", List.of(id));
    }

    public OrderRow allOrders() {
        return new OrderRow(jdbc, "TRUE", List.of());
    }

    public SessionRow aSession(long order, String project, LocalDate on) {
        return new SessionRow(jdbc, order, project, on);
    }

    public SessionRow theSession(long id) {
        return new SessionRow(jdbc, "id = ?", List.of(id));
    }

    public SessionRow allSessions() {
        return new SessionRow(jdbc, "TRUE", List.of());
    }

    public SessionRow theSession(String reference) {
        return new SessionRow(jdbc, "session_reference = ?", List.of(reference));
    }

    public SessionRow sessionsBefore(LocalDate day) {
        return new SessionRow(jdbc, "on_date < ?", List.of(day));
    }

    public EnforcementRow anEnforcement(long session) {
        return new EnforcementRow(jdbc, session);
    }

    public EnforcementRow allEnforcements() {
        return new EnforcementRow(jdbc, "TRUE", List.of());
    }

    public ComponentRow aComponent(long caseId, String kind, String reference, LocalDate startedOn) {
        return new ComponentRow(jdbc, caseId, kind, reference, startedOn);
    }

    public ComponentRow theComponent(long id) {
        return new ComponentRow(jdbc, "id = ?", List.of(id));
    }

    public ComponentRow allComponents() {
        return new ComponentRow(jdbc, "TRUE", List.of());
    }

    public ComponentRow theComponents(String kind) {
        return new ComponentRow(jdbc, "kind = ?", List.of(kind));
    }

    public TerminationRow aTermination(long caseId, LocalDate due) {
        return new TerminationRow(jdbc, caseId, due);
    }

    public TerminationRow theTerminationOf(long caseId) {
        return new TerminationRow(jdbc, "case_id = ?", List.of(caseId));
    }

    public TerminationRow allTerminations() {
        return new TerminationRow(jdbc, "TRUE", List.of());
    }

    public ConsultationRow aConsultation() {
        return new ConsultationRow(jdbc);
    }

    public ConsultationRow theConsultation(long id) {
        return new ConsultationRow(jdbc, "id = ?", List.of(id));
    }

    public ConsultationRow allConsultations() {
        return new ConsultationRow(jdbc, "TRUE", List.of());
    }

    public MemberRow aMember(long consultation, String staffNumber) {
        return new MemberRow(jdbc, consultation, staffNumber);
    }

    public MemberRow theMember(long id) {
        return new MemberRow(jdbc, "id = ?", List.of(id));
    }

    public MemberRow allMembers() {
        return new MemberRow(jdbc, "TRUE", List.of());
    }

    public MemberRow membersOf(long consultation) {
        return new MemberRow(jdbc, "consultation_id = ?", List.of(consultation));
    }

    public OptionRow anOption(long consultation, String site, String role, String grade) {
        return new OptionRow(jdbc, consultation, site, role, grade);
    }

    public OptionRow theOption(long id) {
        return new OptionRow(jdbc, "id = ?", List.of(id));
    }

    public HandoverRow aHandover(long regionalProgramme, String planRow, String kind, String region, String service) {
        return new HandoverRow(jdbc, regionalProgramme, planRow, kind, region, service);
    }

    public HandoverRow theHandover(long id) {
        return new HandoverRow(jdbc, "id = ?", List.of(id));
    }

    public HandoverRow theHandover(String planRow) {
        return new HandoverRow(jdbc, "plan_row_id = ?", List.of(planRow));
    }

    public HandoverDecisionRow aDecision(long handover, String step, String outcome, String by, Instant at) {
        return new HandoverDecisionRow(jdbc, handover, step, outcome, by, at);
    }

    public LetterRow theLetter(long id) {
        return new LetterRow(jdbc, "id = ?", List.of(id));
    }

    public LetterRow allLetters() {
        return new LetterRow(jdbc, "TRUE", List.of());
    }

    public LetterRow lettersOf(String batch) {
        return new LetterRow(jdbc, "batch = ?", List.of(batch));
    }

    public LetterRow lettersTo(String staffNumber) {
        return new LetterRow(jdbc, "staff_number = ?", List.of(staffNumber));
    }

    public CaseLetterRow theCaseLetter(long id) {
        return new CaseLetterRow(jdbc, "id = ?", List.of(id));
    }

    public ProjectRow aProject(String code) {
        return new ProjectRow(jdbc, code);
    }

    public ProjectRow theProject(String code) {
        return new ProjectRow(jdbc, "code = ?", List.of(code));
    }

    public StaffRow aColleague(String staffNumber) {
        return new StaffRow(jdbc, staffNumber);
    }

    public StaffRow theColleague(String staffNumber) {
        return new StaffRow(jdbc, "staff_number = ?", List.of(staffNumber));
    }

    public StaffRow everybodyBut(String staffNumber) {
        return new StaffRow(jdbc, "staff_number <> ?", List.of(staffNumber));
    }

    public StaffRow everybody() {
        return new StaffRow(jdbc, "TRUE", List.of());
    }

    public ServiceRow aService(long caseId, String service) {
        return new ServiceRow(jdbc, caseId, service);
    }

    /** All that were done for the case. */
    public ServiceRow theServices(long caseId) {
        return new ServiceRow(jdbc, "case_id = ?", List.of(caseId));
    }

    /** Of all cases, what is still done. */
    public ServiceRow theServicesGoingOn() {
        return new ServiceRow(jdbc, "open_mark = 1", List.of());
    }

    public ServiceRow theServicesGoingOn(long caseId) {
        return new ServiceRow(jdbc, "case_id = ? AND open_mark = 1", List.of(caseId));
    }

    public ServiceRow theServiceGoingOn(long caseId, String service) {
        return new ServiceRow(jdbc, "case_id = ? AND service_code = ? AND open_mark = 1", List.of(caseId, service));
    }

    public ServiceRow allServices() {
        return new ServiceRow(jdbc, "TRUE", List.of());
    }

    public RoundRow aRound(long consultation, long seed) {
        return new RoundRow(jdbc, consultation, seed);
    }

    public RoundRow theRoundOf(long consultation) {
        return new RoundRow(jdbc, "consultation_id = ?", List.of(consultation));
    }

    public RoundRow allRounds() {
        return new RoundRow(jdbc, "TRUE", List.of());
    }

    public PlacementRow aPlacement(long member, Long option) {
        return new PlacementRow(jdbc, member, option);
    }

    public PlacementRow thePlacementOf(long member) {
        return new PlacementRow(jdbc, "member_id = ?", List.of(member));
    }

    public PlacementRow allPlacements() {
        return new PlacementRow(jdbc, "TRUE", List.of());
    }

    public QueueRow aFrozenQueue(long handover, String unit, String service) {
        return new QueueRow(jdbc, handover, unit, service);
    }

    public QueueRow theFrozenQueues(long handover) {
        return new QueueRow(jdbc, "handover_id = ?", List.of(handover));
    }

    public QueueRow allFrozenQueues() {
        return new QueueRow(jdbc, "TRUE", List.of());
    }

    /** The SPO of the North West gives somebody access to a limited-access case, if they have none. */
    public void access(long caseId, String userName) {
        jdbc.sql(
                        "INSERT IGNORE INTO case_access_grant (case_id, user_name, granted_by, granted_at) VALUES (?, ?, 'spo-nw', ?)")
                .params(caseId, userName, Utc.of(MORNING))
                .update();
    }

    /** Places that a site has for a role. */
    public void vacancy(String site, String role, int places) {
        jdbc.sql(
                        "INSERT INTO vacancy (site_code, role_code, places, tasks) VALUES (?, ?, ?, 'Terminations|Court lists')")
                .params(site, role, places)
                .update();
    }

    /** @param percent of one full-time equivalent, for all places of the role at the site */
    public void fullTimeEquivalents(String site, String role, int percent) {
        change("UPDATE vacancy SET fte_percent = ? WHERE site_code = ? AND role_code = ?", percent, site, role);
    }

    /** Every place is cut or closed. */
    public void noVacancies() {
        jdbc.sql("DELETE FROM vacancy").update();
    }

    /** How long the way takes by car, the first time that it is said. */
    public void journey(String homeDistrict, String site, int minutes) {
        jdbc.sql("INSERT IGNORE INTO travel_time (home_district, site_code, minutes, mode) VALUES (?, ?, ?, 'CAR')")
                .params(homeDistrict, site, minutes)
                .update();
    }

    /** What somebody asks for, best first; nothing: they could not be asked. */
    /** Every recorded request has its seed as a number, as releases before wrote it. */
    public void recordedAsNumber(String seed) {
        jdbc.sql("UPDATE allocation_run SET request = REPLACE(request, ?, ?)")
                .params("\"" + seed + "\"", seed)
                .update();
    }

    public void answer(long member, Long... options) {
        GeneratedKeyHolder answer = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO preference_answer (member_id, kind, long_journey_agreed, given_by, given_at) VALUES (?, ?, FALSE, 'P0001', ?)")
                .params(member, options.length == 0 ? "UNAVAILABLE" : "OWN", Utc.of(MORNING))
                .update(answer);
        for (int rank = 1; rank <= options.length; rank++) {
            jdbc.sql("INSERT INTO preference_choice (answer_id, choice_rank, option_id) VALUES (?, ?, ?)")
                    .params(answer.getKey(), rank, options[rank - 1])
                    .update();
        }
    }

    /** Somebody agrees to the longer journey to one of the places they asked for, and to no other. */
    public void consents(long member, long option) {
        jdbc.sql(
                        "UPDATE preference_choice c JOIN preference_answer a ON a.id = c.answer_id SET c.long_journey_agreed = (c.option_id = ?), a.long_journey_agreed = TRUE WHERE a.member_id = ?")
                .params(option, member)
                .update();
    }

    /** Somebody agreed, before consent was given for each place, to the longer journeys to all they asked for. */
    public void consents(long member) {
        jdbc.sql("UPDATE preference_answer SET long_journey_agreed = TRUE WHERE member_id = ?")
                .param(member)
                .update();
    }

    /** Somebody's outcome letter, as far as appeals are concerned. */
    public void outcomeLetter(long member) {
        outcomeLetters("id = ?", member);
    }

    /** Everybody's outcome letter, as far as appeals are concerned. */
    public void outcomeLetters(long consultation) {
        outcomeLetters("consultation_id = ?", consultation);
    }

    private void outcomeLetters(String whose, long value) {
        jdbc.sql(
                        "INSERT INTO outcome_letter (member_id, consultation_id, letter_id, written_at) SELECT id, consultation_id, id, ? FROM cohort_member WHERE "
                                + whose)
                .params(Utc.of(MORNING), value)
                .update();
    }

    /** Nobody has an outcome letter. */
    public void noOutcomeLetters() {
        jdbc.sql("DELETE FROM outcome_letter").update();
    }

    /** An appeal that the panel has decided so; its id. */
    public long anAppeal(long member, String outcome) {
        GeneratedKeyHolder appeal = new GeneratedKeyHolder();
        jdbc.sql("""
            INSERT INTO appeal (consultation_id, member_id, state, lodged_at, in_time, from_option_id, recommendation, reviewed_by, outcome, union_code, decided_by, decided_at, version)
            SELECT m.consultation_id, m.id, 'DECIDED', :now, TRUE, p.option_id, 'UPHOLD', 'appeal-manager-nw', :outcome, 'NAPO', 'appeal-panel-nw', :now, 0
            FROM cohort_member m LEFT JOIN placement p ON p.member_id = m.id WHERE m.id = :member
            """)
                .param("now", Utc.of(MORNING))
                .param("outcome", outcome)
                .param("member", member)
                .update(appeal);
        return appeal.getKey().longValue();
    }

    /** A programme that runs in the region; the id of the region's part. */
    public long aRunningProgramme(String region, LocalDate backstop) {
        GeneratedKeyHolder programme = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO programme (base_date, shift_days, launched_by, launched_at) VALUES ('2021-10-01', 0, 'example', ?)")
                .param(Utc.of(MORNING))
                .update(programme);
        GeneratedKeyHolder regional = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO regional_programme (programme_id, region_code, state, backstop, version) VALUES (?, ?, 'RUNNING', ?, 0)")
                .params(Arrays.asList(programme.getKey(), region, backstop))
                .update(regional);
        return regional.getKey().longValue();
    }

    public void backstop(long regionalProgramme, LocalDate day) {
        jdbc.sql("UPDATE regional_programme SET backstop = ? WHERE id = ?")
                .params(day, regionalProgramme)
                .update();
    }

    public MigratedRow anInstanceOf(long migration, long instance) {
        return new MigratedRow(jdbc, migration, instance);
    }

    public MigrationRow theMigration(long id) {
        return new MigrationRow(jdbc, "id = ?", List.of(id));
    }

    public MigrationRow aMigration(String processId) {
        return new MigrationRow(jdbc, processId);
    }

    /** What a task of an instance is about, as far as was noted. */
    public TaskAboutRow aTaskAbout(long instance, String name, String value, String about) {
        return new TaskAboutRow(jdbc, instance, name, value, about);
    }

    public TaskAboutRow tasksAbout(String name) {
        return new TaskAboutRow(jdbc, "name = ?", List.of(name));
    }

    public TaskAboutRow tasksOf(long instance) {
        return new TaskAboutRow(jdbc, "instance_key = ?", List.of(instance));
    }

    public TaskAboutRow allTasksAbout() {
        return new TaskAboutRow(jdbc, "TRUE", List.of());
    }

    /** A colleague stands in for another. */
    public DeputyRow aDeputy(String away, String deputy) {
        return new DeputyRow(jdbc, away, deputy);
    }

    /** Somebody is asked to rank places. */
    public AskingRow anAsking(long member, long instance) {
        return new AskingRow(jdbc, member, instance);
    }

    public AskingRow allAskings() {
        return new AskingRow(jdbc, "TRUE", List.of());
    }

    /** Every union takes part in the consultation. */
    public void allUnionsIn(long consultation) {
        jdbc.sql("INSERT IGNORE INTO consultation_union (consultation_id, union_code) SELECT ?, code FROM trade_union")
                .param(consultation)
                .update();
    }

    /** Somebody whom a party of the draw has named to read everybody's rows. */
    public void aDrawReader(long consultation, String party, String userName) {
        jdbc.sql(
                        "INSERT INTO draw_reader (consultation_id, party, user_name, named_by, named_at) VALUES (?, ?, ?, 'test', ?)")
                .params(consultation, party, userName, Utc.of(MORNING))
                .update();
    }

    public UnionRow theUnion(String code) {
        return new UnionRow(jdbc, "union_code = ?", List.of(code));
    }

    public UnionRow unionsBut(String code) {
        return new UnionRow(jdbc, "union_code <> ?", List.of(code));
    }

    /** That the handover began, so many of them. */
    public ServiceRow someServicesBegunBy(long handover, int number) {
        return new ServiceRow(
                jdbc,
                "id IN (SELECT id FROM (SELECT id FROM case_service WHERE begun_by_handover = ? ORDER BY id LIMIT %d) some)"
                        .formatted(number),
                List.of(handover));
    }

    /** That is handed over by this item. */
    public ServiceRow theServiceOfItem(long item) {
        return new ServiceRow(jdbc, "id = (SELECT case_service_id FROM handover_item WHERE id = ?)", List.of(item));
    }

    public ServiceRow theServicesGoingOn(String unit, String region, String service) {
        return new ServiceRow(
                jdbc,
                "open_mark = 1 AND unit_code = ? AND region_code = ? AND service_code = ?",
                List.of(unit, region, service));
    }

    /** The handover waits for somebody's vetting. */
    public void vetting(long handover, String staffNumber) {
        change("INSERT INTO handover_vetting (handover_id, staff_number) VALUES (?, ?)", handover, staffNumber);
    }

    /** What the data lead decided about a case that changed since the inventory. */
    public void decided(long item, String decision, String reason) {
        change("UPDATE handover_item SET decision = ?, reason = ? WHERE id = ?", decision, reason, item);
    }

    /** A case that changed since the inventory and stays where it is for good. */
    public void left(long item) {
        change("UPDATE handover_item SET state = 'LEFT' WHERE id = ?", item);
    }

    /** A week has passed since the weeks of the programme were kept. */
    public void weeksWereKeptAWeekBefore() {
        change(
                "UPDATE weekly_report_line SET monday = monday - INTERVAL 7 DAY, kept_on = kept_on - INTERVAL 7 DAY ORDER BY monday");
    }

    /** @param day null: nobody was briefed */
    public void briefed(long handover, LocalDate day) {
        change("UPDATE handover_briefing SET briefed_on = ? WHERE handover_id = ?", day, handover);
    }

    /** @param site null: it has no base */
    public void base(String team, String site) {
        change("UPDATE team SET base_site = ? WHERE code = ?", site, team);
    }

    public void aVacancyForTheFirstRole(String site, int places) {
        change(
                "INSERT INTO vacancy (site_code, role_code, places, tasks) SELECT ?, MIN(code), ?, '' FROM role",
                site,
                places);
    }

    public void journeysTo(String site, int minutes) {
        change("UPDATE travel_time SET minutes = ? WHERE site_code = ?", minutes, site);
    }

    /** Somebody begins in their new place today. */
    public void aStart(long member) {
        change(
                "INSERT INTO start_in_place (member_id, starts_on, induction_booked, tools_ready, learning_plan_agreed, recorded_by, recorded_at) VALUES (?, ?, 1, 1, 1, 'LM001', ?)",
                member,
                TODAY,
                Utc.of(MORNING));
    }

    /** In the panel somebody was moved to the place. */
    public void movedInPanel(long consultation, long member, long place, String by) {
        change(
                "INSERT INTO panel_move (consultation_id, member_id, from_option, to_option, effect, reason_id, moved_by, moved_at) VALUES (?, ?, NULL, ?, '', 1, ?, ?)",
                consultation,
                member,
                place,
                by,
                Utc.of(MORNING));
    }

    public void appealsOpenedDaysBefore(int days) {
        change("UPDATE appeal_window SET opened_at = opened_at - INTERVAL ? DAY", days);
    }

    public void arranged(long appeal, String arrangement) {
        change("UPDATE appeal SET arrangement = ? WHERE id = ?", arrangement, appeal);
    }

    /** Every confidential record is somebody else's, as nobody could make it. */
    public void allConfidentialRecordsAreOf(String staffNumber) {
        change("UPDATE confidential_record SET staff_number = ?", staffNumber);
    }

    public void everybodySignedIn(Instant at) {
        change("UPDATE colleague SET seen_at = ?", Utc.of(at));
    }

    /** Tasks of before were answered so much earlier. */
    public void answeredHoursBefore(int hours) {
        change("UPDATE task_of_before SET last_at = last_at - INTERVAL ? HOUR", hours);
    }

    /** No process has come to the call of another. */
    public void nothingIsExpected() {
        change("DELETE FROM expected_call");
    }

    private void change(String sql, Object... parameters) {
        jdbc.sql(sql).params(Arrays.asList(parameters)).update();
    }
}
