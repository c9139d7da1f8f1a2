package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The random numbers of nine digits by which people take part in the lottery. Whoever joins after the publication gets
 * theirs when they are asked; in a round of before, the lottery goes by member ids.
 */
@Service
public class DrawNumbers {
    private final DrawNumberBatch batch;

    DrawNumbers(DrawNumberBatch batch) {
        this.batch = batch;
    }

    /** Gives everybody who takes part and has no number theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void draw(long consultationId) {
        batch.draw(consultationId);
    }

    /** By member id, also of those who have left; empty in a round of before. */
    public Map<Long, String> all(long consultationId) {
        return batch.all(consultationId);
    }

    public Optional<String> of(long memberId) {
        return batch.of(memberId);
    }
}
