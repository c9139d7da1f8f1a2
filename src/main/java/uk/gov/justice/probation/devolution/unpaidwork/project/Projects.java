package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The projects by code. Only while a project is locked can a place there be taken. */
public interface Projects extends LockingRepository<WorkProject, String> {

    Optional<WorkProject> findById(String code);

    /** @throws NotFound with a sentence if there is no such project */
    default WorkProject get(String code) {
        return findById(code)
                .orElseThrow(() -> new NotFound("There is no unpaid work project with the code %s.".formatted(code)));
    }

    /**
     * When the project runs.
     *
     * @throws NotFound with a sentence, if there is none
     */
    default ProjectHours hours(String code) {
        return get(code).hours();
    }
}
