package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswer.Key;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;

/** Holds the answers about limited-access cases until their tasks are completed. Each is locked while it changes. */
@Component
class KeptAnswers {
    private final LimitedAnswerRepository answers;
    private final Clock clock;

    KeptAnswers(LimitedAnswerRepository answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** The colleague's answer for the task that is open now. */
    @Transactional(readOnly = true)
    public Optional<Given> unused(Key key) {
        return answers.findById(key).filter(answer -> !answer.isUsed()).map(LimitedAnswer::given);
    }

    @Transactional
    public void give(Key key, String choice, LocalDate day) {
        answers.begin(key.about(), key.question(), key.givenBy(), Utc.of(clock.instant()));
        LimitedAnswer answer = answers.lockById(key).orElseThrow();
        answer.give(choice, day, clock.instant());
        answers.save(answer);
    }

    /** The answer to use for this task, whether for the first time or for a repeated delivery. */
    @Transactional
    public Given use(Key key, long task) {
        return answers.lockById(key)
                .map(answer -> {
                    answer.use(task);
                    answers.save(answer);
                    return answer.isUsedFor(task) ? answer.given() : Given.NOTHING;
                })
                .orElse(Given.NOTHING);
    }

    /**
     * The answer was accepted: discards what others answered for the same task, so that it cannot be used for a later
     * one.
     */
    @Transactional
    public void stands(Key key) {
        answers.forgetUnused(key.about(), key.question());
    }

    @Transactional
    public void refuse(Key key, long task, String sentence) {
        answers.lockById(key).filter(answer -> answer.isUsedFor(task)).ifPresent(answer -> {
            answer.refuse(sentence);
            answers.save(answer);
        });
    }
}
