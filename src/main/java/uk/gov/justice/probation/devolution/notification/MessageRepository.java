package uk.gov.justice.probation.devolution.notification;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.notification.Notifications.Notification;

interface MessageRepository extends Repository<Message, Long> {

    /** @return 0 if it was sent before */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO notification (at, to_group, subject, body, about, dedup_key) VALUES (:at, :toGroup, :subject, :body, :about, :key)",
            nativeQuery = true)
    int sendOnce(String key, LocalDateTime at, String toGroup, String subject, String body, String about);

    @Modifying
    @Query("update Message m set m.subject = :subject, m.body = :body where m.about in :abouts")
    void mask(Collection<String> abouts, String subject, String body);

    /** Marks a message as read by somebody. */
    @Modifying
    @Query(
            value = "INSERT IGNORE INTO notification_read (reader, notification_id) VALUES (:reader, :id)",
            nativeQuery = true)
    void readBy(String reader, long id);

    /** Marks as read by somebody all messages up to this one. */
    @Modifying
    @Query(value = """
          INSERT INTO notification_reader (reader, all_read_until) VALUES (:reader, :id)
          ON DUPLICATE KEY UPDATE all_read_until = GREATEST(all_read_until, :id)
          """, nativeQuery = true)
    void allReadBy(String reader, long id);

    @Modifying
    @Query(
            value = "DELETE FROM notification_read WHERE reader = :reader AND notification_id <= :id",
            nativeQuery = true)
    void forgetSingle(String reader, long id);

    @Query("select coalesce(max(m.id), 0) from Message m where m.toGroup in :groups")
    long newestId(Collection<String> groups);

    @Query("""
      select new uk.gov.justice.probation.devolution.notification.Notifications$Notification(m.id, m.at, m.toGroup, m.subject, m.body, m.about)
      from Message m where m.toGroup in :groups order by m.id desc limit :most
      """)
    List<Notification> newest(Collection<String> groups, int most);

    @Query("select m.dedupKey from Message m where m.dedupKey in :keys")
    Set<String> sent(Collection<String> keys);

    @Query("select distinct m.toGroup from Message m where m.about = :about")
    Set<String> told(String about);
}
