package uk.gov.justice.probation.devolution.camunda;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What was recorded, under one name, about a process instance or about one of several user tasks of a kind. */
@Entity
@Table(name = "task_subject")
class NotedSubject {

    @Embeddable
    record Key(long instanceKey, String name) {}

    @EmbeddedId
    private Key id;

    private String value;
    private String about;
    private String regionCode;
    private boolean fromBefore;
    private boolean saysCalls;

    protected NotedSubject() {}
}
