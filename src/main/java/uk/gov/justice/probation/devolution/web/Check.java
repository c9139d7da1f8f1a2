package uk.gov.justice.probation.devolution.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said before something happens that cannot be taken back.
 *
 * @param question what is about to be done, e.g. "Reopen the case?"
 * @param facts what it affects, in numbers and days
 * @param follows what happens then, and when
 * @param yes the button that does it
 * @param back where somebody goes if they do not want it
 * @param carried what the page sends again beside what was entered, such as a file
 */
public record Check(
        String question, List<Line> facts, List<String> follows, String yes, String back, List<Line> carried) {

    /** What, and what it is. */
    public record Line(String name, String value) {}

    public Check {
        facts = List.copyOf(facts);
        follows = List.copyOf(follows);
        carried = List.copyOf(carried);
    }

    public static Check before(String question, String yes, String back) {
        return new Check(question, List.of(), List.of(), yes, back, List.of());
    }

    public Check fact(String name, Object value) {
        return new Check(question, with(facts, new Line(name, String.valueOf(value))), follows, yes, back, carried);
    }

    public Check then(String sentence) {
        return new Check(question, facts, with(follows, sentence), yes, back, carried);
    }

    public Check carrying(String field, String value) {
        return new Check(question, facts, follows, yes, back, with(carried, new Line(field, value)));
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
