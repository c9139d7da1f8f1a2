package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run.Kind;

interface RunRepository extends Repository<Run, Long> {

    Run save(Run run);

    List<Run> findByConsultationIdAndKindOrderById(long consultationId, Kind kind);

    @Query("select r.request from Run r where r.id = :id")
    String request(long id);

    /** There is at most one. */
    default Optional<Run> official(long consultationId) {
        return findByConsultationIdAndKindOrderById(consultationId, Kind.OFFICIAL).stream()
                .findFirst();
    }
}
