package uk.gov.justice.probation.devolution.imports;

import java.util.Map;
import uk.gov.justice.probation.devolution.refusal.Taken;

/**
 * Another import of the same kind has been running for longer than this one can wait. Nothing of this one was imported.
 */
public class ImportRunningException extends Taken {
    private final String file;

    public ImportRunningException(String file, Throwable cause) {
        super(
                "Another import of this kind is running: '%s'. Nothing of yours was imported. Send the file again when that one has ended."
                        .formatted(file),
                cause);
        this.file = file;
    }

    @Override
    public String heading() {
        return "Another import of this kind is running";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("file", file);
    }
}
