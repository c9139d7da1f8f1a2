package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    List<WorkProject> findByCodeIn(Collection<String> codes);

    /** When these projects run, by code. */
    default Map<String, ProjectHours> hours(Collection<String> codes) {
        return findByCodeIn(codes).stream()
                .map(WorkProject::hours)
                .collect(Collectors.toMap(ProjectHours::code, Function.identity()));
    }
}
