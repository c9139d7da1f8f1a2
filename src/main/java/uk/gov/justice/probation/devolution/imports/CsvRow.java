package uk.gov.justice.probation.devolution.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One row of a file. Each field is read as the type it should have; if it does not fit, the fault is reported and the
 * field is read as {@code null}, so that one pass finds everything wrong. Every field is read without surrounding
 * blanks and in composed letters (NFC), so that one key has one spelling.
 */
public final class CsvRow {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d(:00)?");
    private static final Pattern MIDNIGHT = Pattern.compile("24:00(:00)?");
    private static final Pattern SPREADSHEET_DATE = Pattern.compile("\\d{1,2}[/.-]\\w{1,9}[/.-]\\d{2,4}( .*)?|\\d{5}");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2099;
    private static final String IMPLAUSIBLE = "must be of a year from %d to %d".formatted(EARLIEST_YEAR, LATEST_YEAR);
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private final long line;
    private final Map<String, Integer> header;
    private final List<String> fields;
    private final BadRows badRows;
    private boolean faulty;

    CsvRow(long line, Map<String, Integer> header, List<String> fields, BadRows badRows) {
        this.line = line;
        this.header = header;
        this.fields = fields;
        this.badRows = badRows;
    }

    public long line() {
        return line;
    }

    /** Whether anything in this row was reported. */
    public boolean faulty() {
        return faulty;
    }

    /** The text of a field; empty if the file is from before its column. */
    public String text(String column) {
        Integer place = header.get(column);
        if (place == null) return "";
        String text = fields.get(place).strip();
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether the file has this column; one from before the column has not. */
    public boolean has(String column) {
        return header.containsKey(column);
    }

    public Field required(String column) {
        Field field = optional(column);
        if (field.empty()) field.reject("is missing");
        return field;
    }

    public Field optional(String column) {
        return new Field(column, text(column));
    }

    public void reject(String column, String reason) {
        faulty = true;
        badRows.add(line, column, text(column), reason);
    }

    /** A field of the row. An empty one is {@code null}, whatever it is read as. */
    public final class Field {
        private final String column;
        private final String value;

        private Field(String column, String value) {
            this.column = column;
            this.value = value;
        }

        public String text(int longest) {
            if (empty()) return null;
            if (value.length() > longest) return reject("is longer than %d characters".formatted(longest));
            if (value.chars().anyMatch(Character::isISOControl))
                return reject("has a line break or another control character");
            int unseen = UnseenLetters.firstIn(value);
            if (unseen >= 0)
                return reject("has a character that cannot be seen (U+%04X): type it again without it"
                        .formatted(value.codePointAt(unseen)));
            return value;
        }

        /** Like {@link #text}, but may contain line breaks and tabs. */
        public String prose(int longest) {
            if (empty()) return null;
            if (value.length() > longest) return reject("is longer than %d characters".formatted(longest));
            if (value.chars().anyMatch(letter -> Character.isISOControl(letter) && !Character.isWhitespace(letter)))
                return reject("has a control character");
            return value;
        }

        /**
         * Words separated by one space, each at most once; no words are an empty text.
         *
         * @param reason what is wrong with a word that is not allowed; {@code %s} stands for it
         */
        public String words(int longest, Predicate<String> allowed, String reason) {
            if (empty()) return "";
            String text = text(longest);
            if (text == null) return null;
            Set<String> seen = new HashSet<>();
            for (String word : text.split(" ", -1)) {
                if (word.isEmpty()) return reject("has more than one space between two words");
                if (!allowed.test(word)) return reject(reason.formatted(word));
                if (!seen.add(word)) return reject("names %s twice".formatted(word));
            }
            return text;
        }

        public String matching(Pattern pattern, String reason) {
            return text(pattern.asMatchPredicate(), reason);
        }

        public String matching(Predicate<String> form, String reason) {
            return text(form, reason);
        }

        public String in(Set<String> known, String reason) {
            return text(known::contains, reason);
        }

        /** A day in a plausible year. */
        public LocalDate date() {
            if (empty()) return null;
            try {
                LocalDate date = LocalDate.parse(value);
                return plausible(date.getYear()) ? date : reject(IMPLAUSIBLE);
            } catch (DateTimeParseException e) {
                return reject(
                        SPREADSHEET_DATE.matcher(value).matches()
                                ? "must be a date such as 2021-10-31: in the spreadsheet, give the column the format yyyy-mm-dd"
                                : "must be a date such as 2021-10-31");
            }
        }

        /** A time of day, to the minute. */
        public LocalTime time() {
            if (empty()) return null;
            if (!TIME.matcher(value).matches()) return reject("must be a time such as 09:30");
            return LocalTime.parse(value.indexOf(':') == 1 ? "0" + value : value);
        }

        /** A time of day at which something ends: 24:00 is midnight. */
        public LocalTime end() {
            return MIDNIGHT.matcher(value).matches() ? LocalTime.MIDNIGHT : time();
        }

        /** A moment in UTC, to the millisecond, in a plausible year. */
        public LocalDateTime moment() {
            if (empty()) return null;
            try {
                OffsetDateTime moment = OffsetDateTime.parse(value);
                return plausible(moment.getYear())
                        ? moment.withOffsetSameInstant(ZoneOffset.UTC)
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.MILLIS)
                        : reject(IMPLAUSIBLE);
            } catch (DateTimeParseException e) {
                return reject("must be a date and time with its offset such as 2021-10-31T09:30:00Z");
            }
        }

        public Integer integer(int least, int most) {
            if (empty()) return null;
            int number = INTEGER.matcher(value).matches() ? Integer.parseInt(value) : Integer.MIN_VALUE;
            return number >= least && number <= most
                    ? Integer.valueOf(number)
                    : reject("must be a whole number from %d to %d".formatted(least, most));
        }

        public BigDecimal decimal(String least, String most, int places) {
            if (empty()) return null;
            BigDecimal number = DECIMAL.matcher(value).matches() ? new BigDecimal(value) : null;
            boolean fits = number != null
                    && number.scale() <= places
                    && number.compareTo(new BigDecimal(least)) >= 0
                    && number.compareTo(new BigDecimal(most)) <= 0;
            return fits
                    ? number
                    : reject("must be a number from %s to %s with at most %d decimals".formatted(least, most, places));
        }

        public Boolean flag() {
            if (empty()) return null;
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> reject("must be true or false");
            };
        }

        private static boolean plausible(int year) {
            return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
        }

        private boolean empty() {
            return value.isEmpty();
        }

        private String text(Predicate<String> allowed, String reason) {
            if (empty()) return null;
            return allowed.test(value) ? value : reject(reason);
        }

        private <T> T reject(String reason) {
            CsvRow.this.reject(column, reason);
            return null;
        }
    }
}
