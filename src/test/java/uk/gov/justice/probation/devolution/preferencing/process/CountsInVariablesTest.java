package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.annotation.JobWorker;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/**
 * Whoever looks into the engine reads every variable, so none counts what people got, or what came of their appeals.
 */
class CountsInVariablesTest {
    private static final String BASE = "uk.gov.justice.probation.devolution.";

    /** Numbers that tell nothing of what anybody got. */
    private static final Set<String> TELL_NOTHING = Set.of(
            "AppealOpened.consultationId",
            "AppealOpened.memberId",
            "AppealsChecked.openAppeals",
            "ConsultationOpened.consultationId",
            "ConsultationOpened.staffCount",
            "LettersWritten.letterCount",
            "OptionsPublished.optionCount",
            "OptionsPublished.placeCount",
            "RankingPrepared.maxChoices",
            "RankingPrepared.mostChoices");

    @Test
    void noWorkerOfConsultationsOrPreferencingHandsOverACountOfOutcomes() {
        Set<String> numbers = new TreeSet<>();
        Stream.of("preferencing", "consultation")
                .flatMap(family -> new ClassPathScanningCandidateComponentProvider(true)
                        .findCandidateComponents(BASE + family).stream())
                .flatMap(bean -> Arrays.stream(ClassUtils.resolveClassName(bean.getBeanClassName(), null)
                        .getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JobWorker.class))
                .forEach(method -> numbers(method.getName(), method.getGenericReturnType(), numbers));

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(TELL_NOTHING);
    }

    @Test
    void noModelOrFormReadsOne() throws IOException {
        for (String folder : List.of("forms", "processes"))
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContainPattern(
                                    "\"=(placed|unplaced|firstChoices|worstRank)\"|\\{\\{[^}]*(placed|firstChoices|worstRank)");
            }
    }

    private static void numbers(String where, Type type, Set<String> found) {
        if (type instanceof ParameterizedType generic)
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> numbers(where, argument, found));
        else if (type instanceof Class<?> plain && plain.isRecord())
            for (RecordComponent part : plain.getRecordComponents())
                numbers(plain.getSimpleName() + "." + part.getName(), part.getGenericType(), found);
        else if (Set.of(int.class, long.class, Integer.class).contains(type)) found.add(where);
    }
}
