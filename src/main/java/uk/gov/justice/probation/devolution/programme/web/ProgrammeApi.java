package uk.gov.justice.probation.devolution.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeReport;
import uk.gov.justice.probation.devolution.web.Problem;

@RestController
@RequestMapping("/api/programmes")
@Tag(name = "Programmes")
class ProgrammeApi {
  private final ProgrammeOverview overview;

  ProgrammeApi(ProgrammeOverview overview) {
    this.overview = overview;
  }

  @GetMapping("/{id}")
  @Operation(summary = "One launch of the plan: its regions, and where each of their rows stands")
  ProgrammeReport one(@PathVariable long id) {
    return overview.find(id).orElseThrow(() -> Problem.notFound("There is no programme %d. POST /api/programmes answers with the number of the one it launched.".formatted(id)));
  }
}
