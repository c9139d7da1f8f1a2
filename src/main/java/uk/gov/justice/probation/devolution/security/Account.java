package uk.gov.justice.probation.devolution.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** A user name with the account at the issuer that first used it, and the task groups it last came with. */
@Entity
@Table(name = "colleague")
class Account extends KeyedAggregate<String> {
    @Id
    private String userName;

    private String account;
    private String taskGroups;
    private LocalDateTime seenAt;

    protected Account() {}

    Account(String userName, String account, Set<String> groups, Instant at) {
        this.userName = userName;
        this.account = account;
        seen(groups, at);
    }

    void seen(Set<String> groups, Instant at) {
        taskGroups = String.join(" ", groups);
        seenAt = Utc.of(at);
    }

    boolean isCalled(String account) {
        return this.account.equals(account);
    }

    String account() {
        return account;
    }

    Set<String> groups() {
        return Set.of(taskGroups.split(" "));
    }

    Instant seenAt() {
        return seenAt.toInstant(ZoneOffset.UTC);
    }

    @Override
    public String getId() {
        return userName;
    }
}
