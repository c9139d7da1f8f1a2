package uk.gov.justice.probation.devolution.placement.web;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.placement.ChoosingProjects;
import uk.gov.justice.probation.devolution.placement.Order;
import uk.gov.justice.probation.devolution.placement.Orders;
import uk.gov.justice.probation.devolution.placement.matching.Match;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;

/** Every project of the region for an order: in, with its rank and the parts of its score, or out, and why. */
@Controller
@RequestMapping("/upw/orders/{id}/projects")
class ProjectsPage {
  private final Orders orders;
  private final Cases cases;
  private final ChoosingProjects choosing;
  private final SignedIn signedIn;

  ProjectsPage(Orders orders, Cases cases, ChoosingProjects choosing, SignedIn signedIn) {
    this.orders = orders;
    this.cases = cases;
    this.choosing = choosing;
    this.signedIn = signedIn;
  }

  @GetMapping
  String all(@PathVariable long id, Model model) {
    Order order = order(id);
    ProbationCase probationCase = cases.get(order.caseId());
    List<Match> all = choosing.all(order, probationCase, signedIn.colleague());
    model.addAttribute("order", order);
    model.addAttribute("probationCase", probationCase);
    model.addAttribute("in", all.stream().filter(Match::in).toList());
    model.addAttribute("out", all.stream().filter(match -> !match.in()).toList());
    return "placement/projects";
  }

  private Order order(long id) {
    try {
      return orders.get(id);
    } catch (NoSuchElementException unknown) {
      throw Problem.notFound(unknown.getMessage());
    }
  }
}
