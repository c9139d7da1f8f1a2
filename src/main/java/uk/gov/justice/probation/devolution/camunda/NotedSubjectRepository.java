package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The first record stays. */
interface NotedSubjectRepository extends Repository<NotedSubject, NotedSubject.Key> {

    /** A record as it is read. */
    record Row(String name, String value, String about, String regionCode, boolean fromBefore) {}

    /** @return 0 if something is already recorded */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code) VALUES (:instance, :name, :value, :about, :region)",
            nativeQuery = true)
    int note(long instance, String name, String value, String about, String region);

    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before) VALUES (:instance, :name, :value, :about, :region, TRUE)",
            nativeQuery = true)
    void noteOfBefore(long instance, String name, String value, String about, String region);

    @Query("select s.value from NotedSubject s where s.id.instanceKey = :instance and s.id.name = :name")
    String valueOf(long instance, String name);

    @Query(
            "select count(s) > 0 from NotedSubject s where s.about = :about and s.id.name = :name and s.value = :value and not s.fromBefore")
    boolean isNoted(String about, String name, String value);

    @Query(
            "select s.id.instanceKey from NotedSubject s where s.about = :about and s.id.name = :name and s.value = :value and not s.fromBefore")
    List<Long> instancesFor(String about, String name, String value);

    @Query("select distinct s.id.instanceKey from NotedSubject s where s.about in :abouts")
    List<Long> instancesAbout(Collection<String> abouts);

    /** First what was recorded for the process instance, then what was recorded for the task. */
    @Query("""
      select new uk.gov.justice.probation.devolution.camunda.NotedSubjectRepository$Row(s.id.name, s.value, s.about, s.regionCode, s.fromBefore)
      from NotedSubject s where s.id.instanceKey in (:process, :task) order by case when s.id.instanceKey = :task then 1 else 0 end
      """)
    List<Row> of(long process, long task);
}
