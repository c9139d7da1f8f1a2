package uk.gov.justice.probation.devolution.letters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LocalMailRepository extends Repository<LocalMail, Long> {

    LocalMail save(LocalMail mail);

    Optional<LocalMail> findByReference(String reference);

    /**
     * What the user, their line manager or HR of these regions may read, newest first. The outcome of an appeal is not
     * for the line manager.
     */
    @Query("""
      select new uk.gov.justice.probation.devolution.letters.Mailbox$Mail(m.letterId, m.toAddress, m.subject, m.postedAt)
      from LocalMail m join SealedLetter l on l.id = m.letterId join Addressee a on a.staffNumber = l.staffNumber
      where l.regionCode in :regions or l.staffNumber = :user or a.lineManagerStaffNumber = :user and l.template <> Template.APPEAL_OUTCOME order by m.id desc
      """)
    List<Mailbox.Mail> readableBy(String user, Collection<String> regions, Limit atMost);
}
