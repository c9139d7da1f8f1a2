package uk.gov.justice.probation.devolution.persistence;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/**
 * An entity that changes only through its own methods. It registers what happened; saving it through its repository
 * publishes that. A transaction whose registered events were not published in this way cannot be committed.
 */
public abstract class Aggregate {
    private final transient List<Object> happened = new ArrayList<>();

    protected final void register(Object event) {
        happened.add(event);
    }

    @DomainEvents
    List<Object> happened() {
        return List.copyOf(happened);
    }

    /** @throws IllegalStateException if its events were not published */
    final void mustHaveBeenSaved() {
        if (!happened.isEmpty())
            throw new IllegalStateException("%s registered %s and was not saved by its repository after that"
                    .formatted(getClass().getSimpleName(), happened));
    }

    @AfterDomainEventPublication
    void published() {
        happened.clear();
    }
}
