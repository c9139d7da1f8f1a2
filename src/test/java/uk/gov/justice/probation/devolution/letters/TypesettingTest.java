package uk.gov.justice.probation.devolution.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesettingTest {
    private static final String NAME = "Siân Zoë O’Neill-Ŵyn Łukasz D'Arcy";

    private final Typesetting typesetting = new Typesetting();

    @ParameterizedTest
    @EnumSource
    void everyLetterSaysTheSameAsPageAndAsPdfWhateverTheName(Template template) throws IOException {
        String html = typesetting.html(template, SomeLetters.model(template, NAME));
        String text = text(typesetting.pdf(html));

        assertThat(text)
                .contains("Dear " + NAME)
                .contains(template.subject(), "North West", "22 November 2026", "Who to ask", "What happens next");
        assertThat(html).doesNotContain("${", "th:").contains("<html lang=\"en-GB\">");
        assertThat(plain(html.substring(html.indexOf("<h1"), html.indexOf("</body>"))))
                .allSatisfy(word -> assertThat(text).contains(word));
    }

    @ParameterizedTest
    @EnumSource
    void thePdfIsTaggedAndSaysItsLanguageItsTitleAndThatItIsAccessible(Template template) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(typesetting.pdf(typesetting.html(template, SomeLetters.model(template, NAME))))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(template.subject());
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(font).isEmbedded())
                            .as(font.getName())
                            .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLetterAboutACaseSaysTheSameAsPageAndAsPdf(CaseTemplate template) throws IOException {
        Map<String, Object> model = new HashMap<>(SomeCaseLetters.model(template));
        model.putAll(Map.of(
                "regionName",
                "North West",
                "writtenOn",
                "22 November 2026",
                "caseText",
                "CRN X000123, event 1",
                "addressee",
                template.addressee()));
        String html = typesetting.html(template.fileName(), template.subject(), model);
        String text = text(typesetting.pdf(html)).replaceAll("\\s+", " ");

        assertThat(text)
                .contains(
                        template.subject(),
                        template.addressee(),
                        "North West",
                        "22 November 2026",
                        "CRN X000123, event 1")
                .doesNotContain("Dear");
        assertThat(html).doesNotContain("${", "th:").contains("<html lang=\"en-GB\">");
        assertThat(plain(html.substring(html.indexOf("<h1"), html.indexOf("</body>"))))
                .allSatisfy(word -> assertThat(text).contains(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ольга Иванова-Щукина",
                "Ґалаґан Їжак",
                "Ελένη Παπαδοπούλου",
                "Nguyễn Thị Hạnh",
                "Çağlar Şimşek",
                "Ștefan Țăran",
                "Þórr Æsir",
                "Jose\u0301 Garci\u0301a",
                "Ştefan Łódź"
            })
    void namesInLatinGreekAndCyrillicArePrinted(String name) throws IOException {
        String html = typesetting.html(Template.OUTCOME, SomeLetters.model(Template.OUTCOME, name));
        assertThat(typesetting.printable(html)).isTrue();
        assertThat(text(typesetting.pdf(html)))
                .contains("Dear " + Normalizer.normalize(name, Normalizer.Form.NFC) + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد علي",
                "דוד כהן",
                "李 小龙",
                "さくら 田中",
                "김 민준",
                "प्रिया शर्मा",
                "தமிழ் செல்வி",
                "สมชาย ใจดี",
                "q\u0303a b\u0323\u0302c",
                "\uD83D\uDE00",
                "\uD83D\uDC68\u200D\uD83D\uDC69",
                "\uD835\uDCD0nn",
                "a\u202Eb",
                "\uE000\uE001",
                "A\u200Dn"
            })
    void aNameThatTheFontCannotPrintRightlyLeavesGapsToBeFilledInByHand(String name) throws IOException {
        String html = typesetting.html(Template.OUTCOME, SomeLetters.model(Template.OUTCOME, name));
        assertThat(typesetting.printable(html)).isFalse();
        assertThat(html).as("the page has it").contains(name);
        String text = text(typesetting.pdf(html));
        assertThat(text)
                .contains("Dear ____________")
                .contains("What happens next")
                .doesNotContain("#", "\uFFFD");
        assertThat(plain(name)).noneMatch(text::contains);
    }

    @Test
    void onlyTheWordThatCannotBePrintedIsAGap() throws IOException {
        String html =
                typesetting.html(Template.OUTCOME, SomeLetters.model(Template.OUTCOME, "\uD83D\uDE00 Pat Example"));
        assertThat(text(typesetting.pdf(html))).contains("Dear ____________ Pat Example,");
    }

    @Test
    void theSamePageGivesTheSameBytes() throws InterruptedException {
        String html = typesetting.html(Template.OUTCOME, SomeLetters.model(Template.OUTCOME, NAME));
        byte[] first = typesetting.pdf(html);
        Thread.sleep(1_100); // a PDF usually says in which second it was made
        assertThat(new Typesetting().pdf(html)).isEqualTo(first);
    }

    @Test
    void whoHasNoPlaceIsToldWhatHappensNext() {
        var model = SomeLetters.model(Template.OUTCOME, NAME);
        model.remove("siteName");
        model.remove("roleName");
        model.put("newTasks", List.of());

        assertThat(typesetting.html(Template.OUTCOME, model))
                .contains("There is no place for you yet")
                .contains("You can appeal until 14 December 2021")
                .doesNotContain("What will be new");
    }

    @Test
    void whatPeopleTypedIsTextAndNothingElse() throws IOException {
        Map<String, Object> model = SomeLetters.model(Template.APPEAL_OUTCOME, "<b>Ann</b> & Co");
        model.put("reasonsText", "First line.\n<script>alert(1)</script>");
        String html = typesetting.html(Template.APPEAL_OUTCOME, model);

        assertThat(html).doesNotContain("<script>");
        assertThat(text(typesetting.pdf(html)))
                .contains("Dear <b>Ann</b> & Co,")
                .contains("First line.\n<script>alert(1)</script>");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> plain(String html) {
        String text = html.replaceAll("<[^>]*>", " ").replace("&amp;", "&").replace("&#39;", "'");
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
