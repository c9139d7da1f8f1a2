package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.preferencing.allocating.ExplanationsQuery.Explained;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.WeeklyHours;

/**
 * Explains to each person, in plain words and numbers, why they got their place, as the official allocation recorded
 * it. Adjustments are never mentioned.
 */
@Service
public class Explanations {
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private final ExplanationsQuery query;
    private final ObjectMapper json;

    Explanations(ExplanationsQuery query, ObjectMapper json) {
        this.query = query;
        this.json = json;
    }

    /** Sentences in reading order, updated for the place the person has now. Empty before the allocation. */
    public List<String> of(long memberId) {
        return query.of(memberId)
                .map(explained -> {
                    List<String> found = sentences(explained.reasons());
                    return explained.changed() ? changed(found, explained) : found;
                })
                .orElse(List.of());
    }

    private static List<String> changed(List<String> found, Explained explained) {
        List<String> told = new ArrayList<>(found);
        if (!told.isEmpty()) told.set(0, "The allocation first said: “%s”".formatted(told.getFirst()));
        String given = explained.siteName() == null
                ? "no place yet"
                : Option.name(explained.siteName(), explained.roleName(), new WeeklyHours(explained.weeklyHours()));
        told.add(
                explained.source() == Placement.Source.APPEAL
                        ? "After an appeal you have this place instead: %s.".formatted(given)
                        : "The panel looked at the result and gave you %s instead.".formatted(given));
        if (explained.source() == Placement.Source.PANEL && explained.told() != null) told.add(explained.told());
        return told;
    }

    List<String> sentences(String stored) {
        try {
            return json.readValue(stored, SENTENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored reasons that cannot be read", e);
        }
    }
}
