package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The probation regions. They rarely change and are read at startup. One added since is found when it is asked for. */
@Service
public class Regions {
    private final ReferenceQuery reference;
    private volatile Map<String, Region> known;

    Regions(ReferenceQuery reference) {
        this.reference = reference;
        this.known = read();
    }

    public Optional<Region> find(String code) {
        if (code != null && !known.containsKey(code)) known = read();
        return Optional.ofNullable(code).map(known::get);
    }

    /** The code itself if the region is unknown. */
    public String name(String code) {
        return find(code).map(Region::name).orElse(code);
    }

    /** @throws NotFound with a sentence if there is no such region */
    public Region get(String code) {
        return find(code).orElseThrow(() -> new NotFound("There is no region with the code %s.".formatted(code)));
    }

    private Map<String, Region> read() {
        return reference.regions().stream().collect(Collectors.toUnmodifiableMap(Region::code, Function.identity()));
    }
}
