package uk.gov.justice.probation.devolution.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What a confirmation page says before something happens that cannot be undone.
 *
 * @param question what is about to be done, e.g. "Reopen the case?"
 * @param facts what it affects, in numbers and dates
 * @param follows what happens then, and when
 * @param yes the label of the button that confirms
 * @param back the address to go to instead
 * @param carried what the page sends again besides what was entered, such as a file
 */
public record Check(
        String question, List<Line> facts, List<String> follows, String yes, String back, List<Line> carried) {

    /** A fact: its name and its value. */
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
