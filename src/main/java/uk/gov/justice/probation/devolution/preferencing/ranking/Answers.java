package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads what people asked for. */
@Service
public class Answers {
    private final AnswerRepository answers;
    private final AnswersQuery query;

    Answers(AnswerRepository answers, AnswersQuery query) {
        this.answers = answers;
        this.query = query;
    }

    /** Each person's latest answer, by member id. */
    public Map<Long, Answer> latest(long consultationId) {
        Map<Long, Answer> latest = new LinkedHashMap<>();
        query.latest(consultationId).forEach(answer -> latest.put(answer.memberId(), answer));
        return latest;
    }

    /** All of a person's answers, latest first. */
    public List<Answer> of(long memberId) {
        return answers.ofMember(memberId).stream().map(GivenAnswer::answer).toList();
    }

    public Optional<Answer> last(long memberId) {
        return of(memberId).stream().findFirst();
    }

    boolean isThereAny(long memberId) {
        return answers.existsByMemberId(memberId);
    }
}
