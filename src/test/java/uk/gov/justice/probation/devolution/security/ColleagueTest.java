package uk.gov.justice.probation.devolution.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColleagueTest {
    private static final Colleague HR = new Colleague("hr", Set.of("hr-nw", "case-admin-liverpool", "finance-nw"));
    private static final Colleague OWNER = new Colleague("owner", Set.of("psc-service-owner"));

    @Test
    void aRoleIsHeldWhereTheGroupSays() {
        assertThat(HR.holds(Role.HR, "NW")).isTrue();
        assertThat(HR.holds(Role.HR, "nw")).isTrue();
        assertThat(HR.holds(Role.HR, "em")).isFalse();
        assertThat(HR.holds(Role.SPO, "nw")).isFalse();
        assertThat(HR.holdsSomewhere(Role.HR)).isTrue();
        assertThat(HR.holdsSomewhere(Role.SPO)).isFalse();
        assertThat(HR.heldFor(Role.CASE_ADMIN)).containsExactly("liverpool");
        assertThat(HR.heldFor(Role.SPO)).isEmpty();
        assertThat(HR.taskGroups())
                .extracting(TaskGroup::name)
                .containsExactlyInAnyOrder("hr-nw", "case-admin-liverpool");
    }

    @Test
    void theServiceOwnerActsForAllAndIsInNoOtherGroup() {
        assertThat(OWNER.holds(Role.SPO, "em")).isTrue();
        assertThat(OWNER.holds(Role.SPO, " ")).isTrue();
        assertThat(OWNER.holdsSomewhere(Role.SPO)).isTrue();
        assertThat(OWNER.is(Role.SPO)).isFalse();
        assertThat(OWNER.is(Role.PSC_SERVICE_OWNER)).isTrue();
        assertThat(OWNER.isIn(TaskGroup.of(Role.SPO, "em"))).isFalse();
        assertThat(OWNER.heldFor(Role.SPO)).isEmpty();
        assertThat(HR.isServiceOwner()).isFalse();
        assertThat(Colleague.system().isServiceOwner()).isTrue();
    }

    @Test
    void whoMustHoldARoleAndDoesNotIsToldWhich() {
        HR.mustHold(Role.HR, "nw", "launch it");
        OWNER.mustHold(Role.HR, "em", "launch it");
        assertThatThrownBy(() -> HR.mustHold(Role.HR, "em", "launch it"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageStartingWith("Only a colleague in the group hr-em can launch it. You are signed in as hr,");
        assertThatThrownBy(() -> HR.mustHold(Role.HR, "", "launch it"))
                .hasMessageStartingWith("Only a colleague in the group hr can launch it.");
    }

    @Test
    void whoMustBeInOneOfSomeGroupsAndIsInNoneIsToldAll() {
        HR.mustBeInOneOf(List.of("spo-nw", "hr-nw"), "agree");
        OWNER.mustBeInOneOf(List.of("spo-nw"), "agree");
        assertThatThrownBy(() -> HR.mustBeInOneOf(List.of("spo-nw", "hr-em"), "agree"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageStartingWith("Only a colleague in the group spo-nw or hr-em can agree.");
        assertThatThrownBy(() -> HR.mustBeInOneOf(List.of(), "agree")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void inSomeRolesOnlyTheOthersAreLeftOut() {
        assertThat(HR.only(Set.of(Role.HR, Role.SPO)).groups()).containsExactly("hr-nw");
        assertThat(HR.only(Set.of(Role.HR)).userName()).isEqualTo("hr");
        assertThat(OWNER.only(Set.of(Role.HR)).isServiceOwner()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aGroupIsReadAsItIsWritten(Role role) {
        TaskGroup group = role.isForAll() ? TaskGroup.of(role) : TaskGroup.of(role, "NW");

        assertThat(TaskGroup.named(group.name())).hasValue(group);
        assertThat(group).hasToString(group.name());
        assertThat(role).hasToString(role.word());
        assertThat(TaskGroup.named(role.word() + "-")).as("held for nothing").isEmpty();
        assertThat(TaskGroup.named(role.word()).isPresent()).isEqualTo(role.isForAll());
        assertThat(Arrays.stream(Role.Scope.values()).anyMatch(role::isHeldFor)).isNotEqualTo(role.isForAll());
    }

    @Test
    void ofTwoRolesThatBeginAlikeTheLongerIsMeant() {
        assertThat(Role.of("programme-nw")).hasValue(Role.PROGRAMME);
        assertThat(TaskGroup.named("appeal-panel-nw")).hasValue(TaskGroup.of(Role.APPEAL_PANEL, "nw"));
        assertThat(Role.of("psc-service-owner-nw")).isEmpty();
        assertThat(Role.of("hrnw")).isEmpty();
        assertThat(Role.of("")).isEmpty();
    }

    @Test
    void ofManyNamesOnlyTaskGroupsAreKnown() {
        TaskGroups groups = () -> Set.of("hr-nw", "spo-nw");
        assertThat(groups.known(List.of("hr-nw", "finance-nw"))).containsExactly("hr-nw");
    }
}
