package uk.gov.justice.probation.devolution.consultation.launch;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.CsvFile;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The files of a launch that is prepared: of those who take part, and of free places. Each is kept first and then taken
 * on trial, which is rolled back, so that every rule is the one that holds at the launch and nothing is lost when one
 * is broken (ADR 89).
 */
@Service
public class DraftFiles {
    private static final String VACANCIES = "vacancies";
    private static final int LONGEST_NAME = 100;

    /** A row of free places as it was typed. */
    public record TypedPlaces(String siteCode, String role, String places, String tasks, String fte) {
        public static final TypedPlaces NONE = new TypedPlaces("", "", "", "", "");

        boolean isEmpty() {
            return (siteCode + role + places + tasks + fte).isBlank();
        }
    }

    private final OwnDrafts own;
    private final PeopleInScope people;
    private final Imports imports;
    private final TransactionTemplate transaction;

    DraftFiles(OwnDrafts own, PeopleInScope people, Imports imports, PlatformTransactionManager transactions) {
        this.own = own;
        this.people = people;
        this.imports = imports;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Those in the file take part.
     *
     * @param csv null for the file that was sent before
     * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row; the file is kept
     * @throws BreaksRules if there is no file
     * @throws Taken if another one was sent meanwhile
     */
    public void people(long id, String fileName, byte[] csv, Colleague by) {
        if (csv != null) {
            PeopleInScope.mustNotBeTooLarge(csv);
            changed(id, by, draft -> draft.keepPeople(shortened(fileName), csv));
        }
        byte[] tried = tried(() -> {
            LaunchDraft draft = own.get(id, by);
            if (draft.peopleFile() == null) throw new BreaksRules("Choose a file of people who take part");
            people.in(draft.draft().launch(), draft.peopleFile(), by);
            return draft.peopleFile();
        });
        changed(id, by, draft -> {
            mustBeTheOneTried(draft.peopleFile(), tried);
            draft.inFile();
        });
    }

    /** What belongs in the file of people that was sent last. */
    @Transactional(readOnly = true)
    public List<Column> layoutOfPeople(long id, Colleague by) {
        byte[] csv = own.get(id, by).peopleFile();
        return csv == null ? MembersFile.LAYOUT : people.layoutOf(csv);
    }

    /** The places that are known are all there are. */
    public void knownPlaces(long id, Colleague by) {
        changed(id, by, LaunchDraft::knownPlaces);
    }

    /**
     * These places come with the launch.
     *
     * @param fileName null if they were typed
     * @param csv null for those that were sent before as a file
     * @throws uk.gov.justice.probation.devolution.imports.ImportRefusedException with every bad row; they are kept
     * @throws BreaksRules if there are none
     * @throws Taken if others were sent meanwhile
     */
    public void places(long id, String fileName, byte[] csv, Colleague by) {
        if (csv != null) {
            mustNotBeTooLarge(csv);
            changed(id, by, draft -> draft.keepVacancies(shortened(fileName), csv));
        }
        byte[] tried = tried(() -> {
            LaunchDraft draft = own.get(id, by);
            byte[] kept = draft.vacanciesFile();
            boolean onlyTyped = draft.draft().vacanciesFile() == null;
            if (kept == null || csv == null && onlyTyped) throw new BreaksRules("Choose a file of free places");
            imports.take(VACANCIES, new ByteArrayInputStream(kept), by);
            return kept;
        });
        changed(id, by, draft -> {
            mustBeTheOneTried(draft.vacanciesFile(), tried);
            draft.newPlaces();
        });
    }

    /** As {@link #places}, for rows that were typed; one without anything in it is none. */
    public void typedPlaces(long id, List<TypedPlaces> rows, Colleague by) {
        if (rows.stream().allMatch(TypedPlaces::isEmpty))
            throw new BreaksRules("Enter at least one row of free places");
        places(id, null, csv(rows), by);
    }

    private byte[] csv(List<TypedPlaces> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(imports.kind(VACANCIES).columns());
        rows.forEach(row -> csv.writeRecord(row.siteCode(), row.role(), row.places(), row.tasks(), row.fte()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public List<Column> layoutOfPlaces() {
        return imports.kind(VACANCIES).layout();
    }

    /** What was typed, or sent as a file, as far as it can be read. */
    @Transactional(readOnly = true)
    public List<TypedPlaces> placesOf(long id, Colleague by) {
        byte[] csv = own.get(id, by).vacanciesFile();
        List<TypedPlaces> rows = new ArrayList<>();
        if (csv != null)
            new CsvFile(imports.kind(VACANCIES))
                    .read(
                            new ByteArrayInputStream(csv),
                            new BadRows(),
                            row -> rows.add(new TypedPlaces(
                                    row.text("siteCode"),
                                    row.text("role"),
                                    row.text("places"),
                                    row.text("tasks"),
                                    row.text("fte"))));
        return rows;
    }

    private void changed(long id, Colleague by, Consumer<LaunchDraft> change) {
        transaction.executeWithoutResult(status -> change.accept(own.change(id, by)));
    }

    private static void mustNotBeTooLarge(byte[] vacancies) {
        if (vacancies.length > PeopleInScope.STAFF_FILE_AT_MOST)
            throw new NotPossibleNow(
                    "The file of free places is larger than 1 MB. Import it as 'vacancies' first, then launch with the places that are known.");
    }

    /** @return the file that was tried */
    private byte[] tried(Supplier<byte[]> effect) {
        return transaction.execute(status -> {
            byte[] file = effect.get();
            status.setRollbackOnly();
            return file;
        });
    }

    /** Between the trial and its answer another file can be sent from another page: that one has not been tried. */
    private static void mustBeTheOneTried(byte[] kept, byte[] tried) {
        if (!Arrays.equals(kept, tried))
            throw new Taken(
                    "Somebody changed this on another page in the meantime. Check your answer and send it again.");
    }

    private static String shortened(String name) {
        if (name == null) return null;
        return name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME + 1);
    }
}
