package uk.gov.justice.probation.devolution.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a list can be taken along as. */
enum ListFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        ListWriter writer(OutputStream file, String name, List<String> header) throws IOException {
            return new CsvList(file, header);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        ListWriter writer(OutputStream file, String name, List<String> header) {
            return new XlsxList(file, name, header);
        }
    };

    private final String type;

    ListFormat(String type) {
        this.type = type;
    }

    /** Null if no list can be had as that. */
    static ListFormat of(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** In addresses, and at the end of the file's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    abstract ListWriter writer(OutputStream file, String name, List<String> header) throws IOException;
}
