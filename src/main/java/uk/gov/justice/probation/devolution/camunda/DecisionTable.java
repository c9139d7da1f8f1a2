package uk.gov.justice.probation.devolution.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.core.io.ClassPathResource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A decision table evaluated in the application and not in the engine, because its inputs must not leave the database
 * (ADR 0032). It is the same file that is deployed, so managers read the rules that are applied. Results are cached,
 * because a table has few different inputs.
 */
public final class DecisionTable {
    private static final ValueMapper VALUES = ValueMapper.defaultValueMapper();

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final String decision;
    private final ParsedDmn table;
    private final Map<Map<String, ?>, Optional<Object>> known = new ConcurrentHashMap<>();

    /**
     * @param file within the build, e.g. {@code processes/preferencing/mobility-check.dmn}; the decision has the file's
     *     name
     */
    public DecisionTable(String file) {
        this.decision = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        this.table = parse(file);
    }

    /**
     * Evaluates the table. The result is text, a flag or a number or, if there are several outputs, a map of them by
     * name.
     *
     * @param inputs by name; {@code null} means unknown
     * @return {@code null} if no row fits
     * @throws IllegalStateException if the table cannot be evaluated; names only the decision
     */
    public Object evaluate(Map<String, ?> inputs) {
        return known.computeIfAbsent(Collections.unmodifiableMap(new HashMap<>(inputs)), this::answer)
                .orElse(null);
    }

    private Optional<Object> answer(Map<String, ?> inputs) {
        Map<String, Object> variables = new HashMap<>(inputs);
        var result = engine.eval(table, decision, variables);
        if (result.isLeft())
            throw new IllegalStateException(
                    "The decision %s cannot answer. Evaluate it with the same inputs to see why; they are not written here"
                            .formatted(decision));
        Object value = result.toOption().get().value();
        return Optional.ofNullable(plain(value instanceof Val packed ? VALUES.unpackVal(packed) : value));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case scala.Option<?> option -> option.isEmpty() ? null : plain(option.get());
            case scala.collection.Map<?, ?> outputs -> {
                Map<Object, Object> answer = new HashMap<>();
                CollectionConverters.asJava(outputs).forEach((name, output) -> answer.put(name, plain(output)));
                yield answer;
            }
            case scala.collection.Seq<?> list ->
                CollectionConverters.asJava(list).stream()
                        .map(DecisionTable::plain)
                        .toList();
            case scala.math.BigDecimal number -> number.bigDecimal();
            case Val packed -> plain(VALUES.unpackVal(packed));
            case null, default -> value;
        };
    }

    private ParsedDmn parse(String file) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            var parsed = engine.parse(content);
            if (parsed.isLeft())
                throw new IllegalStateException("The decision %s cannot be read: %s"
                        .formatted(decision, parsed.swap().toOption().get()));
            return parsed.toOption().get();
        } catch (IOException e) {
            throw new UncheckedIOException("The decision %s is not part of this build".formatted(decision), e);
        }
    }
}
