package uk.gov.justice.probation.devolution.letters;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

interface SealedLetterRepository extends LockingRepository<SealedLetter, Long> {

    SealedLetter save(SealedLetter letter);

    /** @return 0 if there already is one with its key, even written at the same moment */
    @Modifying
    @Query(value = """
          INSERT IGNORE INTO letter (batch, letter_key, template, staff_number, region_code, email, html, html_sha256, pdf, pdf_sha256, written_at, state, paper)
          VALUES (:#{#letter.request.batch}, :#{#letter.request.key}, :#{#letter.request.template.name()}, :#{#letter.request.staffNumber}, :#{#letter.request.regionCode}, :#{#letter.email},
            :#{#letter.texts.html}, :#{#letter.texts.htmlSha256}, :#{#letter.texts.pdf}, :#{#letter.texts.pdfSha256}, :#{#letter.writtenAt}, 'WRITTEN', :#{#letter.paper?.name()})
          """, nativeQuery = true)
    int writeOnce(NewLetter letter);

    @Query("select l.id from SealedLetter l where l.letterKey = :key")
    Optional<Long> idOf(String key);

    @Query("select l.regionCode from SealedLetter l where l.id = :id")
    Optional<String> regionOf(long id);

    @Query(
            "select new uk.gov.justice.probation.devolution.letters.AddressedLetter(l, a) from SealedLetter l join Addressee a on a.staffNumber = l.staffNumber where l.id = :id")
    Optional<AddressedLetter> addressed(long id);

    @Query("select a from SealedLetter l join Addressee a on a.staffNumber = l.staffNumber where l.id = :id")
    Optional<Addressee> addresseeOf(long id);

    List<Letters.Listed> findByStaffNumberOrderByIdDesc(String staffNumber);

    /** The letters of the batch that have not been sent, oldest first. */
    @Query("""
      select new uk.gov.justice.probation.devolution.letters.OutgoingLetter(l.id, a.displayName) from SealedLetter l join Addressee a on a.staffNumber = l.staffNumber
      where l.batch = :batch and l.state in (LetterState.WRITTEN, LetterState.SENDING) order by l.id
      """)
    List<OutgoingLetter> outgoing(String batch);

    /** The letters of the batch that are waiting for HR. */
    @Query("select l.id from SealedLetter l where l.batch = :batch and l.state = LetterState.FAILED order by l.id")
    List<Long> unsent(String batch);

    @Query(
            "select new uk.gov.justice.probation.devolution.letters.UnsentOfRegion(l.regionCode, count(l), min(l.id)) from SealedLetter l where l.batch = :batch and l.state = LetterState.FAILED group by l.regionCode")
    List<UnsentOfRegion> unsentByRegion(String batch);

    /** @throws NotFound with a sentence if there is no such letter */
    default SealedLetter lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    static NotFound unknown(long id) {
        return new NotFound("There is no letter %d".formatted(id));
    }
}
