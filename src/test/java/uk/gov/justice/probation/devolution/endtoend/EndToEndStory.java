package uk.gov.justice.probation.devolution.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A story in a real browser on the real stack, which is started for it and stopped afterwards. Each step continues
 * where the previous one ended.
 */
@ExtendWith(StopAtFirstFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class EndToEndStory {
    private final Path data;
    private final String[] settings;
    protected RunningProduct product;
    protected Chromium chromium;

    /**
     * @param name of the folder of its data
     * @param settings that shorten periods a test cannot wait for
     */
    EndToEndStory(String name, String... settings) {
        this.data = Path.of("target", "endtoend", name);
        this.settings = settings;
    }

    @BeforeAll
    void startTheProduct() throws Exception {
        if (Chromium.installed().isEmpty()) {
            System.out.println("SKIPPED: the end-to-end test needs Chromium (apt-get install chromium-headless-shell)");
        }
        Assumptions.assumeTrue(Chromium.installed().isPresent(), "Chromium is not installed");
        product = RunningProduct.start(data, settings);
        chromium = Chromium.start();
    }

    @AfterAll
    void stopTheProduct() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    protected TasklistSession tasklist(String user) {
        return new TasklistSession(product, chromium.browser(), user);
    }

    protected ConsoleSession console(String user) {
        return new ConsoleSession(product, chromium.browser(), user);
    }

    protected static String json(String text) {
        return "\"" + text + "\"";
    }
}
