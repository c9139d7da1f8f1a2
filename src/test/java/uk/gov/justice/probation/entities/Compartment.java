package uk.gov.justice.probation.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A part of an aggregate for tests. */
@Entity
class Compartment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Drawer drawer;

    @Column(nullable = false)
    private String name;

    protected Compartment() {}

    Compartment(Drawer drawer, String name) {
        this.drawer = drawer;
        this.name = name;
    }
}
