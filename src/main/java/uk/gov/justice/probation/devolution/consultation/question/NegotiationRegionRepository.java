package uk.gov.justice.probation.devolution.consultation.question;

import org.springframework.data.repository.Repository;

interface NegotiationRegionRepository extends Repository<NegotiationRegion, String> {

    boolean existsById(String regionCode);
}
