package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StatedHomeRepository extends Repository<StatedHome, String> {
    record Home(String staffNumber, String district) {}

    List<Home> findByStaffNumberIn(Collection<String> staffNumbers);

    /** The last statement wins, even of two made at the same moment. */
    @Modifying
    @Query(
            value =
                    "INSERT INTO stated_home (staff_number, district, stated_at) VALUES (:staffNumber, :district, :at) ON DUPLICATE KEY UPDATE district = :district, stated_at = :at",
            nativeQuery = true)
    void say(String staffNumber, String district, LocalDateTime at);
}
