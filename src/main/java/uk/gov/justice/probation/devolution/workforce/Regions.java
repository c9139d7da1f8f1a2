package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.calendar.ReadLately;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The probation regions. One that a file has added is found at once, another name within a minute. */
@Service
public class Regions {
    private final ReferenceQuery reference;
    private final ReadLately<Map<String, Region>> known;

    Regions(ReferenceQuery reference, Clock clock) {
        this.reference = reference;
        this.known = new ReadLately<>(this::read, clock);
    }

    public Optional<Region> find(String code) {
        if (code == null) return Optional.empty();
        if (!known.get().containsKey(code)) known.forget();
        return Optional.ofNullable(known.get().get(code));
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
