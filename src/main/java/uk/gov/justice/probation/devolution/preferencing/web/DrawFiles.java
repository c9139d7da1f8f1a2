package uk.gov.justice.probation.devolution.preferencing.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

/** What a draw is checked with, whichever it is: the rules, two programs and what was weighed. */
@Controller
class DrawFiles {
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/draw/rules.md")
    ResponseEntity<Resource> rules() {
        return file("rules.md", "allocation.md");
    }

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/draw/data-protection.md")
    ResponseEntity<Resource> assessment() {
        return file("data-protection.md", "data-protection-of-the-draw.md");
    }

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/draw/verify.py")
    ResponseEntity<Resource> pythonProgram() {
        return file("verify.py", "verify.py");
    }

    @Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
    @GetMapping("/draw/Verify.java")
    ResponseEntity<Resource> javaProgram() {
        return file("Verify.java", "Verify.java");
    }

    private static ResponseEntity<Resource> file(String name, String resource) {
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(new ClassPathResource("draw/" + resource));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
