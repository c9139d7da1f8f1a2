package uk.gov.justice.probation.devolution.consultation.web;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.Problem;

/** Finds the consultation or member in an address, for those who may see it. */
@Component
class ConsultationLookup {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final ConsultationOverview overview;

    ConsultationLookup(Consultations consultations, Cohorts cohorts, ConsultationOverview overview) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.overview = overview;
    }

    /** For every colleague with a role, participants and their line managers. */
    Facts consultation(long id, Colleague colleague) {
        Facts facts = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound(
                        "There is no consultation %d. The page 'Consultations' lists those there are.".formatted(id)));
        if (!colleague.groups().isEmpty()
                || takesPart(id, colleague)
                || overview.withPeopleOf(colleague.userName()).contains(facts)) return facts;
        throw new NotAllowedException(
                "This consultation is for those who take part, their line managers and those who hold a role in the programme. You are signed in as %s."
                        .formatted(colleague.userName()));
    }

    /**
     * For HR of the region only.
     *
     * @param action completes "can …" in the refusal
     */
    Facts forHr(long id, Colleague colleague, String action) {
        Facts facts = consultation(id, colleague);
        colleague.mustHold(Role.HR, facts.regionCode(), action);
        return facts;
    }

    /** For the person, their line manager and HR of their region only. */
    Member person(long memberId, Colleague colleague) {
        Member member = cohorts.find(memberId)
                .orElseThrow(() -> Problem.notFound("Nobody in a consultation has the number %d.".formatted(memberId)));
        if (cohorts.mayActFor(colleague, member)) return member;
        throw new NotAllowedException(
                "Only the person, their line manager and HR of their region can see this page. You are signed in as %s."
                        .formatted(colleague.userName()));
    }

    /** For whoever may see and record the person's one-to-one only. */
    Member toMeet(long memberId, Colleague colleague) {
        return cohorts.find(memberId)
                .filter(member -> cohorts.mayMeet(colleague, member))
                .orElseGet(() -> person(memberId, colleague));
    }

    boolean mayMeet(Member member, Colleague colleague) {
        return cohorts.mayMeet(colleague, member);
    }

    /** Whether the colleague may say who holds the person's one-to-one. */
    boolean mayName(Member member, Colleague colleague) {
        return cohorts.mayActFor(colleague, member) && !colleague.userName().equals(member.staffNumber());
    }

    Facts consultationOf(Member member) {
        return consultations.get(member.consultationId());
    }

    boolean takesPart(long id, Colleague colleague) {
        return cohorts.of(colleague.userName()).stream().anyMatch(member -> member.consultationId() == id);
    }

    /** The use cases refuse it too; here the refusal is worded for people. */
    static void mustBeIndividual(Facts facts) {
        if (facts.isIndividual()) return;
        throw new NotAllowedException("The individual stage of '%s' has not been opened: the unions are heard first."
                .formatted(facts.title()));
    }
}
