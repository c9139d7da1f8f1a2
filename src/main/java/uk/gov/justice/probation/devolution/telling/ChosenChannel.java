package uk.gov.justice.probation.devolution.telling;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.work.Holder;

/** How a colleague, or the manager of a group, has chosen to be told. */
@Entity
@Table(name = "telling_choice")
class ChosenChannel extends KeyedAggregate<String> {
    @Id
    private String recipient;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Channel channel;

    private String email;
    private LocalDateTime changedAt;

    @Version
    private int version;

    protected ChosenChannel() {}

    ChosenChannel(Holder recipient) {
        this.recipient = recipient.name();
    }

    /** @param address null for the one of the staff file */
    ChosenChannel choose(Channel how, String address, Instant at) {
        channel = how;
        email = address;
        changedAt = Utc.of(at);
        return this;
    }

    Channel channel() {
        return channel;
    }

    /** Null if it is that of the staff file. */
    String email() {
        return email;
    }

    Holder recipient() {
        return new Holder(recipient);
    }

    @Override
    public String getId() {
        return recipient;
    }
}
