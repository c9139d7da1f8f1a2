package uk.gov.justice.probation.devolution.telling;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface NoticeRepository extends LockingRepository<Notice, Long> {

    Notice save(Notice notice);

    @Query("select n.id from Notice n where n.state in :states order by n.id")
    List<Long> inState(Collection<NoticeState> states, Limit atMost);

    /** Those the sender has, but of which it is not known whether they arrived. */
    @Query(
            "select n.id from Notice n where n.state = NoticeState.SENT and n.sentAt > :since and n.askedAt < :before order by n.askedAt")
    List<Long> toAskAbout(LocalDateTime since, LocalDateTime before, Limit atMost);

    List<Notice> findByRecipientInOrderByIdDesc(Collection<String> recipients, Limit atMost);
}
