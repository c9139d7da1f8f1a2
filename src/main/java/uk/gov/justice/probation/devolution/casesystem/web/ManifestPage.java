package uk.gov.justice.probation.devolution.casesystem.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

/** What a handover moved, left and brought back, and how far the case system has heard of it. */
@Allows(
        value = {PSC_SERVICE_OWNER, PSC_MANAGER, HEAD_OF_OPERATIONS, DATA_LEAD},
        of = Of.REGION)
@Controller
@RequestMapping("/handovers/{id}/manifest")
class ManifestPage {
    private final AskedManifest asked;

    ManifestPage(AskedManifest asked) {
        this.asked = asked;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        HandoverReport handover = asked.handover(id);
        model.addAttribute("handover", handover);
        model.addAttribute("reported", asked.manifest(handover));
        return "casesystem/manifest";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        return asked.file(asked.handover(id));
    }
}
