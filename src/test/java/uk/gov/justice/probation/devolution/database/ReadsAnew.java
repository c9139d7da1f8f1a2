package uk.gov.justice.probation.devolution.database;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ReflectionUtils;
import uk.gov.justice.probation.devolution.calendar.ReadLately;

/**
 * Before each test, lets the application forget the reference data that it has read: another test may have changed it
 * and put it back, and a clock that stands still never makes it read again.
 */
public final class ReadsAnew extends AbstractTestExecutionListener {
    private static final String OURS = "uk.gov.justice.probation.devolution";
    private static final Map<ApplicationContext, List<ReadLately<?>>> READ =
            Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1100;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        of(test.getApplicationContext()).forEach(ReadLately::forget);
    }

    static List<ReadLately<?>> of(ApplicationContext application) {
        return READ.computeIfAbsent(application, ReadsAnew::find);
    }

    private static List<ReadLately<?>> find(ApplicationContext application) {
        List<ReadLately<?>> found = new ArrayList<>();
        for (String name : application.getBeanDefinitionNames()) {
            Class<?> type = application.getType(name, false);
            if (type == null || !type.getName().startsWith(OURS) || !application.isSingleton(name)) continue;
            for (Field field : fields(type)) {
                ReflectionUtils.makeAccessible(field);
                Object bean = AopTestUtils.getUltimateTargetObject(application.getBean(name));
                if (ReflectionUtils.getField(field, bean) instanceof ReadLately<?> read) found.add(read);
            }
        }
        return found;
    }

    private static List<Field> fields(Class<?> type) {
        Class<?> declaring = type.getName().contains("$$") ? type.getSuperclass() : type;
        return Arrays.stream(declaring.getDeclaredFields())
                .filter(field -> field.getType() == ReadLately.class)
                .toList();
    }
}
