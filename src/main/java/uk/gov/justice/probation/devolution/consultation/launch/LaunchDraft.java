package uk.gov.justice.probation.devolution.consultation.launch;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Codes;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * A launch that somebody prepares, with the files that go with it, so that nothing is lost when something in them is
 * wrong. It is theirs alone, and gone when it is launched.
 */
@Entity
class LaunchDraft extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private String owner;

    @Column(updatable = false)
    private String regionCode;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Draft.People people;

    private String unitCode;

    @Convert(converter = Codes.class)
    private List<String> sites = List.of();

    @Convert(converter = Codes.class)
    private List<String> grades = List.of();

    private byte[] peopleFile;
    private String peopleFileName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Draft.Places places;

    private byte[] vacanciesFile;
    private String vacanciesFileName;
    private String objective;
    private Integer maxChoices;
    private Integer mobilityLimit;
    private LocalDate preferencesCloseOn;
    private LocalDateTime changedAt;

    @Version
    private int version;

    protected LaunchDraft() {}

    LaunchDraft(String owner, String regionCode, String name, Instant at) {
        this.owner = owner;
        this.regionCode = regionCode;
        this.name = name;
        changed(at);
    }

    void changed(Instant at) {
        changedAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }

    void name(String called) {
        name = called;
    }

    /** Everybody of these takes part. */
    void known(String unit, List<String> ofSites, List<String> ofGrades) {
        people = Draft.People.KNOWN;
        unitCode = unit;
        sites = List.copyOf(ofSites);
        grades = List.copyOf(ofGrades);
    }

    /** The file is kept; whether it is clean is not known yet. Until it is, nothing is answered. */
    void keepPeople(String fileName, byte[] csv) {
        people = null;
        peopleFileName = fileName;
        peopleFile = csv;
    }

    void inFile() {
        people = Draft.People.FILE;
    }

    /** The file is kept, or what was typed in its place, which has no name. */
    void keepVacancies(String fileName, byte[] csv) {
        places = null;
        vacanciesFileName = fileName;
        vacanciesFile = csv;
    }

    /** No places come with the launch. */
    void knownPlaces() {
        places = Draft.Places.KNOWN;
        vacanciesFileName = null;
        vacanciesFile = null;
    }

    void newPlaces() {
        places = Draft.Places.NEW;
    }

    void sharedOut(String how, int choices, int minutes, LocalDate closeOn) {
        objective = how;
        maxChoices = choices;
        mobilityLimit = minutes;
        preferencesCloseOn = closeOn;
    }

    boolean belongsTo(String userName) {
        return owner.equals(userName);
    }

    String regionCode() {
        return regionCode;
    }

    /** Null if none was sent. */
    byte[] peopleFile() {
        return peopleFile;
    }

    /** Null if none was sent and none were typed. */
    byte[] vacanciesFile() {
        return vacanciesFile;
    }

    Draft draft() {
        return new Draft(
                id,
                regionCode,
                name,
                people,
                unitCode,
                sites,
                grades,
                peopleFileName,
                places,
                vacanciesFileName,
                objective,
                maxChoices,
                mobilityLimit,
                preferencesCloseOn,
                changedAt);
    }
}
