package uk.gov.justice.probation.devolution.consultation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Receipt;
import uk.gov.justice.probation.devolution.consultation.Receipts;
import uk.gov.justice.probation.devolution.consultation.question.Questions;
import uk.gov.justice.probation.devolution.consultation.question.Questions.Question;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Receipts for questions ({@code Q}) and for circumstances ({@code C}). */
@Component
class ConsultationReceipts implements Receipts {
    private static final String OF_A_QUESTION = "Q";
    private static final String OF_CIRCUMSTANCES = "C";

    private final Questions questions;
    private final ConfidentialRecords records;

    ConsultationReceipts(Questions questions, ConfidentialRecords records) {
        this.questions = questions;
        this.records = records;
    }

    @Override
    public List<Receipt> of(Colleague person) {
        List<Receipt> receipts = new ArrayList<>();
        questions.askedBy(person).forEach(question -> receipts.add(receipt(question)));
        records.said(person.userName(), Kind.CIRCUMSTANCES)
                .forEach(said ->
                        receipts.add(new Receipt(OF_CIRCUMSTANCES + said.id(), "Your circumstances", said.keptAt())));
        return receipts;
    }

    @Override
    public Optional<InFull> find(String number, Colleague person) {
        if (number.startsWith(OF_A_QUESTION))
            return questions.askedBy(person).stream()
                    .filter(question -> number.equals(OF_A_QUESTION + question.id()))
                    .map(question -> new InFull(receipt(question), kept(question)))
                    .findFirst();
        return of(person).stream()
                .filter(receipt -> receipt.number().equals(number))
                .findFirst()
                .map(receipt -> new InFull(receipt, Map.of("What you told us", text(receipt, person))));
    }

    private String text(Receipt receipt, Colleague person) {
        return records.read(person.userName(), null, Set.of(Kind.CIRCUMSTANCES), person).stream()
                .filter(entry -> receipt.number().equals(OF_CIRCUMSTANCES + entry.id()))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Receipt receipt(Question question) {
        return new Receipt(OF_A_QUESTION + question.id(), "Your question", Utc.instant(question.askedAt()));
    }

    private static Map<String, String> kept(Question question) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("Your question", question.question());
        kept.put("Who answers it", question.negotiation() ? "The union representatives" : "HR of the region");
        if (question.answer() != null) kept.put("The answer", question.answer());
        return kept;
    }
}
