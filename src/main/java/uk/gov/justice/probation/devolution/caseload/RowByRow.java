package uk.gov.justice.probation.devolution.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.StagedImport.Taken;
import uk.gov.justice.probation.devolution.refusal.Refusal;

/**
 * Carries the rows of a file out one after the other, each on top of those before it, as calls would. If any of them is
 * refused the file is, with the reason of each.
 */
final class RowByRow {
    private final String file;
    private final List<BadRow> refused = new ArrayList<>();
    private int changed;

    RowByRow(String file) {
        this.file = file;
    }

    /** @param change whether it changed anything */
    void carryOut(long line, String column, String value, BooleanSupplier change) {
        try {
            if (change.getAsBoolean()) changed++;
        } catch (Refusal refusal) {
            refused.add(new BadRow(line, column, value, refusal.getMessage()));
        }
    }

    /** @throws ImportRefusedException with every row that was refused */
    Taken taken() {
        if (!refused.isEmpty()) throw new ImportRefusedException(file, refused);
        return new Taken(0, changed);
    }
}
