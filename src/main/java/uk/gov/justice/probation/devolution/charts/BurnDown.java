package uk.gov.justice.probation.devolution.charts;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How much is left day by day, as planned and as it came. Between two days nothing changes, so that the lines are
 * steps.
 *
 * @param what what is left, such as "Cases still with the service centres"
 * @param days the days on which either changes, in order, and today among them
 */
public record BurnDown(String title, String what, LocalDate today, List<Day> days) implements Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final int LEFT = 70;
    private static final int RIGHT = WIDTH - 20;
    private static final int TOP = 24;
    private static final int BOTTOM = HEIGHT - 34;
    private static final int LINES = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** @param left what is left as it came; null of a day to come */
    public record Day(LocalDate on, long planned, Long left) {}

    @Override
    public Table table() {
        return new Table(
                List.of("Day", "Planned to be left", "Left"),
                days.stream()
                        .map(day -> List.of(
                                day.on().format(DAY) + (day.on().equals(today) ? " (today)" : ""),
                                number(day.planned()),
                                day.left() == null ? "To come" : number(day.left())))
                        .toList());
    }

    /** The picture: planned as a dashed line, what came as a solid one, today as a line across. */
    public String drawn() {
        DayScale scale = DayScale.over(days.stream().map(Day::on).toList(), LEFT, RIGHT);
        long most = days.stream()
                .mapToLong(day -> Math.max(day.planned(), day.left() == null ? 0 : day.left()))
                .max()
                .orElse(0);
        long top = round(most);
        Svg svg = Svg.picture(WIDTH, HEIGHT, "%s. %s".formatted(title, inWords()));
        for (int i = 0; i <= LINES; i++) {
            double y = height(top * i / LINES, top);
            svg.line("grid", LEFT, y, RIGHT, y).text(number(top * i / LINES), LEFT - 8, y + 5, "end");
        }
        for (DayScale.Tick tick : scale.ticks()) {
            double x = scale.at(tick.day());
            svg.line("axis", x, BOTTOM, x, BOTTOM + 6).text(tick.name(), x, BOTTOM + 24, "middle");
        }
        svg.path("planned-line", steps(scale, top, days, Day::planned));
        List<Day> come = days.stream().filter(day -> day.left() != null).toList();
        if (!come.isEmpty()) svg.path("happened-line", steps(scale, top, come, Day::left));
        double now = scale.at(today);
        boolean atTheRight = now > WIDTH - 100;
        svg.line("today", now, TOP, now, BOTTOM)
                .text("Today", atTheRight ? now - 5 : now + 5, TOP - 8, atTheRight ? "end" : "start");
        return svg.drawn();
    }

    /** What the picture shows, in a sentence. */
    public String inWords() {
        return days.stream()
                .filter(day -> day.on().equals(today) && day.left() != null)
                .findFirst()
                .map(day -> "%s: %s today, where the plan has %s."
                        .formatted(what, number(day.left()), number(day.planned())))
                .orElse(what + ".");
    }

    private static String steps(DayScale scale, long top, List<Day> days, Function<Day, Long> amount) {
        List<String> path = new ArrayList<>();
        for (Day day : days) {
            String x = Svg.number(scale.at(day.on()));
            String y = Svg.number(height(amount.apply(day), top));
            path.add(path.isEmpty() ? "M%s %s".formatted(x, y) : "H%sV%s".formatted(x, y));
        }
        return String.join("", path);
    }

    private static double height(long amount, long top) {
        return BOTTOM - (double) amount / top * (BOTTOM - TOP);
    }

    /** The next amount that divides into four round ones. */
    private static long round(long amount) {
        long step = 1;
        while (step * 10 * LINES <= amount) step *= 10;
        while (step * LINES < amount) step *= 2;
        return step * LINES;
    }

    private static String number(long amount) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(amount);
    }
}
