package uk.gov.justice.probation.devolution.localstack.sample;

import java.util.function.Predicate;

/** The services, which cases can have each, and what percentage of those do (our own estimate). */
enum Service {
    ALLOCATION(60, any -> true),
    TERMINATIONS(30, any -> true),
    ATTENDANCE_MANAGEMENT(50, any -> true),
    STANDALONE_UPW_ALLOCATION(30, SampleCase::standaloneUpw),
    STANDALONE_UPW_CASE_MANAGEMENT(100, SampleCase::standaloneUpw),
    UPW_ADMINISTRATION(100, SampleCase::upw),
    UPW_ORDERS(100, SampleCase::upw),
    GENERAL_ADMINISTRATION(40, any -> true),
    AAMR_EMS(6, any -> true),
    TTG(25, SampleCase::custody),
    ENFORCEMENT(15, any -> true),
    CP_OPERATIONAL_ADMINISTRATION(60, SampleCase::upw);

    final int percent;
    final Predicate<SampleCase> concerns;

    Service(int percent, Predicate<SampleCase> concerns) {
        this.percent = percent;
        this.concerns = concerns;
    }
}
