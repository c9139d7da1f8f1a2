package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The code list of contact outcomes, and of the ratings of quality and behaviour, read once: they change with a migration only. */
@Service
public class OutcomeCodes {
  private final Supplier<Map<String, OutcomeCode>> outcomes;
  private final Supplier<Map<String, String>> ratings;

  OutcomeCodes(JdbcClient jdbc) {
    outcomes = SingletonSupplier.of(() -> {
      Map<String, OutcomeCode> byCode = new LinkedHashMap<>();
      jdbc.sql("SELECT code, name, attended, credit, enforceable, in_tasklist FROM upw_outcome ORDER BY attended DESC, enforceable DESC, name")
          .query((row, n) -> new OutcomeCode(row.getString(1), row.getString(2), row.getBoolean(3), Credit.valueOf(row.getString(4)), row.getBoolean(5), row.getBoolean(6)))
          .list()
          .forEach(code -> byCode.put(code.code(), code));
      return byCode;
    });
    ratings = SingletonSupplier.of(() -> {
      Map<String, String> names = new LinkedHashMap<>();
      jdbc.sql("SELECT code, name FROM upw_rating ORDER BY FIELD(code, 'EXCELLENT', 'GOOD', 'SATISFACTORY', 'UNSATISFACTORY', 'POOR', 'NOT_APPLICABLE')").query(row -> {
        names.put(row.getString(1), row.getString(2));
      });
      return names;
    });
  }

  public Optional<OutcomeCode> find(String code) {
    return Optional.ofNullable(code).map(outcomes.get()::get);
  }

  /** Those that were attended first, failures before the others. */
  public List<OutcomeCode> all() {
    return List.copyOf(outcomes.get().values());
  }

  /** Names of the ratings by code, the best first. */
  public Map<String, String> ratings() {
    return ratings.get();
  }
}
