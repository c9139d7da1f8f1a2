package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.union.TradeUnionRepository;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * The questions of those who are consulted. HR of the region answers them. If the region says so, the union
 * representatives answer those about negotiations, which only the person who asked can see. All others are published
 * together, without saying who asked.
 */
@Service
public class Questions {
    /**
     * @param mine whether the reader asked it
     * @param mayAnswer whether the reader is one of those who answer it
     */
    public record Question(
            long id,
            LocalDateTime askedAt,
            String question,
            boolean negotiation,
            String answer,
            LocalDateTime answeredAt,
            boolean mine,
            boolean mayAnswer) {}

    private final ConsultationRepository consultations;
    private final ConsultationQuestionRepository questions;
    private final NegotiationRegionRepository negotiationRegions;
    private final TradeUnionRepository unions;
    private final Cohorts cohorts;
    private final Deadlines deadlines;
    private final Notifications notifications;
    private final Clock clock;

    Questions(
            ConsultationRepository consultations,
            ConsultationQuestionRepository questions,
            NegotiationRegionRepository negotiationRegions,
            TradeUnionRepository unions,
            Cohorts cohorts,
            Deadlines deadlines,
            Notifications notifications,
            Clock clock) {
        this.consultations = consultations;
        this.questions = questions;
        this.negotiationRegions = negotiationRegions;
        this.unions = unions;
        this.cohorts = cohorts;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What this colleague sees: their own questions, those they answer, and those published, oldest first. */
    @Transactional(readOnly = true)
    public List<Question> seenBy(Colleague reader, Facts consultation) {
        boolean published = consultations.get(consultation.id()).areAnswersPublished();
        return questions.findByConsultationIdOrderById(consultation.id()).stream()
                .map(question -> seen(question, reader, consultation.regionCode()))
                .filter(question -> question.mine()
                        || question.mayAnswer()
                        || published && question.answer() != null && !question.negotiation())
                .toList();
    }

    /** Everything that the person has asked, in whatever consultation. */
    @Transactional(readOnly = true)
    public List<Question> askedBy(Colleague person) {
        return questions.findByAskedByOrderById(person.userName()).stream()
                .map(question -> seen(question, true, false))
                .toList();
    }

    /** Whether questions about negotiations go to the union representative in this region. */
    @Transactional(readOnly = true)
    public boolean negotiationsGoToUnion(String regionCode) {
        return negotiationRegions.existsById(regionCode);
    }

    /** Whether the colleague takes part and questions can still be asked. */
    @Transactional(readOnly = true)
    public boolean mayAsk(Colleague colleague, Facts consultation) {
        return takesPart(colleague, consultation.id())
                && consultation.isIndividual()
                && !consultation.state().ended()
                && !closed(consultation.id());
    }

    /** @throws NotAllowedException if the colleague does not take part, or questions can no longer be asked */
    @Transactional
    public void ask(long consultationId, String text, boolean negotiation, Colleague by) {
        Consultation consultation = consultations.get(consultationId);
        consultation.mustBeIndividual();
        if (!takesPart(by, consultationId))
            throw new NotAllowedException(
                    "Only somebody who takes part in the consultation can ask here. You are signed in as %s."
                            .formatted(by.userName()));
        if (!mayAsk(by, consultation.facts()))
            throw new NotAllowedException(
                    "The last day for questions has passed. Ask your line manager or HR of your region.");
        boolean forUnion = negotiation && negotiationsGoToUnion(consultation.regionCode());
        questions.save(new ConsultationQuestion(consultationId, text, forUnion, by.userName(), clock.instant()));
        if (forUnion) tellUnions(consultation);
    }

    int answered(long consultationId) {
        return questions.answered(consultationId);
    }

    int unanswered(long consultationId) {
        return questions.unanswered(consultationId);
    }

    private static Question seen(ConsultationQuestion question, Colleague reader, String regionCode) {
        return seen(question, question.askedBy().equals(reader.userName()), mayAnswer(question, reader, regionCode));
    }

    private static Question seen(ConsultationQuestion question, boolean mine, boolean mayAnswer) {
        return new Question(
                question.id(),
                question.askedAt(),
                question.question(),
                question.negotiation(),
                question.answer(),
                question.answeredAt(),
                mine,
                mayAnswer);
    }

    /** A union representative if it is about negotiations, otherwise HR of the region. */
    static boolean mayAnswer(ConsultationQuestion question, Colleague reader, String regionCode) {
        return question.negotiation() ? reader.is(Role.TU) : reader.isIn(TaskGroup.of(Role.HR, regionCode));
    }

    private void tellUnions(Consultation consultation) {
        unions.findAll()
                .forEach(union -> notifications.send(
                        "negotiation-%d-%s-%s".formatted(consultation.id(), union.slug(), deadlines.today()),
                        TaskGroup.of(Role.TU, union.slug()).name(),
                        "%s: a question about negotiations".formatted(consultation.title()),
                        "Somebody who takes part has asked about negotiations. It is on the page with the questions.",
                        consultation.subject()));
    }

    private boolean takesPart(Colleague colleague, long consultationId) {
        return cohorts.of(colleague.userName()).stream().anyMatch(member -> member.consultationId() == consultationId);
    }

    private boolean closed(long consultationId) {
        LocalDate last = consultations.get(consultationId).questionsCloseOn();
        return last != null && deadlines.today().isAfter(last);
    }
}
