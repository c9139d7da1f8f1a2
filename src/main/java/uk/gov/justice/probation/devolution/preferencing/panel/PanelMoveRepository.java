package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PanelMoveRepository extends Repository<PanelMove, Long> {

    PanelMove save(PanelMove move);

    List<PanelMove> findByConsultationIdOrderById(long consultationId);

    int countByConsultationId(long consultationId);

    @Query("select m from PanelMove m where m.memberId = :memberId or m.swappedWith = :memberId order by m.id")
    List<PanelMove> concerning(long memberId);

    @Query(
            "select count(m) from PanelMove m where (m.memberId = :memberId or m.swappedWith = :memberId) and m.movedBy = :movedBy")
    int countConcerning(long memberId, String movedBy);
}
