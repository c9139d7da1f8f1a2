package uk.gov.justice.probation.devolution.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Somebody who knows everything that was published, and tries every table that it allows. */
final class Attacker {
    private Attacker() {}

    /** For each cell, what it can hold according to the visible cells and the totals. */
    static List<List<Set<Integer>>> possible(Integer[][] visible, int[] rowTotals, int[] columnTotals) {
        return possible(visible, rowTotals, columnTotals, new int[rowTotals.length][columnTotals.length]);
    }

    /** @param floors what each cell holds at least, which is known from another publication */
    static List<List<Set<Integer>>> possible(Integer[][] visible, int[] rowTotals, int[] columnTotals, int[][] floors) {
        List<List<Set<Integer>>> found = new ArrayList<>();
        for (int[] row : floors)
            found.add(IntStream.range(0, row.length)
                    .mapToObj(column -> (Set<Integer>) new TreeSet<Integer>())
                    .toList());
        everyTable(visible, rowTotals, columnTotals, floors, table -> {
            for (int row = 0; row < table.length; row++)
                for (int column = 0; column < table[row].length; column++)
                    found.get(row).get(column).add(table[row][column]);
        });
        return found;
    }

    static List<List<Set<Integer>>> possible(Shown shown) {
        return possible(visible(shown), array(shown.groupTotals()), array(shown.outcomeTotals()));
    }

    static Integer[][] visible(Shown shown) {
        return shown.counts().stream()
                .map(row -> row.stream().map(Shown.Count::people).toArray(Integer[]::new))
                .toArray(Integer[][]::new);
    }

    static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void everyTable(
            Integer[][] visible, int[] rowTotals, int[] columnTotals, int[][] floors, Consumer<int[][]> found) {
        fill(
                visible,
                rowTotals.clone(),
                columnTotals.clone(),
                floors,
                new int[rowTotals.length][columnTotals.length],
                0,
                found);
    }

    private static void fill(
            Integer[][] visible,
            int[] rows,
            int[] columns,
            int[][] floors,
            int[][] table,
            int cell,
            Consumer<int[][]> found) {
        if (cell == rows.length * columns.length) {
            if (Arrays.stream(columns).allMatch(left -> left == 0)) found.accept(table);
            return;
        }
        int row = cell / columns.length;
        int column = cell % columns.length;
        int most = Math.min(rows[row], columns[column]);
        int from = floors[row][column];
        if (visible[row][column] != null) {
            from = visible[row][column];
            most = Math.min(most, from);
        } else if (column == columns.length - 1) from = Math.max(from, rows[row]);
        for (int count = from; count <= most; count++) {
            if (column == columns.length - 1 && count != rows[row]) continue;
            table[row][column] = count;
            rows[row] -= count;
            columns[column] -= count;
            fill(visible, rows, columns, floors, table, cell + 1, found);
            rows[row] += count;
            columns[column] += count;
        }
    }
}
