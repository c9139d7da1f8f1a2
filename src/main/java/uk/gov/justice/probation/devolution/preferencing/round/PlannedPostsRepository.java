package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlannedPostsRepository extends Repository<PlannedPosts, Long> {

    PlannedPosts save(PlannedPosts planned);

    void delete(PlannedPosts planned);

    /** With their posts. */
    @Query("select distinct p from PlannedPosts p left join fetch p.posts where p.consultationId = :consultationId")
    List<PlannedPosts> of(long consultationId);
}
