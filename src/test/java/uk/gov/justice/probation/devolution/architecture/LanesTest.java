package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The fast lane holds every test that starts neither database nor engine, and no other: a test is in it without being
 * put there, and one that needs a server is known by the tag of what starts it.
 */
class LanesTest {
    private static final String BASE = "uk.gov.justice.probation.";
    /** What starts a server, or a Spring context on one. */
    private static final Set<String> SERVERS = Set.of(
            BASE + "devolution.database.EmbeddedMariaDb",
            BASE + "devolution.database.EmbeddedMySql",
            BASE + "devolution.engine.EmbeddedCamunda",
            BASE + "devolution.engine.WithCamunda");

    private static final Set<String> TAGS = Set.of("database", "engine");

    @Test
    void aTestIsTaggedIfItNeedsAServerAndOnlyThen() throws Exception {
        Set<String> tagged = new TreeSet<>();
        Set<String> needy = new TreeSet<>();
        int tests = 0;
        for (JavaClass each : ImportedClasses.ofTests()) {
            if (!isTest(each)) continue;
            tests++;
            if (isTagged(each)) tagged.add(each.getName());
            if (needsServer(each)) needy.add(each.getName());
        }

        assertThat(needy).hasSizeGreaterThan(100);
        assertThat(tests - needy.size()).as("the fast lane").isGreaterThan(80);
        assertThat(tagged).isEqualTo(needy);
    }

    private static boolean isTest(JavaClass each) {
        return each.isTopLevelClass()
                && each.getSimpleName().endsWith("Test")
                && !each.isInterface()
                && !each.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isTagged(JavaClass test) throws ClassNotFoundException {
        Class<?> loaded = Class.forName(test.getName(), false, LanesTest.class.getClassLoader());
        return AnnotationSupport.findRepeatableAnnotations(loaded, Tag.class).stream()
                .map(Tag::value)
                .anyMatch(TAGS::contains);
    }

    /** By itself, or by another class of the tests. */
    private static boolean needsServer(JavaClass test) {
        Set<JavaClass> seen = new HashSet<>(Set.of(test));
        Deque<JavaClass> left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            JavaClass next = left.pop();
            if (SERVERS.contains(next.getName())) return true;
            for (JavaClass used : uses(next)) {
                if (used.getName().startsWith(BASE) && seen.add(used)) left.push(used);
            }
        }
        return false;
    }

    private static Set<JavaClass> uses(JavaClass each) {
        return each.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .collect(Collectors.toSet());
    }
}
