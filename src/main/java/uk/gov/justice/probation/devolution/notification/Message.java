package uk.gov.justice.probation.devolution.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A message to a task group, as stored. */
@Entity
@Table(name = "notification")
class Message {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LocalDateTime at;
    private String toGroup;
    private String subject;
    private String body;
    private String about;
    private String dedupKey;

    protected Message() {}
}
