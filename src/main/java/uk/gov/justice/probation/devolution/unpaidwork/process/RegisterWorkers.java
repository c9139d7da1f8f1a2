package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters.Prepared;

/** The automated steps of {@code upw-register}. The engine learns of a project's day, and of nobody who is expected. */
@Component
public class RegisterWorkers {
    private final KeepingRegisters keeping;
    private final CallsOfOrders calls;
    private final TaskAnswers answers;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;

    RegisterWorkers(
            KeepingRegisters keeping,
            CallsOfOrders calls,
            TaskAnswers answers,
            UnpaidWorkLinks links,
            Deadlines deadlines) {
        this.keeping = keeping;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
    }

    record PreparedRegister(
            boolean registerComplete,
            String registerKey,
            String regionSlug,
            String registerText,
            String registerInShort,
            String registerUrl,
            String registerDueAt,
            String registerLateAt,
            String registerRefused) {}

    @JobWorker(type = "unpaidwork.prepareRegister", fetchVariables = "registerId")
    public PreparedRegister prepareRegister(@Variable long registerId, ActivatedJob job) {
        calls.claimRegister(registerId, job);
        Prepared register = keeping.prepare(registerId, job.getProcessInstanceKey());
        return new PreparedRegister(
                register.complete(),
                register.key(),
                register.regionSlug(),
                "%s, %s".formatted(register.projectName(), Deadlines.inWords(register.on())),
                "%s, %s".formatted(register.projectName(), Deadlines.inShort(register.on())),
                links.register(register.projectCode(), register.on()),
                deadlines.endOf(register.on()),
                deadlines.endOf(register.lateOn()),
                null);
    }

    record NoAnswer() {}

    @JobWorker(type = "unpaidwork.recordRegister")
    public Map<String, Object> recordRegister(ActivatedJob listener) {
        return answers.keep(
                listener,
                "registerRefused",
                NoAnswer.class,
                (task, answer) -> keeping.answer(task.id("registerId"), task.answer()));
    }

    @JobWorker(type = "unpaidwork.remindOfRegister")
    public void remindOfRegister(@Variable long registerId) {
        keeping.late(registerId);
    }
}
