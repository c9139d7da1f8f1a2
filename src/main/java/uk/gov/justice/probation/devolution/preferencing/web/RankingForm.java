package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Ranking;

/** What a person chose on the page, best first. A choice left empty is null. */
public class RankingForm {
    private List<Long> choices = new ArrayList<>();
    private Set<Long> longJourneys = new HashSet<>();

    /** How many choices are shown at first, and how many more each time. */
    private static final int AT_ONCE = 5;

    static RankingForm of(Answer answer, int mostChoices) {
        var form = new RankingForm();
        if (answer != null) {
            form.choices.addAll(answer.choices());
            form.longJourneys.addAll(answer.longJourneys());
        }
        form.padTo(Math.min(mostChoices, AT_ONCE));
        return form;
    }

    private void padTo(int size) {
        while (choices.size() < size) choices.add(null);
    }

    /** Room for some more choices than there are. */
    RankingForm more(int mostChoices) {
        padTo(Math.min(mostChoices, choices.size() + AT_ONCE));
        return this;
    }

    /** Room for as many choices as at first. */
    RankingForm again(int mostChoices) {
        padTo(Math.min(mostChoices, AT_ONCE));
        return this;
    }

    Ranking ranking() {
        return new Ranking(
                choices.stream().filter(Objects::nonNull).toList(),
                longJourneys.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    public List<Long> getChoices() {
        return choices;
    }

    public void setChoices(List<Long> choices) {
        this.choices = choices;
    }

    /** The places to which the person agrees to travel longer than the limit, whether they are chosen or not. */
    public Set<Long> getLongJourneys() {
        return longJourneys;
    }

    public void setLongJourneys(Set<Long> longJourneys) {
        this.longJourneys = longJourneys;
    }
}
