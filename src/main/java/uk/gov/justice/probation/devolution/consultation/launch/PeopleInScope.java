package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who would be consulted: the staff of a region, a unit and grades, or those in a staff file, which is imported first.
 */
@Service
public class PeopleInScope {
    /**
     * Size limit of a staff file in bytes, because it is read twice and carried from the page to its confirmation.
     * Enough for some 8,000 people; no region has so many.
     */
    public static final int STAFF_FILE_AT_MOST = 1 << 20;

    private static final String STAFF_FILE = "staff";

    private final StaffDirectory staff;
    private final Imports imports;
    private final StagedImport staffFile;

    PeopleInScope(StaffDirectory staff, Imports imports, List<StagedImport> files) {
        this.staff = staff;
        this.imports = imports;
        this.staffFile = files.stream()
                .filter(file -> file.file().equals(STAFF_FILE))
                .findFirst()
                .orElseThrow();
    }

    List<StaffMember> inScope(Launch launch) {
        return staff.of(launch.regionCode(), launch.unitCode(), launch.grades());
    }

    /** @throws NotPossibleNow if the file is too large */
    List<StaffMember> in(InputStream staffCsv, Colleague by) throws IOException {
        byte[] csv = staffCsv.readNBytes(STAFF_FILE_AT_MOST + 1);
        if (csv.length > STAFF_FILE_AT_MOST) {
            throw new NotPossibleNow(
                    List.of(
                            "The staff file is larger than 1 MB. Import it as 'staff' first, then launch without a file, by unit and grade."));
        }
        imports.take(STAFF_FILE, new ByteArrayInputStream(csv), by);
        Set<String> numbers = new LinkedHashSet<>();
        new CsvFile(staffFile.columns())
                .read(new ByteArrayInputStream(csv), new BadRows(), row -> numbers.add(row.text("staffNumber")));
        return staff.all(numbers);
    }
}
