package uk.gov.justice.probation.devolution.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was entered breaks rules, and none of it was saved. Carries each broken rule with its field. */
public non-sealed class BreaksRules extends Refusal {
    private final transient List<BrokenRule> broken;

    /** For when no single field is wrong. */
    public BreaksRules(String sentence) {
        super(sentence);
        this.broken = List.of();
    }

    /** For when one rule is broken and the sentence says everything. */
    public BreaksRules(String field, String sentence) {
        super(sentence);
        this.broken = List.of(new BrokenRule(field, sentence));
    }

    public BreaksRules(List<BrokenRule> broken) {
        super(broken.stream().map(rule -> rule.field() + " " + rule.reason()).collect(Collectors.joining("; ")));
        this.broken = List.copyOf(broken);
    }

    public List<BrokenRule> broken() {
        return broken;
    }

    @Override
    public Map<String, ?> details() {
        return broken.isEmpty() ? Map.of() : Map.of("errors", broken);
    }

    @Override
    public Map<String, String> problems(String otherwise) {
        if (broken.isEmpty()) return super.problems(otherwise);
        Map<String, String> problems = new LinkedHashMap<>();
        broken.forEach(rule -> problems.putIfAbsent(rule.field(), rule.reason()));
        return problems;
    }
}
