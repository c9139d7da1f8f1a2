package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Mobility;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.ranking.HostRegionsQuery.HostRegions;
import uk.gov.justice.probation.devolution.preferencing.ranking.MobilityCheck.Adjustment;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.Journey;
import uk.gov.justice.probation.devolution.workforce.Journeys;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.Travel;

/**
 * The rules that no objective can outweigh: the person's role, the host region of their PSC site (Liverpool staff go to
 * the North West, Wakefield staff to Yorkshire and the Humber), and the mobility check with their adjustments.
 */
@Component
public class HardRules {
    /**
     * The mobility check forbids it because of the journey or because of an agreed adjustment. Which of the two is
     * private to the person, so results do not distinguish them.
     */
    static final String MOBILITY = "MOBILITY";

    public static final String UNKNOWN_JOURNEY = "UNKNOWN_JOURNEY";
    public static final String HOST_REGION = "HOST_REGION";

    private final MobilityCheck mobility;
    private final ConfidentialRecords confidential;
    private final Travel travel;
    private final HostRegionsQuery hostRegions;

    HardRules(MobilityCheck mobility, ConfidentialRecords confidential, Travel travel, HostRegionsQuery hostRegions) {
        this.mobility = mobility;
        this.confidential = confidential;
        this.travel = travel;
        this.hostRegions = hostRegions;
    }

    /**
     * Reads what the rules need about these people and options. The number of queries does not depend on how many there
     * are. The use of adjustments is audited.
     */
    @Transactional
    public Checked check(long consultationId, Collection<StaffMember> people, List<Option> options, int limitMinutes) {
        Set<String> sites = options.stream().map(Option::siteCode).collect(Collectors.toSet());
        Set<String> numbers = people.stream().map(StaffMember::staffNumber).collect(Collectors.toSet());
        return new Checked(
                limitMinutes,
                travel.journeys(people, sites),
                confidential.adjustments(numbers, Consultations.subject(consultationId)),
                hostRegions.all());
    }

    /** The rules, with the data they need. */
    public final class Checked {
        private final int limitMinutes;
        private final Journeys journeys;
        private final Map<String, Adjustments> adjustments;
        private final HostRegions regions;

        private Checked(
                int limitMinutes, Journeys journeys, Map<String, Adjustments> adjustments, HostRegions regions) {
            this.limitMinutes = limitMinutes;
            this.journeys = journeys;
            this.adjustments = adjustments;
            this.regions = regions;
        }

        int limitMinutes() {
            return limitMinutes;
        }

        Journey journey(StaffMember person, Option option) {
            return journeys.of(person.staffNumber(), option.siteCode());
        }

        Mobility mobility(StaffMember person, Option option, boolean consent) {
            return mobility.check(journey(person, option).minutes(), limitMinutes, consent, adjustment(person, option));
        }

        /** @param consent whether the person agreed to a long journey to this option */
        public Verdict verdict(StaffMember person, Option option, boolean consent) {
            if (!option.grade().equals(person.grade())) return Verdict.no(Verdict.ROLE);
            String hostRegion = regions.ofUnits().get(person.unitCode());
            if (hostRegion != null && !hostRegion.equals(regions.ofSites().get(option.siteCode())))
                return Verdict.no(HOST_REGION);
            return switch (mobility(person, option, consent)) {
                case WITHIN_LIMIT, OVER_LIMIT_WITH_CONSENT -> Verdict.yes();
                case NOT_ALLOWED -> Verdict.no(MOBILITY);
                case UNKNOWN -> Verdict.no(UNKNOWN_JOURNEY);
            };
        }

        private Adjustment adjustment(StaffMember person, Option option) {
            Adjustments known = adjustments.getOrDefault(person.staffNumber(), Adjustments.NONE);
            if (known.excludedSites().contains(option.siteCode())) return Adjustment.EXCLUDED;
            return known.requiredSites().contains(option.siteCode()) ? Adjustment.REQUIRED : Adjustment.NONE;
        }
    }
}
