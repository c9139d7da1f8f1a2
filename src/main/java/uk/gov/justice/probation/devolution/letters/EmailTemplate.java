package uk.gov.justice.probation.devolution.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The short emails. The text of each is in {@code docker/notify}, from where it is copied to GOV.UK Notify; gaps stand
 * in double brackets.
 */
public enum EmailTemplate {
    TASK("task"),
    MESSAGE("message"),
    DIGEST("digest");

    private static final String SUBJECT = "Subject: ";
    private static final Pattern GAP = Pattern.compile("\\(\\(([a-z_]+)\\)\\)");

    /** An email as it is read. */
    public record Text(String subject, String body) {}

    private final String fileName;

    EmailTemplate(String fileName) {
        this.fileName = fileName;
    }

    /** The name of its file without extension, and of its setting. */
    public String fileName() {
        return fileName;
    }

    /** Its text with these words in its gaps. */
    public Text with(Map<String, String> words) {
        String text = GAP.matcher(written()).replaceAll(gap -> word(gap, words));
        int end = text.indexOf('\n');
        return new Text(
                text.substring(SUBJECT.length(), end), text.substring(end).strip());
    }

    private String word(MatchResult gap, Map<String, String> words) {
        String word = words.get(gap.group(1));
        if (word == null)
            throw new IllegalStateException("The email '%s' needs '%s'".formatted(fileName, gap.group(1)));
        return Matcher.quoteReplacement(word);
    }

    private String written() {
        try {
            return new ClassPathResource("notify/%s.txt".formatted(fileName))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The email '%s' is missing".formatted(fileName), e);
        }
    }
}
