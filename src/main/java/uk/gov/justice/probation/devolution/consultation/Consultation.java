package uk.gov.justice.probation.devolution.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * A consultation of the staff of a region: first of the unions about proposals, then of each person, until its outcome.
 * Changed only within this module; others read {@link Facts}.
 */
@Entity
public class Consultation extends Aggregate {

    private enum DirectorsDecision {
        CONFIRMED,
        RETURNED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private String regionCode;

    @Formula("(select r.name from region r where r.code = region_code)")
    private String regionName;

    @Column(updatable = false)
    private String unitCode;

    @Convert(converter = Codes.class)
    @Column(updatable = false)
    private List<String> sites;

    @Convert(converter = Codes.class)
    @Column(updatable = false)
    private List<String> grades;

    private String title;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConsultationState state;

    private String objective;
    private int maxChoices;

    @Column(updatable = false)
    private boolean oneLevel;

    private int mobilityLimitMinutes;
    private String launchedBy;
    private LocalDateTime launchedAt;
    private Long processInstanceKey;
    private Integer affectedPosts;
    private Integer proposedRedundancies;
    private String businessCase;
    private String proposals;
    private String duty;

    @Column(name = "hr1_required")
    private boolean hr1Required;

    @Column(name = "hr1_sent_on")
    private LocalDate hr1SentOn;

    @Column(name = "hr1_reference")
    private String hr1Reference;

    private LocalDate unionClosesOn;
    private String response;
    private String respondedBy;
    private LocalDateTime individualStageAt;
    private LocalDate eventOn;
    private String eventPlace;
    private LocalDate eventAgainOn;
    private LocalDate eventAgainWasOn;
    private LocalTime eventFrom;
    private LocalTime eventUntil;
    private int eventsSequence;
    private LocalDate questionsCloseOn;
    private LocalDate eventsEndOn;
    private LocalDateTime invitedAt;
    private LocalDateTime answersPublishedAt;
    private LocalDateTime preferencesCloseAt;
    private LocalDateTime appealsCloseAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DirectorsDecision outcome;

    private String outcomeBy;
    private String outcomeNote;
    private String report;
    private LocalDateTime closedAt;
    private String cancelledBy;
    private String cancelledBecause;

    @Version
    private int version;

    protected Consultation() {}

    /**
     * @param unitCode the unit whose staff are consulted; null for every unit of the region
     * @param sites the sites whose staff are consulted; empty for all
     * @param grades the grades consulted; empty for all
     */
    public Consultation(
            String regionCode,
            String regionName,
            String unitCode,
            List<String> sites,
            List<String> grades,
            String title,
            String objective,
            int maxChoices,
            int mobilityLimitMinutes) {
        this.regionCode = regionCode;
        this.regionName = regionName;
        this.unitCode = unitCode;
        this.sites = List.copyOf(sites);
        this.grades = List.copyOf(grades);
        this.title = title;
        this.objective = objective;
        this.maxChoices = maxChoices;
        this.oneLevel = true;
        this.mobilityLimitMinutes = mobilityLimitMinutes;
        this.state = ConsultationState.LAUNCHED;
    }

    /** @param closeAt the last moment to rank places; if null, the configured time after they are published */
    public Consultation launched(String by, Instant at, Instant closeAt) {
        launchedBy = by;
        launchedAt = kept(at);
        preferencesCloseAt = kept(closeAt);
        return this;
    }

    /** @return false if another process instance already runs it */
    public boolean runBy(long instance) {
        if (processInstanceKey == null) processInstanceKey = instance;
        return processInstanceKey == instance;
    }

    /**
     * Moves on to this state.
     *
     * @return false if it is already there or beyond, in which case it does not change
     */
    public boolean goOnTo(ConsultationState next) {
        boolean goes = state.leadsTo(next);
        if (goes) state = next;
        return goes;
    }

    /** @throws CancelledException if it was cancelled */
    public void mustNotBeCancelled() {
        if (state == ConsultationState.CANCELLED) throw new CancelledException(title);
    }

    public void setOut(int posts, int redundancies, String why, String proposed) {
        affectedPosts = posts;
        proposedRedundancies = redundancies;
        businessCase = why;
        proposals = proposed;
    }

    public void hr1Sent(LocalDate on, String reference) {
        hr1Required = true;
        hr1SentOn = on;
        hr1Reference = reference;
    }

    /**
     * The unions are asked.
     *
     * @param kind of the employer's legal duty
     * @throws CannotSucceedException if form HR1 is required and has not been recorded as sent
     */
    public void unionsAsked(String kind, boolean hr1, LocalDate closesOn) {
        if (hr1 && hr1SentOn == null) {
            throw new CannotSucceedException(
                    "Form HR1 must be sent before the unions of '%s' are consulted, and nobody has recorded it"
                            .formatted(title));
        }
        duty = kind;
        hr1Required = hr1;
        unionClosesOn = closesOn;
        goOnTo(ConsultationState.UNION);
    }

    public void unionsHaveUntil(LocalDate closesOn) {
        unionClosesOn = closesOn;
    }

    public void respondedToUnions(String text, String by) {
        response = text;
        respondedBy = by;
    }

