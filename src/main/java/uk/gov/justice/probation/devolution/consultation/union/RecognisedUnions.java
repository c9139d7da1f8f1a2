package uk.gov.justice.probation.devolution.consultation.union;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.TradeUnions;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The unions that each consultation asks. */
@Component
class RecognisedUnions implements TradeUnions {
  private final TradeUnionRepository unions;

  RecognisedUnions(TradeUnionRepository unions) {
    this.unions = unions;
  }

  @Override
  public boolean isRecognised(String code) {
    return code != null && unions.findById(code).isPresent();
  }

  @Override
  public String name(String code) {
    return unions.findById(code).map(TradeUnion::name).orElseThrow(() -> new NotFound("No union has the code %s".formatted(code)));
  }
}
