package uk.gov.justice.probation.devolution.camunda;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;
import org.springframework.core.ResolvableType;

/**
 * Answers every command of an engine's client, each step with the same next step if it is asked the same again. Unlike
 * Mockito's deep stubs it may be asked by several threads at once: those note a step as the answer to whichever call
 * came last, so that one thread gets the step of another's command.
 */
public final class AcceptsEverything implements Answer<Object> {
    private record Asked(Method method, List<Object> arguments) {}

    private final ResolvableType type;
    private final Map<Asked, Object> answers = new ConcurrentHashMap<>();

    private AcceptsEverything(ResolvableType type) {
        this.type = type;
    }

    /** A mock of the type; what it answers is forgotten by {@link #anew}. */
    public static <T> T mock(Class<T> type) {
        return Mockito.mock(type, new AcceptsEverything(ResolvableType.forClass(type)));
    }

    /** Forgets what the mock was asked, told to answer and has answered. */
    public static void anew(Object mock) {
        Mockito.reset(mock);
        ((AcceptsEverything)
                        Mockito.mockingDetails(mock).getMockCreationSettings().getDefaultAnswer())
                .answers.clear();
    }

    @Override
    public Object answer(InvocationOnMock asked) throws Throwable {
        Method method = asked.getMethod();
        ResolvableType next =
                ResolvableType.forType(method.getGenericReturnType(), type.as(method.getDeclaringClass()));
        Class<?> answered = next.resolve(method.getReturnType());
        Object ordinary = Answers.RETURNS_DEFAULTS.answer(asked);
        if (ordinary != null || !answered.isInterface()) return ordinary;
        return answers.computeIfAbsent(
                new Asked(method, Arrays.asList(asked.getArguments())),
                first -> Mockito.mock(answered, new AcceptsEverything(next)));
    }
}
