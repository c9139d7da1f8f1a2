package uk.gov.justice.probation.devolution.preferencing.ranking;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer.Kind;

/**
 * A ranking given by a person or on their behalf. It is never changed, even if another one follows. Other packages read
 * {@link Answer}.
 */
@Entity
@Immutable
@Table(name = "preference_answer")
class GivenAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long memberId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    @ElementCollection
    @CollectionTable(name = "preference_choice", joinColumns = @JoinColumn(name = "answer_id"))
    @OrderColumn(name = "choice_rank")
    @ListIndexBase(1)
    private List<Chosen> choices = new ArrayList<>();

    /** To some of the places; to all of them where none says it of itself. */
    private boolean longJourneyAgreed;

    private LocalDate contactedOn;
    private String givenBy;
    private LocalDateTime givenAt;
    private Long taskInstance;

    protected GivenAnswer() {}

    private GivenAnswer(
            long memberId, Kind kind, Ranking ranking, LocalDate contactedOn, String by, Instant at, Long task) {
        this.memberId = memberId;
        this.kind = kind;
        this.choices = ranking.choices().stream()
                .map(option -> new Chosen(option, ranking.longJourneys().contains(option)))
                .collect(Collectors.toCollection(ArrayList::new));
        this.longJourneyAgreed = !ranking.longJourneys().isEmpty();
        this.contactedOn = contactedOn;
        this.givenBy = by;
        this.givenAt = Utc.of(at);
        this.taskInstance = task;
    }

    /** @param task in which it was given; null if it was given on our page */
    static GivenAnswer own(long memberId, Ranking ranking, String by, Instant at, Long task) {
        return new GivenAnswer(memberId, Kind.OWN, ranking, null, by, at, task);
    }

    /**
     * Recorded by somebody who contacted the person or tried to. A person who could not be reached asks for nothing.
     */
    static GivenAnswer forPerson(long memberId, Rankings.Contact contact, String by, Instant at, Long task) {
        return contact.reached()
                ? new GivenAnswer(memberId, Kind.ON_BEHALF, contact.ranking(), contact.on(), by, at, task)
                : new GivenAnswer(memberId, Kind.UNAVAILABLE, Ranking.NOTHING, contact.on(), by, at, task);
    }

    boolean isOwn() {
        return kind == Kind.OWN;
    }

    /** Also at that very moment. */
    boolean isOfBefore(Instant moment) {
        return !Utc.instant(givenAt).isAfter(moment);
    }

    Answer answer() {
        return new Answer(
                id,
                memberId,
                kind,
                choices.stream().map(Chosen::optionId).toList(),
                choices.stream().filter(this::isAgreedTo).map(Chosen::optionId).collect(Collectors.toSet()),
                contactedOn,
                givenBy,
                Utc.instant(givenAt));
    }

    private boolean isAgreedTo(Chosen chosen) {
        return chosen.longJourneyAgreed() == null ? longJourneyAgreed : chosen.longJourneyAgreed();
    }
}
