package uk.gov.justice.probation.devolution.handover;

import org.springframework.data.repository.Repository;

interface RefusedPostRepository extends Repository<RefusedPost, String> {

    RefusedPost save(RefusedPost post);

    boolean existsById(String staffNumber);

    boolean existsByReplacedBy(String staffNumber);

    void deleteByStaffNumber(String staffNumber);
}
