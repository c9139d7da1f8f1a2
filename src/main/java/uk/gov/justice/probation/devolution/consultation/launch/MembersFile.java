package uk.gov.justice.probation.devolution.consultation.launch;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** A file of staff numbers alone: those in it take part, each of whom must be known and belong to the region. */
@Component
public class MembersFile {
    private static final String NUMBER = "staffNumber";
    private static final int FIRST_LINE_WITHIN = 1000;

    public static final List<Column> LAYOUT = List.of(
            new Column(NUMBER, "the staff number of somebody in the region who is in the file staff", "ZZT0001"));

    private final StaffDirectory staff;

    MembersFile(StaffDirectory staff) {
        this.staff = staff;
    }

    /** Whether its first line names one column, whichever; a staff file has more. */
    static boolean isOne(byte[] csv) {
        String start = new String(csv, 0, Math.min(csv.length, FIRST_LINE_WITHIN), StandardCharsets.UTF_8);
        String header = start.lines().findFirst().orElse("");
        return Stream.of(header.split("[,;\\t|]"))
                        .filter(word -> !word.isBlank())
                        .count()
                <= 1;
    }

    /** @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row */
    List<StaffMember> read(byte[] csv, String regionCode) {
        BadRows badRows = new BadRows();
        List<CsvRow> rows = new ArrayList<>();
        DistinctKeys keys = new DistinctKeys(NUMBER);
        new CsvFile(List.of(NUMBER)).read(new ByteArrayInputStream(csv), badRows, row -> {
            keys.add(row, row.text(NUMBER));
            rows.add(row);
        });
        Map<String, StaffMember> known =
                known(rows).stream().collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
        for (CsvRow row : rows) {
            StaffMember person = known.get(row.text(NUMBER));
            if (person == null) row.reject(NUMBER, "is not known: import the person with the file staff first");
            else if (!person.regionCode().equals(regionCode)) row.reject(NUMBER, "belongs to another region");
        }
        badRows.refuse("members");
        return List.copyOf(known.values());
    }

    /** Those in the file who are known, whatever else is in it. */
    List<StaffMember> known(byte[] csv) {
        List<CsvRow> rows = new ArrayList<>();
        new CsvFile(List.of(NUMBER)).read(new ByteArrayInputStream(csv), new BadRows(), rows::add);
        return known(rows);
    }

    private List<StaffMember> known(List<CsvRow> rows) {
        return staff.all(rows.stream().map(row -> row.text(NUMBER)).distinct().toList());
    }
}
