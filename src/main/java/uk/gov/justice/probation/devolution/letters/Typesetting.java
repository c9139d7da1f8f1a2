package uk.gov.justice.probation.devolution.letters;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Turns a letter into HTML, and that, or another well-formed page, into an accessible PDF (PDF/UA: tagged, with
 * language, title and fonts).
 */
@Component
public class Typesetting {
    private static final String FONT = "Liberation Sans";
    private static final byte[] REGULAR = read("Regular");
    private static final byte[] BOLD = read("Bold");
    private static final Printable PRINTABLE = new Printable(List.of(characters(REGULAR), characters(BOLD)));

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final TemplateEngine pages = pages();

    /**
     * @param model what the template needs
     * @return a well-formed page
     */
    String html(Template template, Map<String, Object> model) {
        return html(template.fileName(), template.subject(), model);
    }

    /** @param fileName of the template, without extension */
    String html(String fileName, String subject, Map<String, Object> model) {
        Context context = new Context(Locale.UK, model);
        context.setVariable("subject", subject);
        return pages.process(fileName, context);
    }

    /** Whether all of the page can be printed. If not, the PDF has gaps. */
    boolean printable(String html) {
        return PRINTABLE.holds(html);
    }

    /** The same page gives the same bytes. */
    public byte[] pdf(String html) {
        try (PDDocument document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .useFont(new PDFontSupplier(font(document, REGULAR)), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(new PDFontSupplier(font(document, BOLD)), FONT, 700, FontStyle.NORMAL, true)
                    .withProducer("PSC Devolution")
                    .withHtmlContent(PRINTABLE.withGaps(html), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFKeepOpen();
                return bytes(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The letter cannot be set as a PDF", e);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.setDocumentId(0L);
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** Without ligatures, which cost a third of the time. */
    private static PDFont font(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private static CmapLookup characters(byte[] file) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the letters cannot be read", e);
        }
    }

    private static byte[] read(String weight) {
        try {
            return new ClassPathResource("liberation/LiberationSans-%s.ttf".formatted(weight)).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the letters is missing", e);
        }
    }

    private static TemplateEngine pages() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/letters/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
