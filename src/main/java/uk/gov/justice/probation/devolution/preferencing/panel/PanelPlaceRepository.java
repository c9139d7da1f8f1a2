package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface PanelPlaceRepository extends LockingRepository<PanelPlace, Long> {

    /**
     * A row of the table.
     *
     * @param lookedAtBy null until the panel has decided about them
     */
    record Seat(long memberId, Long optionId, String lookedAtBy) {}

    PanelPlace save(PanelPlace place);

    /** Everybody on the table, including people who have left since. Empty before the panel opens. */
    @Query("""
      select new uk.gov.justice.probation.devolution.preferencing.panel.PanelPlaceRepository$Seat(p.memberId, p.optionId, p.lookedAtBy) from PanelPlace p
      where p.consultationId = :consultationId
      """)
    List<Seat> seats(long consultationId);
}
