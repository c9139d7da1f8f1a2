package uk.gov.justice.probation.devolution.camunda;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The names under which steps are requested and messages are expected. For processes that began before a family was
 * renamed, they differ from today's.
 */
@Component
class FormerNames {
    private final List<FormerName> renamed;

    FormerNames(List<FormerName> renamed) {
        this.renamed = renamed;
    }

    /** The former type of a step of this type; empty if it was never renamed. */
    Optional<String> ofStep(String jobType) {
        return renamed.stream()
                .filter(family -> isOf(family.family(), jobType))
                .map(family -> renamed(jobType, family.family(), family.before()))
                .findFirst();
    }

    /**
     * The message under the name that its process expects, whichever name it was written with. Its id changes too, so
     * that what the earlier release already sent is not sent again.
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
