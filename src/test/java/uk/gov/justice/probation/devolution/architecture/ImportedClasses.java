package uk.gov.justice.probation.devolution.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The classes of the product and those of its tests. To import them takes seconds, so a JVM does each only once. */
public final class ImportedClasses {

    private ImportedClasses() {}

    public static JavaClasses ofTheProduct() {
        return Product.CLASSES;
    }

    static JavaClasses ofTests() {
        return Tests.CLASSES;
    }

    private static final class Product {
        static final JavaClasses CLASSES = in("classes");
    }

    private static final class Tests {
        static final JavaClasses CLASSES = in("test-classes");
    }

    private static JavaClasses in(String folder) {
        return new ClassFileImporter().importPath(Path.of("target", folder));
    }
}
