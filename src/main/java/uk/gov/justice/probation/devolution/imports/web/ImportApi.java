package uk.gov.justice.probation.devolution.imports.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(
        value = {PSC_SERVICE_OWNER, HR, CASE_ADMIN, UPW_SUPERVISOR, DATA_LEAD},
        of = Of.REGION)
@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class ImportApi {
    private final Imports imports;
    private final SignedIn signedIn;

    ImportApi(Imports imports, SignedIn signedIn) {
        this.imports = imports;
        this.signedIn = signedIn;
    }

    @RefusedAs("The file was not imported")
    @PostMapping(path = "/{file}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Takes a CSV file, whole or not at all unless a part of it is asked for",
            description =
                    "A file that is not clean is answered with every bad row: line, column, value and reason; if very many rows have the same fault, once with their lines.")
    ImportCounts take(
            @Parameter(example = "cases") @PathVariable String file,
            @RequestParam("file") MultipartFile csv,
            @Parameter(
                            description =
                                    "Whether to take the rows that are right and list the others, for files that allow it (upw-sessions)")
                    @RequestParam(defaultValue = "false")
                    boolean partial)
            throws IOException {
        imports.kind(file);
        try (InputStream content = csv.getInputStream()) {
            return partial
                    ? imports.takeInPart(file, content, signedIn.colleague())
                    : imports.take(file, content, signedIn.colleague());
        } catch (PessimisticLockingFailureException e) {
            throw Problem.conflict(
                    "Somebody works on the same rows",
                    "Nothing in the file was imported, because somebody else is changing the same rows. Send it again in a minute.",
                    Map.of("file", file));
        }
    }
}
