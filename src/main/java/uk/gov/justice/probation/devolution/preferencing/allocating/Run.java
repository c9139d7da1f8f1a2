package uk.gov.justice.probation.devolution.preferencing.allocating;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Score;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs.Computed;

/** A computed allocation with everything that went into it. It is never changed. */
@Entity
@Immutable
@Table(name = "allocation_run")
public class Run {

    /** The purpose of a run. */
    public enum Kind {
        OFFICIAL,
        WHAT_IF
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long consultationId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Objective objective;

    private int mobilityLimitMinutes;
    private String extraPlaces;
    private long seed;
    private int people;
    private int places;
    private int unplaced;

    @Convert(converter = PeopleByRank.class)
    private List<Integer> byRank;

    private int unranked;
    private int moreWithEveryConsent;
    private long computedInMs;
    private String runBy;
    private LocalDateTime runAt;
    private String request;

    protected Run() {}

    /** @param request everything that went into it, as JSON */
    Run(Computed computed, String request, Instant at) {
        Allocation allocation = computed.allocation();
        this.consultationId = computed.consultationId();
        this.kind = computed.kind();
        this.name = computed.name();
        this.objective = allocation.objective();
        this.mobilityLimitMinutes = computed.mobilityLimitMinutes();
        this.extraPlaces = computed.extraPlaces();
        this.seed = allocation.seed();
        this.people = allocation.placed().size();
        this.places =
                computed.request().places().stream().mapToInt(Place::places).sum();
        this.unplaced = allocation.score().unplaced();
        this.byRank = List.copyOf(allocation.score().byRank());
        this.unranked = (int) allocation.placed().stream()
                .filter(placed -> placed.option() != null && !placed.ranked())
                .count();
        this.moreWithEveryConsent = allocation.moreWithEveryConsent();
        this.computedInMs = computed.computedInMs();
        this.runBy = computed.runBy();
        this.runAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
        this.request = request;
    }

    public Score score() {
        return new Score(unplaced, byRank);
    }

    public int placed() {
        return people - unplaced;
    }

    public int firstChoices() {
        return score().at(1);
    }

    /**
     * The worst rank of a place that somebody asked for; 0 if nobody did. The last of all ranks is never one of a list.
     */
    public int worstAskedFor() {
        for (int rank = byRank.size() - 1; rank > 0; rank--) {
            if (byRank.get(rank - 1) > 0) return rank;
        }
        return 0;
    }

    public long id() {
        return id;
    }

    public long consultationId() {
        return consultationId;
    }

    /** For example "Official allocation" or "One more place at Sefton". */
    public String name() {
        return name;
    }

    public Objective objective() {
        return objective;
    }

    public int mobilityLimitMinutes() {
        return mobilityLimitMinutes;
    }

    /** The assumptions about places, in words; empty if there were none. */
    public String extraPlaces() {
        return extraPlaces;
    }

    public long seed() {
        return seed;
    }

    public int people() {
        return people;
    }

    public int places() {
        return places;
    }

    public int unplaced() {
        return unplaced;
    }

    /**
     * How many people got a place of each rank, first choices first. A place that was not asked for counts as the rank
     * after the last choice.
     */
    public List<Integer> byRank() {
        return byRank;
    }

    /** How many people got a place they did not ask for. */
    public int unranked() {
        return unranked;
    }

    /**
     * In a draw, how many more people would have a place if every consent to a long journey had been known before the
     * first turn.
     */
    public int moreWithEveryConsent() {
        return moreWithEveryConsent;
    }

    /** Milliseconds from the request to the last explanation. */
    public long computedInMs() {
        return computedInMs;
    }

    public String runBy() {
        return runBy;
    }

    public Instant runAt() {
        return Utc.instant(runAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Run run && id != null && id.equals(run.id);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(consultationId);
    }
}
