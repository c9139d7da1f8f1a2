package uk.gov.justice.probation.devolution.unpaidwork.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The entry of unpaid work in the console's menu. */
@Configuration(proxyBeanMethods = false)
class OrderMenu {

    @Bean
    @Order(20)
    MenuEntry ordersEntry(ListingOrders listing) {
        return new MenuEntry(MenuSection.UNPAID_WORK, "upw", "/upw/orders", "Orders", listing::hasPart);
    }
}
