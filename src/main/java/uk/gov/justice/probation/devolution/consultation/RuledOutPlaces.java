package uk.gov.justice.probation.devolution.consultation;

import java.util.List;

/** Whose place the rules have come to forbid since it was given to them. Implemented by preferencing. */
public interface RuledOutPlaces {

    /** @param name in full */
    record Holder(long memberId, String name) {}

    /** Those of whom HR was told, while they have that place and have not started in it. */
    List<Holder> holders(long consultationId);
}
