package uk.gov.justice.probation.devolution.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The whole of a list of which a page shows a part, for those who take it along. A page with a list adds one to its
 * model as {@value #ATTRIBUTE} and shows {@code fragments/parts :: wholeList} below the list. {@link ListFiles} does
 * the rest: the page's own address with {@code format=csv} or {@code format=xlsx} is answered by the file, for whom and
 * narrowed as the page is.
 */
public final class WholeList<T> {
    public static final String ATTRIBUTE = "wholeList";

    /** Some of a list's lines, in the order of the page: at most so many, after so many before. */
    @FunctionalInterface
    public interface Lines<T> {
        List<T> some(int atMost, int before);
    }

    private record Column<T>(String name, Function<? super T, ?> value) {}

    private static final int AT_ONCE = 1000;

    private final String name;
    private final Iterable<T> lines;
    private final List<Column<T>> columns = new ArrayList<>();

    private WholeList(String name, Iterable<T> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** @param name what is listed, as the file is called, e.g. {@code orders} */
    public static <T> WholeList<T> of(String name, Lines<T> lines) {
        return new WholeList<>(name, () -> new InParts<>(lines));
    }

    /** Of lines that are all known, or come one by one. */
    public static <T> WholeList<T> of(String name, Iterable<T> lines) {
        return new WholeList<>(name, lines);
    }

    /**
     * @param value text, a number, a day, or a moment ({@code Instant}, or {@code LocalDateTime} in UTC as the database
     *     has it); null is an empty cell
     */
    public WholeList<T> column(String name, Function<? super T, ?> value) {
        columns.add(new Column<>(name, value));
        return this;
    }

    public String name() {
        return name;
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** What is in each cell of each line. */
    Iterator<List<Object>> rows() {
        Iterator<T> each = lines.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public List<Object> next() {
                T line = each.next();
                List<Object> row = new ArrayList<>(columns.size());
                for (Column<T> column : columns) row.add(column.value().apply(line));
                return row;
            }
        };
    }

    /** Asks for the next part when the one before is used up. */
    private static final class InParts<T> implements Iterator<T> {
        private final Lines<T> lines;
        private List<T> part;
        private int taken;
        private int before;

        InParts(Lines<T> lines) {
            this.lines = lines;
            this.part = lines.some(AT_ONCE, 0);
        }

        @Override
        public boolean hasNext() {
            if (taken == part.size() && taken == AT_ONCE) {
                before += taken;
                taken = 0;
                part = lines.some(AT_ONCE, before);
            }
            return taken < part.size();
        }

        @Override
        public T next() {
            if (!hasNext()) throw new NoSuchElementException();
            return part.get(taken++);
        }
    }
}