    /**
     * @param asked whether any union was asked
     * @param silent the names of those whose feedback is missing without approval
     * @throws CannotSucceedException if feedback or the response is missing
     */
    public void openIndividualStage(boolean asked, Collection<String> silent, Instant at) {
        if (!asked || !silent.isEmpty() || response == null) {
            String why = !asked
                    ? "no union has been asked"
                    : silent.isEmpty()
                            ? "the Regional Probation Director has not responded to the unions"
                            : "the feedback of %s is neither in nor approved as missing"
                                    .formatted(String.join(", ", silent));
            throw new CannotSucceedException("The individual stage of '%s' cannot be opened: %s".formatted(title, why));
        }
        individualStageAt = kept(at);
        goOnTo(ConsultationState.INDIVIDUAL);
    }

    /** @throws BeforeIndividualStageException if the individual stage has not been opened */
    public void mustBeIndividual() {
        if (!isIndividual()) throw new BeforeIndividualStageException(title);
    }

    /** @param hours null if they are not known yet */
    public void eventsScheduled(
            LocalDate on, String place, LocalDate again, LocalDate lastDayForQuestions, Hours hours) {
        if (eventOn != null) eventsSequence++;
        if (again != null) eventAgainWasOn = null;
        else if (eventAgainOn != null) eventAgainWasOn = eventAgainOn;
        eventFrom = hours == null ? null : hours.from();
        eventUntil = hours == null ? null : hours.until();
        eventOn = on;
        eventPlace = place;
        eventAgainOn = again;
        questionsCloseOn = lastDayForQuestions;
    }

    /** The process waits until the end of this day, however the events are corrected. */
    public void eventsEnd(LocalDate on) {
        eventsEndOn = on;
    }

    public void invited(Instant at) {
        if (invitedAt == null) invitedAt = kept(at);
    }

    public void answersPublished(Instant at) {
        if (answersPublishedAt == null) answersPublishedAt = kept(at);
    }

    public void preferencesClose(Instant at) {
        preferencesCloseAt = kept(at);
    }

    public void appealsClose(Instant at) {
        appealsCloseAt = kept(at);
    }

    public void outcomeConfirmed(String by, String note) {
        decided(DirectorsDecision.CONFIRMED, by, note);
        goOnTo(ConsultationState.OUTCOME);
    }

    public void outcomeReturned(String by, String note) {
        decided(DirectorsDecision.RETURNED, by, note);
        goOnTo(ConsultationState.PANEL);
    }

    private void decided(DirectorsDecision what, String by, String note) {
        outcome = what;
        outcomeBy = by;
        outcomeNote = note;
    }

    /**
     * @param counts the report, as JSON
     * @param eraseAfter the day after which confidential records about it are erased
     */
    public void close(String counts, Instant at, LocalDate eraseAfter) {
        report = counts;
        closedAt = kept(at);
        goOnTo(ConsultationState.CLOSED);
        register(new ConsultationClosed(id, eraseAfter));
    }

    /**
     * Ends it before the unions are told.
     *
     * @throws NotPossibleNow if the unions know of it, or it has ended
     */
    public void cancel(String by, String because, Instant at) {
        if (state.ended())
            throw new NotPossibleNow("'%s' has ended already: it is %s."
                    .formatted(title, state.label().toLowerCase(Locale.UK)));
        if (state != ConsultationState.LAUNCHED)
            throw new NotPossibleNow(
                    "'%s' can no longer be cancelled, because the unions have been told of it. What has changed since belongs in the director's answer to the unions, or in the decision about the outcome."
                            .formatted(title));
        cancelledBy = by;
        cancelledBecause = because;
        closedAt = kept(at);
        goOnTo(ConsultationState.CANCELLED);
    }

    /** Rounded as the database stores it. */
    private static LocalDateTime kept(Instant at) {
        return at == null ? null : Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }

    public Facts facts() {
        return new Facts(
                id,
                regionCode,
                regionName,
                unitCode,
                sites,
                grades,
                title,
                state,
                objective,
                maxChoices,
                oneLevel,
                mobilityLimitMinutes,
                Utc.instant(launchedAt),
                individualStageAt(),
                Utc.instant(preferencesCloseAt),
                Utc.instant(appealsCloseAt),
                Utc.instant(closedAt),
                processInstanceKey);
    }

    public Long id() {
        return id;
    }

    public String regionCode() {
        return regionCode;
    }

    public String regionSlug() {
        return regionCode.toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public ConsultationState state() {
        return state;
    }

    /** Null until the scope has been set out. */
    public Integer proposedRedundancies() {
        return proposedRedundancies;
    }

    /** Null until the unions have been asked. */
    public LocalDate unionClosesOn() {
        return unionClosesOn;
    }

    public boolean isIndividual() {
        return individualStageAt != null;
    }

    public Instant individualStageAt() {
        return Utc.instant(individualStageAt);
    }

    public LocalDate eventOn() {
        return eventOn;
    }

    public String eventPlace() {
        return eventPlace;
    }

    public LocalDate eventAgainOn() {
        return eventAgainOn;
    }

    /** The day of a repetition that was called off; null if none was. */
    public LocalDate eventAgainWasOn() {
        return eventAgainWasOn;
    }

    /** Null if they are not known. */
    public Hours eventHours() {
        return Hours.of(eventFrom, eventUntil);
    }

    /** How often the events were corrected. */
    public int eventsSequence() {
        return eventsSequence;
    }

    public LocalDate questionsCloseOn() {
        return questionsCloseOn;
    }

    /** The last day as scheduled first; null if they are not, or were by an earlier release. */
    public LocalDate eventsEndOn() {
        return eventsEndOn;
    }

    public boolean areAnswersPublished() {
        return answersPublishedAt != null;
    }

    /** Null until it is closed. */
    public String report() {
        return report;
    }

    /** Its subject in audit entries and confidential records. */
    public String subject() {
        return Consultations.subject(id);
    }
}
