package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

interface SealedCaseLetterRepository extends LockingRepository<SealedCaseLetter, Long> {

    SealedCaseLetter save(SealedCaseLetter letter);

    Optional<SealedCaseLetter> findById(long id);

    /** @return 0 if there already is one with its key, even written at the same moment */
    @Modifying
    @Query(value = """
          INSERT IGNORE INTO case_letter (letter_key, template, case_id, region_code, html, html_sha256, pdf, pdf_sha256, written_at, by_hand)
          VALUES (:#{#letter.request.key}, :#{#letter.request.template.name()}, :#{#letter.request.caseId}, :#{#letter.regionCode}, :#{#letter.texts.html}, :#{#letter.texts.htmlSha256},
            :#{#letter.texts.pdf}, :#{#letter.texts.pdfSha256}, :#{#letter.writtenAt}, :#{#letter.byHand})
          """, nativeQuery = true)
    int writeOnce(NewCaseLetter letter);

    @Query("select l.id from SealedCaseLetter l where l.letterKey = :key")
    Optional<Long> idOf(String key);

    @Query(
            "select new uk.gov.justice.probation.devolution.caseload.CaseSubject$CaseOf(l.id, l.caseId) from SealedCaseLetter l where l.id in :ids")
    List<CaseOf> casesOf(Collection<Long> ids);

    /** The letter with this key, locked until the transaction ends. Waits for anybody writing it at this moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from SealedCaseLetter l where l.letterKey = :key")
    Optional<SealedCaseLetter> lockByKey(String key);

    List<CaseLetters.Listed> findByCaseIdOrderByIdDesc(long caseId);

    /** @throws NotFound with a sentence if there is no such letter */
    default SealedCaseLetter get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /** Like {@link #get}, but locked until the transaction ends. */
    default SealedCaseLetter lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    private static NotFound unknown(long id) {
        return new NotFound("There is no letter %d about a case".formatted(id));
    }
}
