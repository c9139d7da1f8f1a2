package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.Receipt;
import uk.gov.justice.probation.devolution.consultation.Receipts;
import uk.gov.justice.probation.devolution.preferencing.OwnPreferencesQuery;
import uk.gov.justice.probation.devolution.preferencing.OwnPreferencesQuery.Given;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Receipts for rankings ({@code R}) and for appeals ({@code A}). */
@Component
class PreferencingReceipts implements Receipts {
    private static final List<String> PLACES = List.of("First", "Second", "Third", "Fourth", "Fifth");

    private final Cohorts cohorts;
    private final OwnPreferencesQuery own;
    private final Answers answers;
    private final Options options;
    private final ConfidentialRecords records;

    PreferencingReceipts(
            Cohorts cohorts, OwnPreferencesQuery own, Answers answers, Options options, ConfidentialRecords records) {
        this.cohorts = cohorts;
        this.own = own;
        this.answers = answers;
        this.options = options;
        this.records = records;
    }

    @Override
    public List<Receipt> of(Colleague person) {
        return given(person).stream().map(PreferencingReceipts::receipt).toList();
    }

    @Override
    public Optional<InFull> find(String number, Colleague person) {
        return given(person).stream()
                .filter(given -> receipt(given).number().equals(number))
                .findFirst()
                .map(given -> new InFull(receipt(given), given.appeal() ? grounds(given, person) : ranking(given)));
    }

    private List<Given> given(Colleague person) {
        return own.given(cohorts.of(person.userName()).stream().map(Member::id).toList());
    }

    private static Receipt receipt(Given given) {
        return given.appeal()
                ? new Receipt("A" + given.number(), "Your appeal", given.at())
                : new Receipt("R" + given.number(), "Your ranking of places", given.at());
    }

    private Map<String, String> ranking(Given given) {
        Answer answer = answers.of(given.memberId()).stream()
                .filter(one -> one.id() == given.number())
                .findFirst()
                .orElseThrow();
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("How", answer.kind().label());
        for (int at = 0; at < answer.choices().size(); at++)
            kept.put(
                    at < PLACES.size() ? PLACES.get(at) + " choice" : "Choice " + (at + 1),
                    options.get(answer.choices().get(at)).name());
        kept.put("Longer journeys", longJourneys(answer));
        return kept;
    }

    private String longJourneys(Answer answer) {
        if (answer.longJourneys().isEmpty()) return "You did not agree to any";
        return answer.choices().stream()
                .filter(answer.longJourneys()::contains)
                .map(option -> options.get(option).name())
                .collect(Collectors.joining("; ", "You agreed to a longer journey to: ", ""));
    }

    private Map<String, String> grounds(Given given, Colleague person) {
        return records.read(person.userName(), "appeal/" + given.number(), Set.of(Kind.APPEAL_GROUNDS), person).stream()
                .findFirst()
                .map(Entry::text)
                .map(grounds -> Map.of("Why you appeal", grounds))
                .orElse(Map.of());
    }
}
