package uk.gov.justice.probation.devolution.notification;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import uk.gov.justice.probation.devolution.notification.Notifications.Notification;

interface MessageRepository extends Repository<Message, Long> {

    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO notification (at, to_group, subject, body, about, dedup_key) VALUES (:at, :toGroup, :subject, :body, :about, :key)",
            nativeQuery = true)
    void sendOnce(String key, LocalDateTime at, String toGroup, String subject, String body, String about);

    @Modifying
    @Query("update Message m set m.subject = :subject, m.body = :body where m.about in :abouts")
    void mask(Collection<String> abouts, String subject, String body);

    @Query("""
      select new uk.gov.justice.probation.devolution.notification.Notifications$Notification(m.id, m.at, m.toGroup, m.subject, m.body, m.about)
      from Message m where m.toGroup in :groups order by m.id desc limit :most
      """)
    List<Notification> newest(Collection<String> groups, int most);
}
