package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The published options of a consultation. */
@Service
public class Options {
    private final OptionRepository options;

    Options(OptionRepository options) {
        this.options = options;
    }

    /** Ordered by site and role name; empty before they are published. */
    public List<Option> all(long consultationId) {
        return options.findByConsultationIdOrderBySiteNameAscRoleNameAscIdAsc(consultationId);
    }

    /** The options open to this grade. */
    public List<Option> of(long consultationId, String grade) {
        return all(consultationId).stream()
                .filter(option -> option.grade().equals(grade))
                .toList();
    }

    /** @throws NotFound if there is no such option */
    public Option get(long optionId) {
        return options.findById(optionId)
                .orElseThrow(() -> new NotFound("No option has the number %d".formatted(optionId)));
    }
}
