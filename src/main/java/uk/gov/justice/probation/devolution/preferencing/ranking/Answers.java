package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Everything that people asked for. */
@Service
public class Answers {
    private final AnswerRepository answers;
    private final AnswersQuery query;

    Answers(AnswerRepository answers, AnswersQuery query) {
        this.answers = answers;
        this.query = query;
    }

    /** Each person's last answer, by member id. */
    public Map<Long, Answer> latest(long consultationId) {
        Map<Long, Answer> latest = new LinkedHashMap<>();
        query.latest(consultationId).forEach(answer -> latest.put(answer.memberId(), answer));
        return latest;
    }

    /** Everything a person answered, latest first. */
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
