package uk.gov.justice.probation.devolution.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the service can be reached.
 *
 * @param allowedHosts host names, without a port, under which it answers; requests for any other are refused
 * @param bodyAtMost the size limit of an API call's body; files are limited by
 *     {@code spring.servlet.multipart.max-file-size}
 */
@ConfigurationProperties("devolution.web")
record WebSettings(
        @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) List<String> allowedHosts,
        @DefaultValue("2MB") DataSize bodyAtMost) {}
