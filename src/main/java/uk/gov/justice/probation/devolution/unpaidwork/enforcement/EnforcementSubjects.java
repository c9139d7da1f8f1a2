package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.gov.justice.probation.devolution.caseload.CaseSubject;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** Enforcements belong to the case of their order. */
@Configuration(proxyBeanMethods = false)
class EnforcementSubjects {

    @Bean
    CaseSubject enforcementSubject(Enforcements enforcements, Orders orders) {
        return new CaseSubject(
                "enforcement",
                id -> enforcements.findOrderId(id).flatMap(orders::find).map(Order::caseId));
    }
}
