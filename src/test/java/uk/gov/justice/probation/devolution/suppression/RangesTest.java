package uk.gov.justice.probation.devolution.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The ranges are what trying every table finds, with no gap in them. */
class RangesTest {
    private static final int UNLIMITED = 1000;

    @Property
    void aRangeIsWhatTryingEveryTableFinds(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] counts = new int[2 + random.nextInt(2)][2 + random.nextInt(2)];
        boolean[][] hidden = new boolean[counts.length][counts[0].length];
        Integer[][] visible = new Integer[counts.length][counts[0].length];
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++) {
                counts[row][column] = random.nextInt(7);
                hidden[row][column] = random.nextInt(4) > 0;
                if (!hidden[row][column]) visible[row][column] = counts[row][column];
            }

        List<List<Set<Integer>>> possible = Attacker.possible(
                visible,
                Attacker.array(Suppression.rowTotals(counts)),
                Attacker.array(Suppression.columnTotals(counts)));

        Ranges ranges = new Ranges(counts, hidden);
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++)
                if (hidden[row][column])
                    assertThat(possible.get(row).get(column))
                            .contains(counts[row][column])
                            .hasSize(ranges.width(row, column, UNLIMITED) + 1);
    }
}
