package uk.gov.justice.probation.devolution.imports;

import java.io.InputStream;
import uk.gov.justice.probation.devolution.security.Colleague;

/** One kind of file the service takes (UTF-8, header row, comma, RFC 4180, ISO dates): all of it or nothing, and the same file twice changes nothing. */
public interface CsvImport {

  /** The file's name in {@code POST /api/imports/{file}}, e.g. {@code cases}. */
  String file();

  /** @throws ImportRefusedException with every bad row, also where {@code importer} may not change a row's region */
  ImportCounts take(InputStream csv, Colleague importer);
}
