package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Under which names steps are asked for and messages are waited for: since a family was renamed, those of processes
 * that began before it differ from today's.
 */
@Component
class FormerNames {
    private final List<FormerName> renamed;

    FormerNames(List<FormerName> renamed) {
        this.renamed = renamed;
    }

    /** What a step of today's type was called before; empty if it never had another name. */
    Optional<String> ofStep(String jobType) {
        return renamed.stream()
                .filter(family -> isOf(family.family(), jobType))
                .map(family -> renamed(jobType, family.family(), family.before()))
                .findFirst();
    }

    /**
     * The message by the name that its process waits for, whichever name it was written with. Its id changes with it,
     * so that what the earlier release already sent is not sent again.
     */
    EngineMessage asItsProcessKnowsIt(EngineMessage message) {
        for (FormerName family : renamed) {
            if (isOf(family.before(), message.name()))
                return known(called(message, renamed(message.name(), family.before(), family.family())), family);
            if (isOf(family.family(), message.name())) return known(message, family);
        }
        return message;
    }

    private static EngineMessage known(EngineMessage today, FormerName family) {
        String name = family.nameOf(today);
        return name.equals(today.name()) ? today : called(today, name);
    }

    private static EngineMessage called(EngineMessage message, String name) {
        return new EngineMessage(
                name,
                message.correlationKey(),
                message.messageId().replace(message.name(), name),
                message.variables(),
                message.timeToLive());
    }

    private static boolean isOf(String family, String name) {
        return name.startsWith(family + ".");
    }

    private static String renamed(String name, String from, String to) {
        return to + name.substring(from.length());
    }
}
