package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Ranking;

/** What a person chose on the page, best first. A choice left empty is null. */
public class RankingForm {
    private List<Long> choices = new ArrayList<>();
    private boolean longJourneyAgreed;

    static RankingForm of(Answer answer, int maxChoices) {
        var form = new RankingForm();
        if (answer != null) {
            form.choices.addAll(answer.choices());
            form.longJourneyAgreed = answer.longJourneyAgreed();
        }
        form.padTo(maxChoices);
        return form;
    }

    void padTo(int maxChoices) {
        while (choices.size() < maxChoices) choices.add(null);
    }

    Ranking ranking() {
        return new Ranking(choices.stream().filter(Objects::nonNull).toList(), longJourneyAgreed);
    }

    public List<Long> getChoices() {
        return choices;
    }

    public void setChoices(List<Long> choices) {
        this.choices = choices;
    }

    public boolean isLongJourneyAgreed() {
        return longJourneyAgreed;
    }

    public void setLongJourneyAgreed(boolean longJourneyAgreed) {
        this.longJourneyAgreed = longJourneyAgreed;
    }
}
