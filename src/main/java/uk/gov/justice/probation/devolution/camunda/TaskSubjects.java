package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each process instance and user task is about, from its beginning on and for good. */
@Service
public class TaskSubjects {

  /** @param fromBefore found for a task that was open before subjects were noted; it cannot come again where its answer is refused */
  record Noted(TaskSubject subject, boolean fromBefore) {}

  private final JdbcClient jdbc;

  TaskSubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes what an instance is about; again and again, always the same.
   *
   * @param instanceKey of the process instance in its first step, or of the element instance in the start listener of a user task that there are several of
   * @throws CannotSucceedException where something else is noted already
   */
  @Transactional
  public void note(long instanceKey, TaskSubject subject) {
    int noted = jdbc.sql("INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, says_calls) VALUES (?, ?, ?, ?, ?, TRUE)")
        .params(instanceKey, subject.name(), subject.value(), subject.about(), subject.regionCode())
        .update();
    if (noted > 0) return;
    String before = jdbc.sql("SELECT value FROM task_subject WHERE instance_key = ? AND name = ?").params(instanceKey, subject.name()).query(String.class).single();
    if (!before.equals(subject.value())) {
      throw new CannotSucceedException("This began for %s %s and cannot go on for %s. Somebody changed its variables: put %1$s back to %2$s, then retry."
          .formatted(subject.name(), before, subject.value()));
    }
  }

  /** Notes what is found for a task that was open before subjects were noted. */
  @Transactional
  Noted noteOfBefore(long instanceKey, TaskSubject subject) {
    jdbc.sql("INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before) VALUES (?, ?, ?, ?, ?, TRUE)")
        .params(instanceKey, subject.name(), subject.value(), subject.about(), subject.regionCode())
        .update();
    return new Noted(subject, true);
  }

  /** Whether a task is known to be about it that began after subjects were noted: no task of before is. */
  public boolean isNoted(TaskSubject subject) {
    return jdbc.sql("SELECT COUNT(*) FROM task_subject WHERE about = ? AND name = ? AND value = ? AND NOT from_before").params(subject.about(), subject.name(), subject.value())
        .query(Integer.class).single() > 0;
  }

  /** The process instances that began for one of these. */
  public List<Long> instancesAbout(Collection<String> abouts) {
    if (abouts.isEmpty()) return List.of();
    return jdbc.sql("SELECT DISTINCT instance_key FROM task_subject WHERE about IN (:abouts)").param("abouts", abouts).query(Long.class).list();
  }

  /** What a process instance is about that called one of which nothing is noted: the called one began before, and its task cannot come again. */
  Map<String, Noted> ofCaller(long processInstanceKey) {
    Map<String, Noted> noted = of(processInstanceKey, processInstanceKey);
    noted.replaceAll((name, each) -> new Noted(each.subject(), true));
    return noted;
  }

  /** What is noted for the process instance and for the task itself, by name. */
  Map<String, Noted> of(long processInstanceKey, long elementInstanceKey) {
    Map<String, Noted> noted = new LinkedHashMap<>();
    jdbc.sql("SELECT name, value, about, region_code, from_before FROM task_subject WHERE instance_key IN (?, ?) ORDER BY instance_key = ?")
        .params(processInstanceKey, elementInstanceKey, elementInstanceKey)
        .query((row, n) -> new Noted(
            new TaskSubject(row.getString("name"), row.getString("value"), row.getString("about"), row.getString("region_code")), row.getBoolean("from_before")))
        .list()
        .forEach(each -> noted.put(each.subject().name(), each));
    return noted;
  }
}
