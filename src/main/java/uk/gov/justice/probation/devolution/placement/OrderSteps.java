package uk.gov.justice.probation.devolution.placement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Locks an order for one of its steps: first who holds the service, then the order, so that a step and a freeze cannot miss each other. */
@Component
class OrderSteps {
  static final String SERVICE = "UPW_ORDERS";

  /** An order that is locked, its case, and who holds the service. */
  record Locked(Order order, ProbationCase probationCase, Owner owner) {

    /** The task group of who works on it in sentence management; an order that stands alone has its officer there. */
    String practitionerGroup() {
      return (probationCase.standaloneUpw() ? "pso-" : "practitioner-") + probationCase.regionSlug();
    }

    String group(String role) {
      return role + "-" + probationCase.regionSlug();
    }
  }

  private final Orders orders;
  private final Cases cases;
  private final CaseOwners owners;
  private final AuditTrail audit;

  OrderSteps(Orders orders, Cases cases, CaseOwners owners, AuditTrail audit) {
    this.orders = orders;
    this.cases = cases;
    this.owners = owners;
    this.audit = audit;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Locked lock(long orderId) {
    long caseId = orders.get(orderId).caseId();
    Owner owner = owners.lock(caseId, SERVICE);
    return new Locked(orders.lock(orderId), cases.get(caseId), owner);
  }

  /**
   * The order where it stands at one of these states and nobody froze its queue. Otherwise the step is not taken: it was taken before, or the order was stopped, or the answer
   * came after the freeze and the new owner is asked again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Locked> lockAt(long orderId, OrderState... states) {
    Locked locked = lock(orderId);
    return locked.owner().frozen() || !Arrays.asList(states).contains(locked.order().state()) ? Optional.empty() : Optional.of(locked);
  }

  void audit(Locked locked, String actor, String action, Map<String, ?> facts) {
    Map<String, Object> all = new LinkedHashMap<>(Map.of("crn", locked.probationCase().crn()));
    all.putAll(facts);
    audit.record(actor, action, locked.order().subject(), locked.probationCase().regionCode(), all);
  }
}
