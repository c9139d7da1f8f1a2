package uk.gov.justice.probation.devolution.caseload;

import java.util.List;
import java.util.Optional;

/** Something that tasks ask questions about: an order, an enforcement or a termination. */
public interface AsksAboutCases {

    /** The address of its pages, without its number. */
    String pages();

    /** Its name in the audit, e.g. {@code order/12}. */
    String subject(long id);

    Optional<ProbationCase> caseOf(long id);

    List<LimitedQuestion> questions();

    /** Whether a task with this question can be open now. */
    boolean waitsFor(long id, String question);
}
