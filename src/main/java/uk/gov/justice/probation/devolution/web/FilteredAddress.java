package uk.gov.justice.probation.devolution.web;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as it is filtered, so that it can be sent to somebody else. What is empty is left out. */
public final class FilteredAddress {
    private final UriComponentsBuilder address;

    private FilteredAddress(String path) {
        this.address = UriComponentsBuilder.fromPath(path);
    }

    public static FilteredAddress of(String path) {
        return new FilteredAddress(path);
    }

    public FilteredAddress with(String name, String value) {
        if (!value.isEmpty()) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        return this;
    }

    @Override
    public String toString() {
        return address.encode().build().toUriString();
    }
}
