package uk.gov.justice.probation.devolution.localstack.sample;

import java.time.LocalDate;

/** A case of the sample. {@code lsc}: the London Service Centre office that serves it for South Central, or empty. */
record SampleCase(
        String crn,
        Region region,
        int pdu,
        String practitioner,
        String orderType,
        LocalDate start,
        LocalDate expectedEnd,
        String legacyOrganisation,
        boolean upw,
        boolean standaloneUpw,
        String rosh,
        String tier,
        String mappa,
        boolean limitedAccess,
        int version,
        String lsc) {

    boolean custody() {
        return orderType.equals("CUS");
    }

    SampleCase managedBy(String other) {
        return new SampleCase(
                crn,
                region,
                pdu,
                other,
                orderType,
                start,
                expectedEnd,
                legacyOrganisation,
                upw,
                standaloneUpw,
                rosh,
                tier,
                mappa,
                limitedAccess,
                version,
                lsc);
    }
}
