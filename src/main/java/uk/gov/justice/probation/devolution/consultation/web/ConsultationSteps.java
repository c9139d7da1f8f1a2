package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.consultation.PersonalStep.Part.HEAR;
import static uk.gov.justice.probation.devolution.consultation.PersonalStep.Part.TELL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.Events;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.PersonalStep;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Status;
import uk.gov.justice.probation.devolution.consultation.PersonalSteps;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Standing;
import uk.gov.justice.probation.devolution.web.Dates;

/** The steps until the places are published: events, questions, circumstances and the one-to-one. */
@Component
@Order(10)
class ConsultationSteps implements PersonalSteps {
    private static final String UNIONS_FIRST = "The unions are heard first";

    private final ConsultationOverview overview;
    private final TeamOverview team;
    private final ConfidentialRecords records;
    private final Deadlines deadlines;
    private final Dates dates;

    ConsultationSteps(
            ConsultationOverview overview,
            TeamOverview team,
            ConfidentialRecords records,
            Deadlines deadlines,
            Dates dates) {
        this.overview = overview;
        this.team = team;
        this.records = records;
        this.deadlines = deadlines;
        this.dates = dates;
    }

    @Override
    public Map<Long, List<PersonalStep>> of(Map<Member, Facts> takingPart) {
        Map<Long, Events> events =
                overview.events(takingPart.values().stream().map(Facts::id).toList());
        Map<Long, Standing> standings =
                team.standings(takingPart.keySet().stream().map(Member::id).toList());
        Map<String, Instant> told = new HashMap<>();
        takingPart.keySet().stream()
                .findFirst()
                .ifPresent(member -> records.said(member.staffNumber(), Kind.CIRCUMSTANCES)
                        .forEach(said -> told.putIfAbsent(said.about(), said.keptAt())));
        Map<Long, List<PersonalStep>> steps = new HashMap<>();
        takingPart.forEach((member, consultation) -> steps.put(
                member.id(),
                List.of(
                        read(consultation),
                        events(consultation, events.get(consultation.id())),
                        questions(consultation, events.get(consultation.id())),
                        circumstances(member, consultation, told.get(consultation.subject())),
                        oneToOne(member, consultation, standings.get(member.id())))));
        return steps;
    }

    private static PersonalStep read(Facts consultation) {
        return new PersonalStep(
                HEAR, "Read what is proposed", page(consultation), Status.IF_YOU_WANT, "And what the unions were told");
    }

    private PersonalStep events(Facts consultation, Events events) {
        String title = "Come to the events";
        if (events == null) return PersonalStep.later(HEAR, title, "Their dates are not set yet");
        LocalDate last = events.again() == null ? events.on() : events.again();
        return new PersonalStep(
                HEAR,
                title,
                page(consultation),
                last.isBefore(deadlines.today()) ? Status.OVER : Status.TO_COME,
                "%s%s%s, %s"
                        .formatted(
                                dates.day(events.on()),
                                events.again() == null ? "" : " and " + dates.day(events.again()),
                                events.hours() == null
                                        ? ""
                                        : ", " + events.hours().inWords(),
                                events.place()));
    }

    private PersonalStep questions(Facts consultation, Events events) {
        String title = "Ask questions, and read the answers";
        if (!consultation.isIndividual()) return PersonalStep.later(HEAR, title, UNIONS_FIRST);
        LocalDate last = events == null ? null : events.questionsCloseOn();
        boolean over = consultation.state().ended() || last != null && last.isBefore(deadlines.today());
        return new PersonalStep(
                HEAR,
                title,
                page(consultation) + "/questions",
                over ? Status.OVER : Status.IF_YOU_WANT,
                last == null ? "" : over ? "Questions closed on " + dates.day(last) : "Until " + dates.day(last));
    }

    private PersonalStep circumstances(Member member, Facts consultation, Instant told) {
        String title = "Tell us your circumstances";
        if (!consultation.isIndividual()) return PersonalStep.later(TELL, title, UNIONS_FIRST);
        return new PersonalStep(
                TELL,
                title,
                "/people/%d/circumstances".formatted(member.id()),
                told != null ? Status.DONE : consultation.state().ended() ? Status.OVER : Status.IF_YOU_WANT,
                told != null
                        ? "Last saved on %s. You can add to it".formatted(dates.moment(told))
                        : "Caring for somebody, a disability, how you can travel: anything that affects where you can work");
    }

    private PersonalStep oneToOne(Member member, Facts consultation, Standing standing) {
        String title = "Meet your line manager";
        if (!consultation.isIndividual()) return PersonalStep.later(TELL, title, UNIONS_FIRST);
        String path = "/people/%d/one-to-one".formatted(member.id());
        return switch (standing.progress()) {
            case MET -> new PersonalStep(TELL, title, path, Status.DONE, "You met on " + dates.day(standing.metOn()));
            case DECLINED -> new PersonalStep(TELL, title, path, Status.DONE, "You did not want a one-to-one");
            case OVERDUE ->
                new PersonalStep(
                        TELL,
                        title,
                        path,
                        Status.LATE,
                        "It was due by %s. Ask %s for a day".formatted(dates.day(standing.due()), holder(standing)));
            case TO_BE_MET, ALL ->
                new PersonalStep(
                        TELL,
                        title,
                        path,
                        Status.TO_COME,
                        "%s with %s. You can bring a union representative"
                                .formatted(
                                        standing.due() == null ? "Soon" : "By " + dates.day(standing.due()),
                                        holder(standing)));
        };
    }

    private static String holder(Standing standing) {
        if (standing.standIn() != null) return standing.standIn() + " in your line manager's place";
        return Optional.ofNullable(standing.lineManager()).orElse("HR of the region");
    }

    private static String page(Facts consultation) {
        return "/consultations/" + consultation.id();
    }
}
