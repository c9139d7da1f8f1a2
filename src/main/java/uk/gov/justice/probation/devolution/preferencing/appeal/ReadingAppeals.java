package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.TradeUnions;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Appealed;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Sealed;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Reads an appeal for those who may see it. The person and the chair, managers and panel of the region see grounds and
 * reasons; HR of the region does not. Each reading of an appeal, and of its encrypted texts, is audited.
 */
@Service
public class ReadingAppeals {
    private static final Role HR = Role.HR;

    private final AppealRepository appeals;
    private final Appellants appellants;
    private final Independence independence;
    private final Consultations consultations;
    private final AppealedPlaces places;
    private final TradeUnions unions;
    private final ConfidentialRecords records;
    private final AppealAudit audit;

    ReadingAppeals(
            AppealRepository appeals,
            Appellants appellants,
            Independence independence,
            Consultations consultations,
            AppealedPlaces places,
            TradeUnions unions,
            ConfidentialRecords records,
            AppealAudit audit) {
        this.appeals = appeals;
        this.appellants = appellants;
        this.independence = independence;
        this.consultations = consultations;
        this.places = places;
        this.unions = unions;
        this.records = records;
        this.audit = audit;
    }

    /**
     * The appeal, as far as the colleague may see it.
     *
     * @throws NotFound if there is no such appeal
     * @throws NotAllowedException if they may not see it
     */
    @Transactional
    public AppealFile file(long appealId, Colleague by) {
        Appeal appeal = appeals.findById(appealId)
                .orElseThrow(() -> new NotFound("There is no appeal with the number %d.".formatted(appealId)));
        Facts consultation = consultations.get(appeal.consultationId());
        StaffMember person = appellants.of(appeal);
        boolean own = by.userName().equals(person.staffNumber());
        List<AppealStep> steps = Arrays.stream(AppealStep.values())
                .filter(step -> isIn(by, step.role(), consultation.regionCode()))
                .toList();
        if (!own && steps.isEmpty() && !isIn(by, HR, consultation.regionCode())) {
            throw new NotAllowedException(
                    "Only the person, those who decide about their appeal and HR of their region can see it. You are signed in as %s."
                            .formatted(by.userName()));
        }
        audit.record(appeal, by.userName(), "APPEAL_VIEWED", Map.of("member", appeal.memberId()));
        boolean decisions = !own || !appeal.open();
        AppealStep waits =
                own ? null : steps.stream().filter(appeal::waitsFor).findFirst().orElse(null);
        String obstacle = waits == null
                ? null
                : independence.missing(appeal, person, waits, by.userName()).orElse(null);
        AppealedPlaces.About about = places.of(appeal);
        return new AppealFile(
                appealId,
                appeal.memberId(),
                consultation,
                person.inFull(),
                own,
                appealed(appeal, decisions),
                own || !steps.isEmpty() ? sealed(appeal, person.staffNumber(), decisions, by) : null,
                about.placeThen(),
                decisions ? about.placeFound() : null,
                about.choices(),
                about.explanation(),
                obstacle == null ? waits : null,
                obstacle,
                waits != null && appeal.reasonsBy(waits) != null);
    }

    private Appealed appealed(Appeal appeal, boolean decisions) {
        return new Appealed(
                appeal.state(),
                appeal.inTime(),
                appeal.lodgedAt(),
                appeal.admitted(),
                decisions ? appeal.recommendation() : null,
                decisions ? appeal.outcome() : null,
                decisions ? union(appeal) : null,
                decisions ? appeal.decidedAt() : null,
                decisions ? appeal.arrangement() : null);
    }

    private Sealed sealed(Appeal appeal, String staffNumber, boolean decisions, Colleague by) {
        return new Sealed(
                records.readFor(staffNumber, appeal.subject(), Kind.APPEAL_GROUNDS, by, "appeal"),
                decisions ? reasons(appeal, AppealStep.ADMISSION, staffNumber, by) : "",
                decisions ? reasons(appeal, AppealStep.REVIEW, staffNumber, by) : "",
                decisions ? reasons(appeal, AppealStep.DECISION, staffNumber, by) : "");
    }

    private String reasons(Appeal appeal, AppealStep step, String staffNumber, Colleague by) {
        return appeal.reasonsBy(step) == null
                ? ""
                : records.readFor(staffNumber, step.about(appeal), step.kind(), by, "appeal");
    }

    private String union(Appeal appeal) {
        return appeal.unionCode() == null ? null : unions.name(appeal.unionCode());
    }

    /** The roles that have a part in appeals. */
    static Stream<Role> roles() {
        return Stream.concat(Stream.of(HR), Arrays.stream(AppealStep.values()).map(AppealStep::role));
    }

    /** The PSC Service Owner, who can act for everybody elsewhere, has no part in appeals. */
    private static boolean isIn(Colleague colleague, Role role, String regionCode) {
        return colleague.isIn(TaskGroup.of(role, regionCode));
    }
}
