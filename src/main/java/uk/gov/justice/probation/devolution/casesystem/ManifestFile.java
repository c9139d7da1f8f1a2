package uk.gov.justice.probation.devolution.casesystem;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import uk.gov.justice.probation.devolution.casesystem.ManifestCase.Result;

/**
 * A manifest as a file: CSV by RFC 4180 in UTF-8, a line for each case in the order of CRN, event and service. Of a
 * person whose access is limited it says the CRN and the result alone.
 */
final class ManifestFile {
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);
    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    private final Set<String> limitedSince;

    /** @param limitedSince the CRNs of those whose access was limited after the manifest was made */
    ManifestFile(Set<String> limitedSince) {
        this.limitedSince = limitedSince;
        csv.writeRecord("crn", "eventNumber", "service", "fromUnit", "toUnit", "result", "movedAt");
    }

    void add(ManifestCase each) {
        results.merge(each.result(), 1, Integer::sum);
        String result = each.result().name();
        if (each.limitedAccess() || limitedSince.contains(each.crn())) {
            csv.writeRecord(each.crn(), "", "", "", "", result, "");
            return;
        }
        csv.writeRecord(
                each.crn(),
                Integer.toString(each.eventNumber()),
                each.service(),
                each.from(),
                each.to() == null ? "" : each.to(),
                result,
                each.movedAt() == null ? "" : each.movedAt() + "Z");
    }

    int cases(Result result) {
        return results.getOrDefault(result, 0);
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
