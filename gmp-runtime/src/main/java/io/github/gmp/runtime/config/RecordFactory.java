package io.github.gmp.runtime.config;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls the canonical constructor of a configuration record. */
final class RecordFactory {
    private RecordFactory() {}

    /**
     * {@return the record, unless its constructor refused}
     *
     * @param type the record
     * @param arguments values of its components
     * @param path where the record stands in the configuration
     * @param resolved the values as plain data, for messages
     * @param problems told what the constructor refuses
     */
    static Optional<Object> create(
            Class<?> type,
            List<Object> arguments,
            String path,
            Map<String, Object> resolved,
            Consumer<ConfigProblem> problems) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            report(e.getCause(), type, path, resolved, problems);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private static void report(
            Throwable refusal,
            Class<?> type,
            String path,
            Map<String, Object> resolved,
            Consumer<ConfigProblem> problems) {
        if (refusal instanceof ConfigException config) {
            ProblemPaths.prefix(path, config.problems()).forEach(problems);
        } else if (refusal instanceof IllegalArgumentException || refusal instanceof GmpException) {
            problems.accept(ProblemPaths.unfit(path, resolved, refusal));
        } else {
            // A defect of the plugin: the trace belongs to its author.
            throw new IllegalStateException("the constructor of " + type.getName() + " threw " + refusal, refusal);
        }
    }
}
