package uk.gov.justice.probation.devolution.camunda.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.camunda.Release;

/** The plan of this release, checked against the models of every release that is kept and those of today. */
class MigrationPlanTest {

    @Test
    void whateverHasGoneSinceAKeptReleaseIsInThePlanOfThisOne() {
        assertThat(faults(MigrationPlan.ofRelease(Release.NUMBER))).isEmpty();
    }

    @Test
    void everyProcessOfAKeptReleaseCanBeCrossedFromAndBack() {
        MigrationPlan plan = MigrationPlan.ofRelease(Release.NUMBER);
        for (KeptModels kept : KeptModels.ofReleases())
            for (String process : kept.processes()) {
                Crossing crossing = new Crossing(
                        DeployedModel.of(process, kept.bpmn(process)),
                        DeployedModel.of(process, KeptModels.ofToday().bpmn(process)),
                        plan.of(process));
                assertThat(crossing.mapping()).as("%s of %s", process, kept).isNotEmpty();
                assertThat(new HashSet<>(crossing.back().mapping().values()))
                        .as("back to %s of %s", process, kept)
                        .isEqualTo(crossing.mapping().keySet());
            }
    }

    @Test
    void aPlanThatNamesWhatIsNotThereIsFound() {
        assertThat(faults(MigrationPlan.read("""
                process,element,becomes
                one-to-one,Task_Never,Task_OneToOne
                one-to-one,Task_OneToOne,Task_Never
                """)))
                .anyMatch(fault -> fault.contains("Task_Never is in no kept release"))
                .anyMatch(fault -> fault.contains("becomes Task_Never, which is not there"));
    }

    @Test
    void aFileThatIsNoPlanIsRefused() {
        for (String wrong : List.of(
                "", "process,element\n", "process,element,becomes\na,b\n", "process,element,becomes\na,b,c\na,b,d\n"))
            assertThatThrownBy(() -> MigrationPlan.read(wrong)).isInstanceOf(IllegalStateException.class);
        assertThat(MigrationPlan.read("process,element,becomes\na,b,\n").of("a"))
                .isEqualTo(Map.of("b", ""));
    }

    private static List<String> faults(MigrationPlan plan) {
        KeptModels today = KeptModels.ofToday();
        List<String> faults = new ArrayList<>();
        for (KeptModels kept : KeptModels.ofReleases())
            for (String process : kept.processes()) {
                Set<String> there = steps(today, process);
                for (String element : steps(kept, process)) {
                    String becomes = plan.of(process).getOrDefault(element, element);
                    if (!becomes.isEmpty() && !there.contains(becomes))
                        faults.add("%s of %s of %s becomes %s, which is not there"
                                .formatted(element, process, kept, becomes));
                }
            }
        plan.processes()
                .forEach((process, elements) -> elements.keySet().stream()
                        .filter(element -> KeptModels.ofReleases().stream()
                                .noneMatch(kept -> steps(kept, process).contains(element)))
                        .forEach(element -> faults.add("%s is in no kept release of %s".formatted(element, process))));
        return faults;
    }

    private static Set<String> steps(KeptModels models, String process) {
        return models.processes().contains(process)
                ? DeployedModel.of(process, models.bpmn(process)).steps().keySet()
                : new TreeSet<>();
    }
}
