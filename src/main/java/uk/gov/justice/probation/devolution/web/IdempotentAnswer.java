package uk.gov.justice.probation.devolution.web;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The answer stored for a repeated request. It has no status while the first request is running. */
@Entity
class IdempotentAnswer {

    @Embeddable
    record Key(String caller, String requestKey) {}

    @EmbeddedId
    private Key id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String request;

    private Integer status;
    private String contentType;
    private String location;

    @Column(columnDefinition = "mediumtext")
    private String body;

    private LocalDateTime createdAt;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String holder;

    private LocalDateTime workingUntil;

    protected IdempotentAnswer() {}
}
