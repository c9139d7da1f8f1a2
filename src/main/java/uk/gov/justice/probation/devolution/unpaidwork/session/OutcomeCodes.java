package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * The code lists of contact outcomes and of ratings of quality and behaviour. They are read once, because they change
 * only through a migration.
 */
@Service
public class OutcomeCodes {
    private final Supplier<Map<String, OutcomeCode>> outcomes;
    private final Supplier<Map<String, String>> ratings;

    OutcomeCodes(OutcomeCodesQuery query) {
        outcomes = SingletonSupplier.of(() -> {
            Map<String, OutcomeCode> byCode = new LinkedHashMap<>();
            query.outcomes().forEach(code -> byCode.put(code.code(), code));
            return byCode;
        });
        ratings = SingletonSupplier.of(query::ratings);
    }

    public Optional<OutcomeCode> find(String code) {
        return Optional.ofNullable(code).map(outcomes.get()::get);
    }

    /** Outcomes that were attended first, failures before the others. */
    public List<OutcomeCode> all() {
        return List.copyOf(outcomes.get().values());
    }

    /** Names of the ratings by code, best first. */
    public Map<String, String> ratings() {
        return ratings.get();
    }
}
