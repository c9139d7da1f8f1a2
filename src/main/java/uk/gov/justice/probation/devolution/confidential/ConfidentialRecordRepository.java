package uk.gov.justice.probation.devolution.confidential;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ConfidentialRecordRepository extends Repository<ConfidentialRecord, Long> {

    ConfidentialRecord save(ConfidentialRecord kept);

    boolean existsByStaffNumberAndKindAndAbout(String staffNumber, Kind kind, String about);

    /** Everything recorded about somebody, newest first. */
    List<ConfidentialRecord> findByStaffNumberAndKindInOrderByIdDesc(String staffNumber, Collection<Kind> kinds);

    /** Like {@link #findByStaffNumberAndKindInOrderByIdDesc}, but only about this subject. */
    List<ConfidentialRecord> findByStaffNumberAndAboutAndKindInOrderByIdDesc(
            String staffNumber, String about, Collection<Kind> kinds);

    List<ConfidentialRecord> findByAboutAndKindAndStaffNumberInOrderById(
            String about, Kind kind, Collection<String> staffNumbers);
}
