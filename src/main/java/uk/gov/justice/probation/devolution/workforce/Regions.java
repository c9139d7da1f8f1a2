package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/**
 * The probation regions. They change hardly ever and are read at the start; one that was added since is found when
 * somebody asks for it.
 */
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

    /** The code itself for a region that is not known. */
    public String name(String code) {
        return find(code).map(Region::name).orElse(code);
    }

    /** @throws NotFound with a sentence, if there is none */
    public Region get(String code) {
        return find(code).orElseThrow(() -> new NotFound("There is no region with the code %s.".formatted(code)));
    }

    private Map<String, Region> read() {
        return reference.regions().stream().collect(Collectors.toUnmodifiableMap(Region::code, Function.identity()));
    }
}
