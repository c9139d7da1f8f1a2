package uk.gov.justice.probation.devolution.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOneReminders;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.consultation.outcome.DecidingOutcome;
import uk.gov.justice.probation.devolution.consultation.question.AnsweringQuestions;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.question.Questions;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/**
 * The maximum number of statements that each step of a consultation sends. A change that makes a step send more fails
 * here and has to be justified.
 */
@DomainTest
@WithDatabase
class StatementsOfAConsultationTest {
    private static final Colleague HR = SomeConsultation.HR;
    private static final Launch LAUNCH = new Launch("NW", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", 5, 90, null);
    private static final Launch ANOTHER = new Launch("NW", "PSC_LIVERPOOL", List.of("PSO"), "BALANCED", 5, 90, null);
    private static final LocalDate LATER = LocalDate.of(2027, 6, 1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    LaunchRequests requests;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationOverview overview;

    @Autowired
    Cohorts cohorts;

    @Autowired
    SettingScope scope;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    OneToOneReminders oneToOneReminders;

    @Autowired
    HoldingEvents events;

    @Autowired
    Questions questions;

    @Autowired
    AnsweringQuestions answering;

    @Autowired
    ChangingCohorts changing;

    @Autowired
    GivingMoreTime moreTime;

    @Autowired
    DecidingOutcome outcome;

    @Autowired
    ClosingConsultations closing;

    private int tasks;
    private long id;

    @Test
    void noStepSendsMoreThanItNeeds() throws Exception {
        var staff = new SomeStaff(jdbc);
        staff.add("NW0001", "NW", "PSC_LIVERPOOL", "MANAGER", null);
        for (int n = 2; n <= 6; n++) staff.add("NW%04d".formatted(n), "NW", "NW0001");
        staff.add("NW0050", "NW", "PSC_LIVERPOOL", "PSO", "NW0001");

        atMost(
                15,
                "launch",
                () -> id = launching.launch(LAUNCH, HR).consultation().id());
        atMost(5, "begin", () -> launching.begin(null, id, 11));
        staff.add("NW0007", "NW", "NW0001");
        staff.add("NW0008", "NW", "NW0001");
        atMost(8, "receive a launch", () -> requests.receive(null, ANOTHER, 12));
        atMost(4, "confirm a launch", () -> requests.decide(12, "CONFIRM", answer("hr-nw")));
        atMost(
                16,
                "begin a confirmed launch",
                () -> launching.begin(requests.confirmed(12).orElseThrow(), null, 12));
        atMost(5, "set the scope", () -> scope.set(id, new SettingScope.Scope(5, 100, "Why", "What"), answer("hr-nw")));
        atMost(6, "record form HR1", () -> scope.hr1Sent(id, LocalDate.of(2026, 10, 1), "HR1/77", answer("hr-nw")));
        atMost(11, "ask the unions", () -> unions.open(id));
        atMost(2, "note a union", () -> unions.subject(id, "NAPO"));
        atMost(8, "take feedback", () -> unions.recordFeedback(id, "NAPO", "Yes, but.", answer("tu-napo")));
        atMost(4, "remind the unions", () -> unions.remind(id));
        atMost(
                10,
                "give the unions more time",
                () -> unions.decideOnMissing(
                        id, "EXTEND", LocalDate.of(2027, 5, 4), "Their conference.", answer("rpd-nw")));
        atMost(
                11,
                "go on without unions",
                () -> unions.decideOnMissing(id, "APPROVE", null, "They will not answer.", answer("rpd-nw")));
        atMost(5, "respond to the unions", () -> unions.respond(id, "Thank you.", answer("rpd-nw")));
        atMost(9, "open the individual stage", () -> individualStage.open(id));
        atMost(
                5,
                "schedule events",
                () -> events.schedule(
                        id,
                        new HoldingEvents.Events(LocalDate.of(2027, 1, 5), "Town hall", null, null),
                        answer("hr-nw")));
        atMost(8, "invite", () -> events.invite(id));
        Colleague person = new Colleague("NW0002", Set.of());
        atMost(4, "ask", () -> questions.ask(id, "When?", false, person));
        atMost(3, "read questions", () -> questions.seenBy(person, consultations.get(id)));
        atMost(
                5,
                "answer",
                () -> answering.answer(
                        id,
                        jdbc.sql("SELECT MAX(id) FROM consultation_question")
                                .query(Long.class)
                                .single(),
                        "Soon.",
                        HR));
        atMost(6, "say the answers are ready", () -> events.answersReady(id, answer("hr-nw")));
        atMost(9, "publish answers", () -> events.publishAnswers(id));
        atMost(2, "list people", () -> oneToOnes.list(id));
        long member = cohorts.of("NW0002").getFirst().id();
        atMost(6, "prepare a one-to-one", () -> oneToOnes.prepare(member, 21));
        atMost(5, "remind of a one-to-one", () -> oneToOneReminders.remind(member));
        atMost(3, "escalate a one-to-one", () -> oneToOneReminders.escalate(member));
        atMost(8, "more time for one person", () -> moreTime.extend(member, LATER, "An operation.", HR));
        atMost(7, "record a one-to-one", () -> oneToOnes.record(member, "HELD", null, true, answer("NW0001")));
        atMost(8, "join", () -> changing.join(id, "NW0007", HR));
        atMost(6, "leave", () -> changing.leave(member, HR));
        atMost(1, "list who takes part", () -> cohorts.active(id));
        atMost(1, "list consultations", () -> consultations.all());
        atMost(2, "those with people of a manager", () -> overview.withPeopleOf("NW0001"));
        atMost(
                3 + 2 * 5,
                "begin preferences, with two calls for each of five who are still to be met",
                () -> consultations.moveTo(id, ConsultationState.PREFERENCES));
        atMost(11, "prepare the decision", () -> outcome.prepare(id));
        atMost(14, "decide", () -> outcome.decide(id, "CONFIRM", null, answer("rpd-nw")));
        atMost(19, "close", () -> closing.close(id));
    }

    private static void atMost(int most, String step, Statements.Action action) throws Exception {
        assertThat(Statements.during(action).all()).as(step).hasSizeLessThanOrEqualTo(most);
    }

    private TaskAnswer answer(String by) {
        return SomeAnswers.of(++tasks, by);
    }
}
