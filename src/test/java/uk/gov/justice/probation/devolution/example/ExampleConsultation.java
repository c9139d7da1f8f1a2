package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import io.camunda.client.CamundaClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/**
 * Consultations of PSC Liverpool made for tests, in the state that the earlier steps would leave. The people are case
 * administrators who live near Sefton.
 */
public final class ExampleConsultation {

    public static final String MANAGER = "LM001";

    private final JdbcClient jdbc;
    private final Given given;
    private final SomePreferences some;
    private final Consultations consultations;
    private final Allocating allocating;
    private final OpeningPanel opening;
    private final Panel panel;
    private final ConfirmingPanel confirming;
    private final Deadlines deadlines;
    private final ExpectedCalls calls;
    private final CamundaClient camunda;

    ExampleConsultation(
            JdbcClient jdbc,
            Consultations consultations,
            Allocating allocating,
            OpeningPanel opening,
            Panel panel,
            ConfirmingPanel confirming,
            Deadlines deadlines,
            ExpectedCalls calls,
            CamundaClient camunda) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
        this.some = new SomePreferences(jdbc);
        this.consultations = consultations;
        this.allocating = allocating;
        this.opening = opening;
        this.panel = panel;
        this.confirming = confirming;
        this.deadlines = deadlines;
        this.calls = calls;
        this.camunda = camunda;
    }

    /**
     * A consultation without people in this state.
     *
     * @return its id
     */
    public long at(ConsultationState state) {
        long consultation = some.consultation();
        boolean individual = state.compareTo(ConsultationState.INDIVIDUAL) >= 0;
        given.theConsultation(consultation)
                .state(state)
                .individualStage(individual ? MORNING : null)
                .save();
        manager();
        return consultation;
    }

    /**
     * Somebody who takes part.
     *
     * @return their member id
     */
    public long person(long consultation, String staffNumber) {
        return some.person(consultation, staffNumber, "CA", "L12");
    }

    /**
     * P0001 and so on.
     *
     * @return their member ids
     */
    public List<Long> people(long consultation, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> person(consultation, "P%04d".formatted(n)))
                .toList();
    }

    /** Everybody who takes part has had their one-to-one. */
    public void met(long consultation) {
        given.membersOf(consultation).met().save();
    }

    /** Somebody of PSC Liverpool who does not take part yet. */
    public String colleague(String staffNumber) {
        manager();
        new SomeStaff(jdbc).add(staffNumber, "NW", MANAGER);
        given.theColleague(staffNumber).livesIn("L12").save();
        return staffNumber;
    }

    /** Places for case administrators, a short journey away. */
    public void vacancy(String site, int places) {
        some.vacancy(site, "CA_GENERAL", places);
        some.journey("L12", site, 20);
    }

    /** A consultation in the ranking stage, open for twenty working days. People and options have to be added. */
    public long ranking() {
        long consultation = at(ConsultationState.PREFERENCES);
        some.round(consultation, 7);
        given.theRoundOf(consultation)
                .closes(moment(deadlines.inWorkingDays(20)))
                .save();
        return consultation;
    }

    /**
     * Published places for case administrators, a short journey away.
     *
     * @return the option's id
     */
    public long option(long consultation, String site, int places) {
        some.journey("L12", site, 20);
        return some.option(consultation, site, places);
    }

    /** The director has confirmed the result for these people and options. */
    public void confirmed(long consultation, List<Long> people, Long... wanted) {
        people.forEach(person -> some.answer(person, wanted));
        allocating.allocate(consultation);
        opening.prepare(consultation);
        panel.keep(consultation, people, new Colleague("preference-panel-nw", Set.of("preference-panel-nw")));
        confirming.confirm(consultation, SomeAnswers.of(consultation, "preference-panel-nw"));
        consultations.moveTo(consultation, ConsultationState.OUTCOME);
    }

    /** Everybody has been informed of their outcome and may appeal for ten working days. */
    public void told(long consultation) {
        given.theConsultation(consultation)
                .appealsClose(moment(deadlines.inWorkingDays(10)))
                .save();
        given.outcomeLetters(consultation);
    }

    /** Everybody has been informed of their outcome, and nobody can appeal any more. */
    public void appealsOver(long consultation) {
        told(consultation);
        given.theConsultation(consultation)
                .appealsClose(moment(deadlines.inWorkingDays(0)))
                .save();
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /**
     * Starts this process for the consultation as its caller would on reaching the call.
     *
     * @return the key of the process instance
     */
    public long start(String processId, long consultation, Map<String, Object> more) {
        expected(processId, more.getOrDefault("letterBatch", more.getOrDefault("memberId", consultation)));
        return startUncalled(processId, consultation, more);
    }

    /** The caller has reached the call of this process. */
    public void expected(String processId, Object value) {
        calls.expect(processId, value, System.nanoTime());
    }

    /** Starts it as anybody with the engine's token could. */
    public long startUncalled(String processId, long consultation, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(given(consultation));
        variables.putAll(more);
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** What the consultation's processes know of it. */
    public Map<String, Object> given(long consultation) {
        return given(consultations.get(consultation));
    }

    private static Map<String, Object> given(Facts consultation) {
        return Map.of(
                "consultationId",
                consultation.id(),
                "regionCode",
                consultation.regionCode(),
                "regionSlug",
                consultation.regionSlug(),
                "regionName",
                consultation.regionName(),
                "title",
                consultation.title(),
                "consoleUrl",
                "http://localhost:8090");
    }

    private void manager() {
        boolean there = jdbc.sql("SELECT COUNT(*) FROM staff WHERE staff_number = ?")
                        .param(MANAGER)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!there) new SomeStaff(jdbc).add(MANAGER, "NW", "PSC_LIVERPOOL", "SPO", null);
    }
}
