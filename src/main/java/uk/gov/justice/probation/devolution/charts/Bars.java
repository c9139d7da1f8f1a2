package uk.gov.justice.probation.devolution.charts;

import java.util.List;
import java.util.stream.Stream;

/** A table each row of which has a bar as long as its amount. The bar stands in the row, beside the words. */
public record Bars(String title, List<String> columns, List<Bar> bars) implements Chart {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 20;

    /**
     * @param name the first cell of its row
     * @param cells what the row says beside that, the amount among it
     * @param amount how long the bar is, compared with the others
     */
    public record Bar(String name, List<String> cells, double amount) {}

    @Override
    public Table table() {
        return new Table(
                columns,
                bars.stream()
                        .map(bar -> Stream.concat(Stream.of(bar.name()), bar.cells().stream())
                                .toList())
                        .toList());
    }

    /** The picture of a row. */
    public String drawn(Bar bar) {
        double longest = bars.stream().mapToDouble(Bar::amount).max().orElse(0);
        Svg svg = Svg.beside(WIDTH, HEIGHT).line("axis", 1, 0, 1, HEIGHT);
        if (bar.amount() > 0) svg.box("happened", 1, 3, bar.amount() / longest * (WIDTH - 2), HEIGHT - 6);
        return svg.drawn();
    }
}
