package uk.gov.justice.probation.devolution.preferencing.panel;

import uk.gov.justice.probation.devolution.refusal.Taken;

/** Something has changed since the effect was shown, so the effect must be reviewed again. */
public class ChangedMeanwhileException extends Taken {
    private final transient Effect effect;

    ChangedMeanwhileException(Effect effect) {
        super(
                "Somebody on the panel has changed something since this effect was shown. Check the new effect of the move below.");
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }
}
