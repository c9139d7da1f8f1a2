package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.NameInFull;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who would be consulted: the staff of a region, a unit, sites and grades, or those in a file. That is one of staff,
 * which is imported first, or one of staff numbers alone.
 */
@Service
public class PeopleInScope {
    /**
     * Size limit of a file in bytes: it is kept until the launch. Enough for some 8,000 people; no region has so many.
     */
    public static final int STAFF_FILE_AT_MOST = 1 << 20;

    private static final String STAFF_FILE = "staff";

    /** Somebody by their name in full as they are named before the launch; the codes are as the file has them. */
    public record Participant(String staffNumber, String name, String grade, String siteCode) {

        private static Participant of(StaffMember person) {
            return new Participant(person.staffNumber(), person.inFull(), person.grade(), person.siteCode());
        }
    }

    private final StaffDirectory staff;
    private final MembersFile members;
    private final Imports imports;

    PeopleInScope(StaffDirectory staff, MembersFile members, Imports imports) {
        this.staff = staff;
        this.members = members;
        this.imports = imports;
    }

    List<StaffMember> inScope(Launch launch) {
        return staff.of(launch.regionCode(), launch.unitCode(), launch.sites(), launch.grades());
    }

    /** @throws NotPossibleNow if the file is too large */
    List<StaffMember> in(Launch launch, InputStream file, Colleague by) throws IOException {
        return in(launch, file.readNBytes(STAFF_FILE_AT_MOST + 1), by);
    }

    List<StaffMember> in(Launch launch, byte[] csv, Colleague by) {
        mustNotBeTooLarge(csv);
        if (MembersFile.isOne(csv)) return members.read(csv, launch.regionCode());
        imports.take(STAFF_FILE, new ByteArrayInputStream(csv), by);
        Set<String> numbers = new LinkedHashSet<>();
        staffFile().read(new ByteArrayInputStream(csv), new BadRows(), row -> numbers.add(row.text("staffNumber")));
        return staff.all(numbers);
    }

    /** The people in scope, as they are named before the launch. */
    List<Participant> named(Launch launch) {
        return inScope(launch).stream().map(Participant::of).toList();
    }

    /** The people in a file that was found clean, which is not imported for it. */
    List<Participant> named(byte[] csv) {
        if (MembersFile.isOne(csv))
            return members.known(csv).stream().map(Participant::of).toList();
        List<Participant> people = new ArrayList<>();
        staffFile()
                .read(
                        new ByteArrayInputStream(csv),
                        new BadRows(),
                        row -> people.add(new Participant(
                                row.text("staffNumber"),
                                NameInFull.of(row.text("displayName"), row.text("staffNumber")),
                                row.text("grade"),
                                row.text("siteCode"))));
        return people;
    }

    /** The columns of a file of people, whichever of both it is. */
    List<Column> layoutOf(byte[] csv) {
        return MembersFile.isOne(csv)
                ? MembersFile.LAYOUT
                : imports.kind(STAFF_FILE).layout();
    }

    static void mustNotBeTooLarge(byte[] csv) {
        if (csv.length > STAFF_FILE_AT_MOST)
            throw new NotPossibleNow(
                    List.of(
                            "The staff file is larger than 1 MB. Import it as 'staff' first, then launch without a file, by unit and grade."));
    }

    private CsvFile staffFile() {
        return new CsvFile(imports.kind(STAFF_FILE));
    }
}
