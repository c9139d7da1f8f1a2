package uk.gov.justice.probation.devolution.preferencing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValString;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.Mobility;

/**
 * The decision table {@code mobility-check}, evaluated here and not in the engine: adjustments must not leave the database (ADR 0032). It is the same file that is deployed, so
 * what managers read is what is done.
 */
@Component
class MobilityCheck {
  static final String DECISION = "mobility-check";

  /** What a person's adjustments say about a site. */
  enum Adjustment {
    NONE,
    REQUIRED,
    EXCLUDED
  }

  private record Inputs(Integer travelMinutes, int limitMinutes, boolean consent, Adjustment adjustment) {
    Map<String, Object> asVariables() {
      Map<String, Object> variables = new HashMap<>();
      variables.put("travelMinutes", travelMinutes);
      variables.put("limitMinutes", limitMinutes);
      variables.put("consent", consent);
      variables.put("adjustment", adjustment.name());
      return variables;
    }
  }

  private final DmnEngine engine = new DmnEngine.Builder().build();
  private final ParsedDmn table = parse();
  private final Map<Inputs, Mobility> known = new ConcurrentHashMap<>();

  /** @param travelMinutes one way; null where nobody knows */
  Mobility check(Integer travelMinutes, int limitMinutes, boolean consent, Adjustment adjustment) {
    return known.computeIfAbsent(new Inputs(travelMinutes, limitMinutes, consent, adjustment), this::evaluate);
  }

  private Mobility evaluate(Inputs inputs) {
    var result = engine.eval(table, DECISION, inputs.asVariables());
    if (result.isLeft()) throw new IllegalStateException("The decision %s cannot be evaluated: %s".formatted(DECISION, result.swap().toOption().get()));
    Object value = result.toOption().get().value();
    return Mobility.valueOf(value instanceof ValString text ? text.value() : String.valueOf(value));
  }

  private ParsedDmn parse() {
    try (InputStream file = new ClassPathResource("processes/preferencing/mobility-check.dmn").getInputStream()) {
      var parsed = engine.parse(file);
      if (parsed.isLeft()) throw new IllegalStateException("The decision %s cannot be read: %s".formatted(DECISION, parsed.swap().toOption().get()));
      return parsed.toOption().get();
    } catch (IOException e) {
      throw new UncheckedIOException("The decision %s is not part of this build".formatted(DECISION), e);
    }
  }
}
