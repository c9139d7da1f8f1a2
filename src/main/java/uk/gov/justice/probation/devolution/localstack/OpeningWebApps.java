package uk.gov.justice.probation.devolution.localstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

/**
 * Where the console's links to Tasklist and Operate lead in the local profile: a page that takes a ticket there, by
 * itself or by its button. Whom a ticket admits is said to the web apps alone.
 */
@Profile("local")
@Controller
class OpeningWebApps {
    static final String TASKLIST = "/open/tasklist";
    static final String OPERATE = "/open/operate";

    private final Tickets tickets;
    private final LocalStackSettings settings;

    OpeningWebApps(Tickets tickets, LocalStackSettings settings) {
        this.tickets = tickets;
        this.settings = settings;
    }

    @Allows(of = Of.OWN, everyRole = true, staff = true)
    @GetMapping({TASKLIST, TASKLIST + "/{task:\\d+}"})
    String tasklist(
            @PathVariable(required = false) String task,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return open("Tasklist", "/tasklist" + (task == null ? "" : "/" + task), request, response, model);
    }

    @Allows(of = Of.OWN, everyRole = true, staff = true)
    @GetMapping({OPERATE, OPERATE + "/processes/{instance:\\d+}"})
    String operate(
            @PathVariable(required = false) String instance,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return open(
                "Operate", "/operate" + (instance == null ? "" : "/processes/" + instance), request, response, model);
    }

    @Allows(of = Of.OWN, everybody = true)
    @PostMapping(FromTheConsole.ADMISSION)
    @ResponseBody
    ResponseEntity<String> admission(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String authorization,
            @RequestParam(name = FromTheConsole.TICKET, defaultValue = "") String ticket,
            HttpServletRequest request) {
        if (!new LocalToken(settings.tokenFile()).isIn(authorization))
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        HttpSession session = request.getSession(false);
        Principal signedIn = request.getUserPrincipal();
        Optional<String> page = tickets.redeem(
                ticket, session == null ? "" : session.getId(), signedIn == null ? "" : signedIn.getName());
        return page.map(to -> ResponseEntity.ok(signedIn.getName() + "\n" + to))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    private String open(
            String app, String page, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!FromTheConsole.leadsTo(page)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        // without it the browser would not say to the web apps which page the form stands on
        response.setHeader("Referrer-Policy", "strict-origin");
        model.addAttribute("app", app);
        model.addAttribute("action", "http://localhost:" + settings.ports().web() + FromTheConsole.PATH);
        model.addAttribute(
                "ticket",
                tickets.issue(
                        request.getSession().getId(), request.getUserPrincipal().getName(), page));
        return "localstack/open";
    }
}
