package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Answers the questions of those who are consulted. Answers about negotiations are sent only to the person who asked.
 */
@Service
public class AnsweringQuestions {
    private final ConsultationRepository consultations;
    private final ConsultationQuestionRepository questions;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    AnsweringQuestions(
            ConsultationRepository consultations,
            ConsultationQuestionRepository questions,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.questions = questions;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotAllowedException if the question is not the colleague's to answer */
    @Transactional
    public void answer(long consultationId, long questionId, String text, Colleague by) {
        Consultation consultation = consultations.lock(consultationId);
        ConsultationQuestion question = questions
                .findByIdAndConsultationId(questionId, consultationId)
                .orElseThrow(() -> new NotAllowedException("This question is not part of the consultation."));
        if (!Questions.mayAnswer(question, by, consultation.regionCode())) {
            throw new NotAllowedException("Only %s can answer this question. You are signed in as %s."
                    .formatted(question.negotiation() ? "a union representative" : "HR of the region", by.userName()));
        }
        Instant now = clock.instant();
        question.answer(text, by.userName(), now);
        audit.record(
                by.userName(),
                "QUESTION_ANSWERED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("question", questionId));
        if (question.negotiation()) {
            notifications.send(
                    "question-%d-%s".formatted(questionId, Utc.of(now)),
                    question.askedBy(),
                    "%s: your question is answered".formatted(consultation.title()),
                    "The answer is on the page with your questions.",
                    consultation.subject());
        }
    }
}
