package uk.gov.justice.probation.devolution.unpaidwork.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** A project where people work: where it is and when it runs. Only files change it. */
@Entity
@Immutable
@Table(name = "upw_project")
public class WorkProject {

    @Id
    private String code;

    private String name;
    private String regionCode;
    private String pduName;
    private String days;
    private LocalTime startTime;
    private LocalTime endTime;
    private String pickUpPoint;
    private LocalTime pickUpTime;
    private LocalDate startDate;
    private LocalDate endDate;

    @Formula("(SELECT t.kind = 'EDUCATION' FROM upw_project_type t WHERE t.code = type_code)")
    private boolean education;

    protected WorkProject() {}

    /** Why nobody can begin there on that day any more, in a sentence; empty if they can. */
    Optional<String> begun(LocalDate on, LocalDateTime now) {
        return on.atTime(startTime).isAfter(now)
                ? Optional.empty()
                : Optional.of("%s has begun already today.".formatted(name));
    }

    /** Why nobody works there on that day, in a sentence; empty if they do. */
    Optional<String> closed(LocalDate on) {
        if (!ProjectDays.of(days).contains(on.getDayOfWeek())) {
            return Optional.of("%s does not work on %ss."
                    .formatted(name, on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK)));
        }
        boolean open = !on.isBefore(startDate) && (endDate == null || !on.isAfter(endDate));
        return open ? Optional.empty() : Optional.of("%s is not open on %s.".formatted(name, Deadlines.inWords(on)));
    }

    /** When it runs, as its sessions need to know. */
    ProjectHours hours() {
        return new ProjectHours(code, name, ProjectDays.of(days), startTime, endTime, startDate, endDate, education);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String regionCode() {
        return regionCode;
    }

    /** The delivery unit it lies in. */
    public String pduName() {
        return pduName;
    }

    /**
     * Where and when people are picked up, such as "08:15, Birkenhead Park station"; empty if they come by themselves.
     */
    public Optional<String> pickUp() {
        return Optional.ofNullable(pickUpPoint).map(point -> "%s, %s".formatted(pickUpTime, point));
    }

    public LocalTime start() {
        return startTime;
    }

    public LocalTime end() {
        return endTime;
    }
}
