package uk.gov.justice.probation.devolution.consultation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/** One receipt of the signed-in person, to be printed. Nobody else can open it, whatever their role. */
@Allows(of = Of.OWN, staff = true)
@Controller
class ReceiptPage {
    private final OwnReceipts receipts;
    private final StaffDirectory staff;
    private final SignedIn signedIn;

    ReceiptPage(OwnReceipts receipts, StaffDirectory staff, SignedIn signedIn) {
        this.receipts = receipts;
        this.staff = staff;
        this.signedIn = signedIn;
    }

    @GetMapping("/my/receipts/{number}")
    String receipt(@PathVariable String number, Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute(
                "receipt",
                receipts.find(number, colleague)
                        .orElseThrow(() -> new NotAllowedException(
                                "You have no receipt with this number. The page My consultation lists your receipts. You are signed in as %s."
                                        .formatted(colleague.userName()))));
        model.addAttribute("me", staff.find(colleague).orElse(null));
        return "consultation/receipt";
    }
}
