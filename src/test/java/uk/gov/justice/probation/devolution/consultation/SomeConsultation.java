package uk.gov.justice.probation.devolution.consultation;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** A consultation in the North West for tests: a line manager NW0001 and the people they manage, NW0002 and so on. */
public final class SomeConsultation {
    public static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Launch LAUNCH = new Launch("NW", "PSC_LIVERPOOL", List.of("CA"), "BALANCED", 5, 90, null);

    private final LaunchingConsultations launching;
    private final ConsultingUnions unions;
    private final OpeningIndividualStage individualStage;
    private final JdbcClient jdbc;
    private final Given given;

    public SomeConsultation(
            LaunchingConsultations launching,
            ConsultingUnions unions,
            OpeningIndividualStage individualStage,
            JdbcClient jdbc) {
        this.launching = launching;
        this.unions = unions;
        this.individualStage = individualStage;
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
    }

    /** @return its id */
    public long launched(int people) {
        var staff = new SomeStaff(jdbc);
        staff.add("NW0001", "NW", "PSC_LIVERPOOL", "MANAGER", null);
        for (int n = 2; n <= people + 1; n++) staff.add("NW%04d".formatted(n), "NW", "NW0001");
        return launching.launch(LAUNCH, HR).consultation().id();
    }

    /** Every union has answered and the director has responded. */
    public long inTheIndividualStage(int people) {
        long id = launched(people);
        unionsAsked(id, 0);
        unions.missing(id)
                .forEach(union -> unions.recordFeedback(
                        id,
                        union.code(),
                        "We have read it.",
                        SomeAnswers.of(union.code().hashCode(), union.group())));
        unions.respond(id, "Thank you.", SomeAnswers.of(4711, "rpd-nw"));
        individualStage.open(id);
        return id;
    }

    /** The scope has been set out with this many redundancies, and the unions have been asked. */
    public ConsultingUnions.Asked unionsAsked(long id, int redundancies) {
        given.theConsultation(id).redundancies(redundancies).save();
        return unions.open(id);
    }

    public long member(long consultationId, String staffNumber) {
        return jdbc.sql(
                        "SELECT id FROM cohort_member WHERE consultation_id = ? AND staff_number = ? AND active_mark = 1")
                .params(consultationId, staffNumber)
                .query(Long.class)
                .single();
    }
}
