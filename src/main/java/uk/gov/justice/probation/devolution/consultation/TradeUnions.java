package uk.gov.justice.probation.devolution.consultation;

import java.util.Map;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The recognised trade unions. */
public interface TradeUnions {

    /** Their names by their codes. */
    Map<String, String> names();

    /** @param code null for none */
    boolean isRecognised(String code);

    /** @throws NotFound if no recognised union has this code */
    String name(String code);
}
