package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * What a consultation offers: a role at a site, with the hours a week if HR has planned posts, its number of places,
 * and the tasks done there. All options are published together once and do not change afterwards.
 */
@Entity
@Immutable
@Table(name = "preference_option")
public class Option {
    @Id
    private long id;

    private long consultationId;
    private String siteCode;
    private String siteName;
    private String roleCode;
    private String roleName;

    @Column(name = "grade_code")
    private String grade;

    private WeeklyHours hours;
    private int places;

    @Convert(converter = Tasks.class)
    private List<String> tasks;

    protected Option() {}

    /** For example "Sefton probation office – Case administrator, 18.5 hours a week". */
    public String name() {
        return name(siteName, roleName, hours);
    }

    public static String name(String siteName, String roleName, WeeklyHours hours) {
        return "%s – %s".formatted(siteName, post(roleName, hours));
    }

    /** For example "Case administrator, 18.5 hours a week"; without hours where nothing is said about them. */
    public String post() {
        return post(roleName, hours);
    }

    private static String post(String roleName, WeeklyHours hours) {
        return hours.areSaid() ? "%s, %s".formatted(roleName, hours.inWords()) : roleName;
    }

    /** The tasks that somebody who does these tasks today would have to learn, ignoring case. */
    public List<String> newTasks(List<String> today) {
        return tasks.stream()
                .filter(task -> today.stream().noneMatch(task::equalsIgnoreCase))
                .toList();
    }

    public long id() {
        return id;
    }

    public long consultationId() {
        return consultationId;
    }

    public String siteCode() {
        return siteCode;
    }

    public String siteName() {
        return siteName;
    }

    public String roleCode() {
        return roleCode;
    }

    public String roleName() {
        return roleName;
    }

    /** The grade that may take it. */
    public String grade() {
        return grade;
    }

    public WeeklyHours hours() {
        return hours;
    }

    public int places() {
        return places;
    }

    public List<String> tasks() {
        return tasks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Option option && option.id() == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
