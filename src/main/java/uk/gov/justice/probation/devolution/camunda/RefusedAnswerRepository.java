package uk.gov.justice.probation.devolution.camunda;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefusedAnswerRepository extends Repository<RefusedAnswer, Long> {

    boolean existsById(long elementInstance);

    /** @return 0 if it was recorded before */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO refused_answer (element_instance_key, process_instance_key, element_id) VALUES (:elementInstance, :processInstance, :element)",
            nativeQuery = true)
    int recordOnce(long elementInstance, long processInstance, String element);

    int countByProcessInstanceKeyAndElementId(long processInstance, String element);
}
