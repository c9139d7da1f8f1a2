package uk.gov.justice.probation.devolution.charts;

import java.util.Locale;

/** An SVG picture being drawn. Whatever is written into it is escaped; how it looks is said by the style sheet. */
final class Svg {
    private final StringBuilder drawn = new StringBuilder();

    private Svg(String opening) {
        drawn.append(opening);
    }

    /** A picture that says to a screen reader what it shows. */
    static Svg picture(int width, int height, String words) {
        return new Svg(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"%s\"><title>%s</title>"
                        .formatted(width, height, area(width, height), escaped(words)));
    }

    /** A picture of what the text beside it says, which a screen reader passes over. */
    static Svg beside(int width, int height) {
        return new Svg(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" aria-hidden=\"true\" focusable=\"false\" width=\"%d\" height=\"%d\" viewBox=\"%s\">"
                        .formatted(width, height, area(width, height)));
    }

    Svg box(String look, double x, double y, double width, double height) {
        return add("<rect class=\"chart__%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(escaped(look), number(x), number(y), number(Math.max(width, 1)), number(height)));
    }

    Svg line(String look, double x1, double y1, double x2, double y2) {
        return add("<line class=\"chart__%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(escaped(look), number(x1), number(y1), number(x2), number(y2)));
    }

    /** @param path in the language of SVG, put together from numbers alone */
    Svg path(String look, String path) {
        return add("<path class=\"chart__%s\" d=\"%s\"/>".formatted(escaped(look), escaped(path)));
    }

    /** @param anchor start, middle or end */
    Svg text(String words, double x, double y, String anchor) {
        return add("<text class=\"chart__text\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), escaped(anchor), escaped(words)));
    }

    /** Lines across a box, so that it can be told from a filled and from an empty one without colours. */
    Svg hatched(double x, double y, double width, double height) {
        StringBuilder strokes = new StringBuilder();
        for (double at = x; at + height <= x + width; at += 6) {
            strokes.append("M%s %sL%s %s".formatted(number(at), number(y + height), number(at + height), number(y)));
        }
        return strokes.isEmpty() ? this : path("hatch", strokes.toString());
    }

    String drawn() {
        return drawn + "</svg>";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String area(int width, int height) {
        return "0 0 " + width + " " + height;
    }

    private Svg add(String shape) {
        drawn.append(shape);
        return this;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
