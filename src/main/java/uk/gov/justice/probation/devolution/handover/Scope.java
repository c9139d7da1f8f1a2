package uk.gov.justice.probation.devolution.handover;

import java.util.EnumMap;
import java.util.Map;

/**
 * A filter over cases, stored as data: all conditions must hold. A {@code remainder} takes what no other open row of
 * the same region, service and unit claims.
 */
public record Scope(String code, String name, boolean remainder, Map<Attribute, String> conditions) {

    /** What a condition can test, and whether a case can have only one value of it. */
    public enum Attribute {
        LEGACY_ORGANISATION(true),
        STANDALONE_UPW(true),
        HAS_SERVICE(false);

        private final boolean single;

        Attribute(boolean single) {
            this.single = single;
        }
    }

    /** This scope with the other scope's conditions added. */
    public Scope narrowedBy(Scope other) {
        Map<Attribute, String> both = new EnumMap<>(Attribute.class);
        both.putAll(other.conditions);
        both.putAll(conditions);
        return new Scope(code, name, remainder, both);
    }

    /** Whether no case can be in both. */
    public boolean excludes(Scope other) {
        if (remainder != other.remainder) return true;
        return conditions.entrySet().stream()
                .anyMatch(c -> c.getKey().single
                        && other.conditions.containsKey(c.getKey())
                        && !other.conditions.get(c.getKey()).equals(c.getValue()));
    }
}
