package uk.gov.justice.probation.devolution.work;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a process stands on an incident, in words for a manager: what is wrong, and who can help. The first whose words
 * are found in the message of an incident counts, then the first of its kind.
 */
public enum IncidentCause {
    NO_RESPONSIBLE_UNIT(
            "No unit does (?:the service (?<what>\\w+)|(?<other>terminations)) for ",
            "no unit is responsible for %s",
            "Ask the data lead to import the file 'case-services' with the unit that does it. Then the PSC Service Owner retries the steps in Operate."),
    NO_TEAM(
            "^(?<what>.+) holds unpaid work but has no unpaid work team",
            "%s holds unpaid work but has no unpaid work team",
            "Ask the data lead to import the file 'sites' with such a team, or to correct who holds the service. Then the PSC Service Owner retries the steps in Operate."),
    UNKNOWN_UNIT(
            "There is no unit '(?<what>[^']*)'",
            "the plan names the unit %s, which does not exist",
            "Ask the PSC Service Owner to correct the plan or to have the unit added, then to retry the steps in Operate."),
    NO_VACANCIES(
            "^(?<what>.+) has no vacancy to offer",
            "%s has no vacancy to offer, so nobody can be asked for preferences",
            "Ask regional HR to import its vacancies (the file 'vacancies'; sites whose lease has ended do not count). Then the PSC Service Owner retries the step in Operate."),
    TOO_MANY_POSTS(
            "^Less is vacant now than the posts that HR has planned: (?<what>.+?)\\. Change these posts",
            "less is vacant than the posts that HR has planned for %s",
            "Ask regional HR to change these posts on the consultation's page 'Posts and hours'. Then the PSC Service Owner retries the step in Operate."),
    NO_OUTCOME(
            "Session \\d+ has no outcome",
            "a session has no outcome",
            "Ask the unpaid work supervisor to record it on the session's page. Then the PSC Service Owner retries the step in Operate."),
    FIGURES_DIFFER(
            "Nothing was signed. Compare handover_item_view",
            "the figures of a transfer do not agree, and nothing was signed",
            "Ask the technical team to compare them with the data lead and to correct the data. Then the PSC Service Owner retries the step in Operate."),
    HR1_MISSING(
            "^Form HR1 must be sent",
            "the unions cannot be consulted before form HR1 was sent",
            "Ask regional HR to send it and to record that. Then the PSC Service Owner retries the step in Operate."),
    BEFORE_INDIVIDUAL_STAGE(
            "No step with a single person is possible|The individual stage of .* cannot be opened",
            "a step with a single person began before the unions were heard",
            "It can go on once every union's feedback is in, or the Regional Probation Director has approved going on without it. Then the PSC Service Owner retries the step in Operate."),
    SCOPE_MISSING(
            "has not been set out, so it is not known what the law requires",
            "the scope of a consultation was not set out",
            "Ask regional HR to set it out; the technical team goes back to that step in Operate."),
    NOT_CONFIRMED(
            "Nobody has confirmed (?:this launch|that this termination)|No launch waits to be confirmed|Nothing was received in Tasklist's start form|There is no record of this request",
            "something was started that nobody has confirmed",
            "Nothing was changed. Ask whoever started it to cancel it in Operate and to start it again in the console."),
    NOT_OURS(
            "nothing of ours began this|Nothing of ours has started|Nothing says what this process is about|does not begin with this process|is no milestone of the programme|is heard by another process already",
            "a process was started by hand, beside the one that does the work",
            "Nothing was changed. Ask the technical team to end it in Operate; the work goes on in its own process."),
    CHANGED_VARIABLES(
            "Somebody changed its variables",
            "somebody changed in Operate what a process is about",
            "Ask the technical team to put the variable back as the message in Operate says. Then the PSC Service Owner retries the step."),
    OUT_OF_ORDER(
            "was not upheld, so no place|is to be heard, so it cannot|was not admitted\\. In Operate|are not published\\. Let its process|The panel of .* has done its work|No feedback of .* is awaited|The gates of .* are not open now|The cases of .* do not move now|No letter was written|starts in a new place yet",
            "a process is at a step for which it is too early or too late",
            "Nothing was changed. Somebody moved it in Operate: ask the technical team to move it to where the message in Operate says, or to end it."),
    PLACE_LOST(
            "has no place any more",
            "somebody whose start is prepared has lost their place",
            "Ask regional HR to speak with the person; the technical team then cancels this step in Operate."),
    NOT_IN_THE_DATABASE(
            "in the database|Check that the engine and the database belong together",
            "the engine works on something that is not in the database",
            "The technical team must look: the engine and the database may come from different backups."),
    LETTERS_REFUSED(
            "^GOV\\.UK Notify refused the letters",
            "GOV.UK Notify does not accept our letters",
            "The technical team must check the key and the templates of GOV.UK Notify. Then the PSC Service Owner retries the steps in Operate. No letter is lost."),
    NO_AUDIT_LOG(
            "must be read from Camunda's audit log",
            "this Camunda does not say who completed a task",
            "The technical team must change the setting devolution.camunda.completed-by. Then the PSC Service Owner retries the steps in Operate."),
    TASK_OF_BEFORE(
            "This task was opened before the present release",
            "a task from before the present release was answered by somebody whose task it is not, or with an answer that cannot be accepted",
            "Ask the technical team to bring the task back in Operate, so that the right person answers it."),
    TASK_LIST_BEHIND(
            "Camunda does not yet say who completed",
            "Camunda's task list was too far behind to say who completed a task",
            "Nothing is lost. Ask the PSC Service Owner to retry the steps in Operate; if they stop again, the technical team must look."),
    AT_THE_SAME_TIME(
            "Somebody else changed the same at that moment",
            "two steps changed the same again and again at the same moment",
            "Nothing is lost. Ask the PSC Service Owner to retry the steps in Operate."),
    REFUSED(
            "^The step could not be done: (?<what>.*?)\\.? When the cause is removed, retry it here",
            "one of our rules does not allow a step: %s",
            "Ask those whose work it is to remove the cause. Then the PSC Service Owner retries the step in Operate. If the sentence does not say how, the technical team must look."),
    FAILED(
            "^The step failed: ",
            "a step failed",
            "The technical team must look: the message in Operate and the log say why. Then the PSC Service Owner retries the step in Operate."),
    LAUNCH_REFUSED(
            "the code 'LAUNCH_REFUSED'",
            "a launch was refused, and its process does not know what follows",
            "Nothing was launched. Ask the technical team to end the process in Operate, and launch again in the console."),
    START_REFUSED(
            "the code 'START_REFUSED'",
            "the start of a termination was refused, and its process does not know what follows",
            "Nothing was started. Ask the technical team to end the process in Operate."),
    CONSULTATION_CANCELLED(
            "the code 'CONSULTATION_CANCELLED'",
            "a consultation was cancelled, and its process does not know what follows",
            "Nobody is asked for anything more. Ask the technical team to end the process in Operate."),
    OF_THE_MODEL(
            Set.of(
                    "IO_MAPPING_ERROR",
                    "CONDITION_ERROR",
                    "EXTRACT_VALUE_ERROR",
                    "CALLED_ELEMENT_ERROR",
                    "CALLED_DECISION_ERROR",
                    "DECISION_EVALUATION_ERROR",
                    "FORM_NOT_FOUND",
                    "RESOURCE_NOT_FOUND",
                    "UNHANDLED_ERROR_EVENT"),
            "a process lacks something that its model needs",
            "The technical team must look: a variable may have been changed, or a part of the release was not deployed."),
    TOO_LARGE(
            Set.of("MESSAGE_SIZE_EXCEEDED"),
            "a process holds more than Camunda can pass on",
            "The technical team must look: a variable has become too large."),
    STEP_WITHOUT_WORDS(
            Set.of(
                    "JOB_NO_RETRIES",
                    "EXECUTION_LISTENER_NO_RETRIES",
                    "TASK_LISTENER_NO_RETRIES",
                    "AD_HOC_SUB_PROCESS_NO_RETRIES"),
            "a step failed again and again",
            "The technical team must look: the message in Operate and the log say why. Then the PSC Service Owner retries the step in Operate."),
    UNKNOWN(Set.of(), "a process has stopped for a reason that is not known here", "The technical team must look.");

