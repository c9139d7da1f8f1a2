package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * The rules of a launch: who may launch it, its numbers and dates, and the people it concerns. Each broken rule is
 * reported as a sentence.
 */
@Component
class LaunchRules {
    private static final Set<String> OBJECTIVES =
            Stream.of(Objective.values()).map(Objective::name).collect(Collectors.toSet());
    private static final int MOST_CHOICES = 5;
    private static final int LONGEST_JOURNEY = 240;
    private static final int LONGEST_SITES = 1_000;
    private static final int NUMBERS_NAMED = 10;
    private static final EnteredDay PREFERENCES_CLOSE_ON =
            EnteredDay.optional("the last day to rank places", DayRule.toCome());

    private final ChoicesQuery choices;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    LaunchRules(ChoicesQuery choices, Deadlines deadlines, ConsultationSettings settings) {
        this.choices = choices;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    void mustBeHr(String regionCode, Colleague by) {
        if (!choices.isRegion(regionCode)) throw new NotPossibleNow(List.of(unknownRegion(regionCode)));
        by.mustHold(Role.HR, regionCode, "launch a consultation in " + choices.regionName(regionCode));
    }

    List<String> broken(Launch launch, List<StaffMember> people) {
        List<String> reasons = new ArrayList<>();
        boolean region = choices.isRegion(launch.regionCode());
        if (!region) reasons.add(unknownRegion(launch.regionCode()));
        if (launch.name() != null) ConsultationNames.problem(launch.name()).ifPresent(reasons::add);
        reasons.addAll(brokenScope(launch));
        brokenTerms(launch).forEach(rule -> reasons.add(rule.reason()));
        reasons.addAll(brokenBy(people, launch, region));
        return reasons;
    }

    /** What is wrong with the unit, the sites and the grades chosen. */
    List<String> brokenScope(Launch launch) {
        List<String> reasons = new ArrayList<>();
        if (launch.unitCode() != null && choices.unitName(launch.unitCode()).isEmpty())
            reasons.add("'%s' is not a unit whose staff can be consulted.".formatted(launch.unitCode()));
        Set<String> sites = launch.sites().isEmpty() ? Set.of() : choices.siteCodes(launch.regionCode());
        launch.sites().stream()
                .filter(site -> !sites.contains(site))
                .forEach(site -> reasons.add("'%s' is not a site of the region.".formatted(site)));
        if (String.join("|", launch.sites()).length() > LONGEST_SITES)
            reasons.add("You chose too many sites. Choose fewer, or choose none to include all of them.");
        launch.grades().stream()
                .filter(grade -> !choices.isGrade(grade))
                .forEach(grade -> reasons.add("'%s' is not a grade.".formatted(grade)));
        return reasons;
    }

    /** What is wrong with how places are shared out, by its field. */
    List<BrokenRule> brokenTerms(Launch launch) {
        List<BrokenRule> broken = new ArrayList<>();
        if (!OBJECTIVES.contains(launch.objective())) {
            broken.add(
                    new BrokenRule(
                            "objective",
                            "Choose how places are shared out: by an honest draw (DRAW), most first choices (GREEDY), fewest low choices (GENEROUS) or best overall (BALANCED)."));
        }
        if (launch.maxChoices() < 1 || launch.maxChoices() > MOST_CHOICES)
            broken.add(new BrokenRule("maxChoices", "Each person may rank 1 to %d places.".formatted(MOST_CHOICES)));
        if (launch.mobilityLimit() < 1 || launch.mobilityLimit() > LONGEST_JOURNEY)
            broken.add(new BrokenRule(
                    "mobilityLimit", "A journey may take 1 to %d minutes each way.".formatted(LONGEST_JOURNEY)));
        LocalDate unionsAtLeastUntil = deadlines.today().plus(settings.agreedPeriod());
        PREFERENCES_CLOSE_ON
                .and(afterTheUnions(unionsAtLeastUntil))
                .problem(launch.preferencesCloseOn(), deadlines)
                .ifPresent(reason -> broken.add(new BrokenRule("preferencesCloseOn", reason)));
        return broken;
    }

    private List<String> brokenBy(List<StaffMember> people, Launch launch, boolean region) {
        List<String> reasons = new ArrayList<>();
        if (region && people.isEmpty()) {
            reasons.add(
                    "Nobody in %s would be consulted: no member of staff there belongs to the unit, the sites and the grades you chose."
                            .formatted(choices.regionName(launch.regionCode())));
        }
        long elsewhere = people.stream()
                .filter(person -> !person.regionCode().equals(launch.regionCode()))
                .count();
        if (elsewhere > 0)
            reasons.add("%d of the people in the file belong to another region. Leave them out, or launch there too."
                    .formatted(elsewhere));
        List<String> notInScope = people.stream()
                .filter(person -> !isInScope(launch, person))
                .map(StaffMember::staffNumber)
                .toList();
        if (!notInScope.isEmpty()) {
            String which = launch.sites().isEmpty() ? "unit" : "unit, site";
            String more = notInScope.size() > NUMBERS_NAMED
                    ? " and %d more".formatted(notInScope.size() - NUMBERS_NAMED)
                    : "";
            reasons.add(
                    "The file has people who are not in scope, because of their %s or grade: %s%s. Leave them out, or consult their %s and grade too."
                            .formatted(
                                    which,
                                    String.join(
                                            ", ", notInScope.subList(0, Math.min(NUMBERS_NAMED, notInScope.size()))),
                                    more,
                                    which));
        }
        return reasons;
    }

    private static DayRule afterTheUnions(LocalDate until) {
        return (day, today) -> day.isAfter(until)
                ? Optional.empty()
                : Optional.of("the unions are consulted until %s at the earliest. Enter a later day, or none"
                        .formatted(Deadlines.inWords(until)));
    }

    private static boolean isInScope(Launch launch, StaffMember person) {
        return (launch.unitCode() == null || launch.unitCode().equals(person.unitCode()))
                && (launch.sites().isEmpty() || launch.sites().contains(person.siteCode()))
                && (launch.grades().isEmpty() || launch.grades().contains(person.grade()));
    }

    private static String unknownRegion(String code) {
        return "'%s' is not a region of the programme.".formatted(code == null ? "" : code);
    }
}
