package uk.gov.justice.probation.devolution.work.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.work.IncidentCause;
import uk.gov.justice.probation.devolution.work.IncidentGroup;
import uk.gov.justice.probation.devolution.work.IncidentQuery;
import uk.gov.justice.probation.devolution.work.IncidentQuery.Wanted;

/**
 * What stands still, by cause, in words for a manager: one message for each cause in each region, with who can help.
 * Which cause and region stand in the address, so that it can be sent to whoever can help.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, PSC_MANAGER, HEAD_OF_OPERATIONS, DATA_LEAD, CASE_ADMIN, PROGRAMME, RPD, HR},
        of = Of.REGION)
@Controller
class IncidentsPage {
    private static final String PATH = "/incidents";
    private static final int PAGE_SIZE = 50;
    private static final int TOLD_AT_ONCE = 10;

    /** @param address where all of them are listed */
    record Told(IncidentGroup group, String address) {}

    private final IncidentQuery incidents;
    private final SignedIn signedIn;

    IncidentsPage(IncidentQuery incidents, SignedIn signedIn) {
        this.incidents = incidents;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String incidents(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Colleague reader = signedIn.colleague();
        Wanted wanted = new Wanted(region, named(cause), what, family);
        List<IncidentGroup> groups = incidents.groups(reader, wanted, TOLD_AT_ONCE);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        boolean one = wanted.cause() != null;
        int number = groups.stream().mapToInt(IncidentGroup::number).sum();
        int pages = asked.of(one ? number : groups.size());
        model.addAttribute("standing", incidents.standing());
        model.addAttribute("total", number);
        model.addAttribute("region", region);
        model.addAttribute("regions", incidents.regions(reader));
        model.addAttribute("one", one);
        model.addAttribute("causes", groups.size());
        model.addAttribute(
                "told",
                groups.stream()
                        .skip(one ? 0 : asked.before())
                        .limit(PAGE_SIZE)
                        .map(group -> new Told(group, address(group)))
                        .toList());
        model.addAttribute("listed", one ? incidents.list(reader, wanted, PAGE_SIZE, asked.before()) : List.of());
        model.addAttribute("first", asked.before() + 1);
        model.addAttribute("number", asked.number());
        model.addAttribute("of", pages);
        model.addAttribute("address", one && !groups.isEmpty() ? address(groups.getFirst()) : address(region));
        return "work/incidents";
    }

    /** Whatever else was typed is every cause. */
    private static IncidentCause named(String cause) {
        return Arrays.stream(IncidentCause.values())
                .filter(one -> one.name().equals(cause))
                .findFirst()
                .orElse(null);
    }

    private static String address(IncidentGroup group) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("cause", group.cause().name());
        wanted.put("what", group.what());
        wanted.put("family", group.family());
        wanted.put("region", group.regionCode() == null ? "" : group.regionCode());
        return address(wanted);
    }

    private static String address(String region) {
        return address(Map.of("region", region));
    }

    private static String address(Map<String, String> wanted) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        wanted.forEach((name, value) -> {
            if (!value.isEmpty()) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        });
        return address.encode().build().toUriString();
    }
}
