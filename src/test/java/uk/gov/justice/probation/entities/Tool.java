package uk.gov.justice.probation.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** An aggregate for tests whose key comes from outside. */
@Entity
public class Tool extends KeyedAggregate<String> {
    @Id
    private String name;

    private String colour;

    @Version
    private int version;

    protected Tool() {}

    public Tool(String name, String colour) {
        this.name = name;
        this.colour = colour;
    }

    @Override
    public String getId() {
        return name;
    }

    public void paint(String wanted) {
        colour = wanted;
    }

    public String colour() {
        return colour;
    }
}