    /** What may name a person or a case, or would tell apart what is the same. */
    private static final Pattern OF_ONE_ALONE = Pattern.compile("'[^']*'|\\b[A-Z]\\d{6}\\b|\\d+");

    private static final int LONGEST = 400;

    /**
     * Why something stands still.
     *
     * @param what which it is, in words; empty if the cause alone says it
     */
    public record Found(IncidentCause cause, String what) {}

    private final Pattern words;
    private final Set<String> kinds;
    private final String title;
    private final String help;

    IncidentCause(String words, String title, String help) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
        this.kinds = Set.of();
        this.title = title;
        this.help = help;
    }

    IncidentCause(Set<String> kinds, String title, String help) {
        this.words = null;
        this.kinds = kinds;
        this.title = title;
        this.help = help;
    }

    /**
     * @param kind the engine's word
     * @param message of the incident
     */
    public static Found of(String kind, String message) {
        for (IncidentCause cause : values()) {
            if (cause.words == null) continue;
            Matcher found = cause.words.matcher(message);
            if (found.find()) return new Found(cause, cause.what(found));
        }
        return new Found(
                Arrays.stream(values())
                        .filter(cause -> cause.kinds.contains(kind))
                        .findFirst()
                        .orElse(UNKNOWN),
                "");
    }

    /** Of a release that tells more causes apart than this one, those are unknown. */
    static IncidentCause named(String name) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What is wrong, as a part of a sentence. */
    public String inWords(String what) {
        return title.formatted(what);
    }

    /** Who can help, and how. */
    public String help() {
        return help;
    }

    private String what(Matcher found) {
        if (!title.contains("%s")) return "";
        String what = found.group("what");
        if (this == NO_RESPONSIBLE_UNIT) what = serviceInWords(what == null ? found.group("other") : what);
        if (this == REFUSED) what = OF_ONE_ALONE.matcher(what).replaceAll("…");
        return what.length() > LONGEST ? what.substring(0, LONGEST) : what;
    }

    private static String serviceInWords(String code) {
        String words = code.replace('_', ' ').toLowerCase();
        return words.replace("upw", "unpaid work").replace("ttg", "Through the Gate");
    }
}
