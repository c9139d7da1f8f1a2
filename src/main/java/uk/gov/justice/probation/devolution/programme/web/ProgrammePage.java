package uk.gov.justice.probation.devolution.programme.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;

@Controller
class ProgrammePage {
  private final ProgrammeOverview programme;
  private final HandoverOverview handovers;

  ProgrammePage(ProgrammeOverview programme, HandoverOverview handovers) {
    this.programme = programme;
    this.handovers = handovers;
  }

  @GetMapping("/")
  String matrix(Model model) {
    List<RegionStanding> regions = programme.regions();
    model.addAttribute("matrix", Matrix.of(regions, programme.plan(), handovers.latest(Filter.ALL)));
    model.addAttribute("launched", regions.stream().anyMatch(region -> region.programmeId() != null));
    return "programme/matrix";
  }
}
