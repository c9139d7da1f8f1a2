package uk.gov.justice.probation.devolution.suppression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How far apart the smallest and the largest number are that a hidden cell can hold, for somebody who knows every
 * visible cell, every total and that no count is below zero.
 *
 * <p>A hidden cell can grow as far as other hidden cells of its row and column can give way, and so on along a path
 * that leads back to it: the largest flow from its column to its row. It can shrink in the same way. As all capacities
 * are whole numbers, every whole number between the two is possible too.
 */
final class Ranges {
    private final int[][] counts;
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;

    /** @param counts by how much each cell can shrink: what it holds, or the least it held in any publication */
    Ranges(int[][] counts, boolean[][] hidden) {
        this.counts = counts;
        this.hidden = hidden;
        this.rows = counts.length;
        this.columns = counts[0].length;
    }

    boolean wideEnough(int row, int column) {
        return width(row, column, Suppression.FEWEST) >= Suppression.FEWEST;
    }

    int width(int row, int column, int enough) {
        int up = flow(row, column, rows + column, row, enough);
        int down = Math.min(counts[row][column], flow(row, column, row, rows + column, enough));
        return Math.min(enough, up + down);
    }

    private int flow(int row, int column, int from, int to, int enough) {
        int[][] capacity = capacities(row, column, enough);
        int flow = 0;
        while (flow < enough) {
            int[] before = path(capacity, from, to);
            if (before[to] < 0) return flow;
            int step = enough - flow;
            for (int node = to; node != from; node = before[node]) step = Math.min(step, capacity[before[node]][node]);
            for (int node = to; node != from; node = before[node]) {
                capacity[before[node]][node] -= step;
                capacity[node][before[node]] += step;
            }
            flow += step;
        }
        return flow;
    }

    /** From a column to a row a cell shrinks, from a row to a column it grows. */
    private int[][] capacities(int row, int column, int enough) {
        int[][] capacity = new int[rows + columns][rows + columns];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                if (hidden[r][c] && !(r == row && c == column)) {
                    capacity[rows + c][r] = counts[r][c];
                    capacity[r][rows + c] = 2 * enough;
                }
        return capacity;
    }

    private static int[] path(int[][] capacity, int from, int to) {
        int[] before = new int[capacity.length];
        Arrays.fill(before, -1);
        before[from] = from;
        Deque<Integer> next = new ArrayDeque<>();
        next.add(from);
        while (!next.isEmpty() && before[to] < 0) {
            int node = next.remove();
            for (int other = 0; other < capacity.length; other++)
                if (before[other] < 0 && capacity[node][other] > 0) {
                    before[other] = node;
                    next.add(other);
                }
        }
        return before;
    }
}
