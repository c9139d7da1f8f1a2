package uk.gov.justice.probation.entities;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * An aggregate for tests of what all aggregates have in common. It is outside the application's packages, because the
 * application's databases have no table for it.
 */
@Entity
public class Drawer extends Aggregate {

    /** What {@link #label} registers. */
    public record Labelled(String label) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String label;
    private LocalDateTime emptiedAt;

    @ElementCollection
    @CollectionTable(name = "drawer_content", joinColumns = @JoinColumn(name = "drawer_id"))
    @Column(name = "thing")
    private Set<String> contents = new HashSet<>();

    @OneToMany(mappedBy = "drawer", cascade = CascadeType.PERSIST)
    private List<Compartment> compartments = new ArrayList<>();

    @Version
    private int version;

    protected Drawer() {}

    public Drawer(String label) {
        this.label = label;
    }

    public void label(String wanted) {
        label = wanted;
        register(new Labelled(wanted));
    }

    public void labelQuietly(String wanted) {
        label = wanted;
    }

    public void divide(String name) {
        compartments.add(new Compartment(this, name));
    }

    public void emptied(LocalDateTime at) {
        emptiedAt = at;
    }

    public LocalDateTime emptiedAt() {
        return emptiedAt;
    }

    public Long id() {
        return id;
    }

    public String label() {
        return label;
    }

    public Set<String> contents() {
        return contents;
    }

    public int version() {
        return version;
    }
}
