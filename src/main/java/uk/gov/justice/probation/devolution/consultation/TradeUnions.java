package uk.gov.justice.probation.devolution.consultation;

import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The trade unions that are recognised. */
public interface TradeUnions {

    /** @param code null for none */
    boolean isRecognised(String code);

    /** @throws NotFound if no recognised union has this code */
    String name(String code);
}
