package uk.gov.justice.probation.devolution.localstack.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.localstack.Move;
import uk.gov.justice.probation.devolution.localstack.MovingOn;
import uk.gov.justice.probation.devolution.localstack.TrialClock;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** Says which date comes next and what happens then, and moves on to it. In the local profile alone. */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
@Profile("local")
class TrialPage {
    static final String PATH = "/trial";
    /** A move over many days takes longer; the page says then how far it has come. */
    private static final Duration AWAITED = Duration.ofSeconds(20);

    private final MovingOn movingOn;
    private final TrialClock clock;
    private final Dates dates;
    private final SignedIn signedIn;

    TrialPage(MovingOn movingOn, TrialClock clock, Dates dates, SignedIn signedIn) {
        this.movingOn = movingOn;
        this.clock = clock;
        this.dates = dates;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String trial(@RequestParam(defaultValue = "") String of, Model model) {
        return show(of, List.of(), model);
    }

    @TakenBack(
            "A date that has come cannot be taken back. `mvn spring-boot:run -Dspring-boot.run.arguments=--fresh` starts over with today's date.")
    @PostMapping(PATH)
    String moveOn(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            movingOn.begin(signedIn.colleague().userName(), of, shown(seen));
            if (movingOn.awaitEnd(AWAITED).map(Move::reached).orElse(true))
                redirect.addFlashAttribute(
                        "notice",
                        "It is %s now. What was due until then has happened."
                                .formatted(dates.weekday(clock.instant())));
            return "redirect:" + FilteredAddress.of(PATH).with("of", of);
        } catch (NotPossibleNow refused) {
            return refused(of, refused.reasons(), model, response);
        } catch (IllegalStateException away) {
            return refused(of, List.of("Camunda does not answer: %s.".formatted(away.getMessage())), model, response);
        }
    }

    private String refused(String of, List<String> reasons, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(of, reasons, model);
    }

    /** Whatever else was sent was shown to nobody. */
    private static Instant shown(String seen) {
        try {
            return Instant.parse(seen);
        } catch (DateTimeParseException sentByHand) {
            throw new NotPossibleNow("Press the button on this page to move on to the date that it shows.");
        }
    }

    private String show(String of, List<String> reasons, Model model) {
        Optional<Move> latest = movingOn.latest();
        model.addAttribute("of", of);
        model.addAttribute("now", clock.instant());
        model.addAttribute("problems", reasons.isEmpty() ? Map.of() : Map.of("move-on", String.join(" ", reasons)));
        model.addAttribute("moving", latest.filter(move -> !move.ended()).orElse(null));
        model.addAttribute(
                "stopped",
                latest.filter(move -> move.ended() && !move.reached()).orElse(null));
        try {
            Map<String, String> waiting = movingOn.waiting();
            model.addAttribute("waiting", waiting);
            model.addAttribute("next", movingOn.next(of).orElse(null));
        } catch (IllegalStateException away) {
            model.addAttribute("away", away.getMessage());
        }
        return "localstack/trial";
    }
}
