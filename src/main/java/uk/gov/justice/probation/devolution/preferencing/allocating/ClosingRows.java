package uk.gov.justice.probation.devolution.preferencing.allocating;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** What everybody had asked for and might be given when the last person's time to answer ended. */
@Entity
@Immutable
@Table(name = "rows_at_closing")
class ClosingRows extends KeyedAggregate<Long> {
    @Id
    private Long consultationId;

    private LocalDateTime fixedAt;
    private int people;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String root;

    private String request;

    protected ClosingRows() {}

    ClosingRows(long consultationId, Instant at, int people, String root, String request) {
        this.consultationId = consultationId;
        this.fixedAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
        this.people = people;
        this.root = root;
        this.request = request;
    }

    int people() {
        return people;
    }

    String root() {
        return root;
    }

    /** As JSON, with a seed of 0, because none was known. */
    String request() {
        return request;
    }

    @Override
    public Long getId() {
        return consultationId;
    }
}
