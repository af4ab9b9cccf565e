package io.github.gmp.toolkit.kernel;

import io.github.gmp.toolkit.kernel.vector.Lanes;

import java.util.Locale;
import java.util.Optional;

/**
 * Which implementation of the hot loops runs. Both give the same numbers up to rounding; within one choice, results are the same bit for
 * bit. Immutable.
 *
 * @param kind plain loops, or the Vector API
 * @param lanes doubles per vector; 1 for plain loops
 * @param reason why, for logs and results
 */
public record KernelChoice(Kind kind, int lanes, String reason) {
    /**
     * The system property that overrides the choice: {@code auto} (default), {@code scalar}, or {@code vector}, which takes the Vector API
     * also where no optimizing compiler makes it fast.
     */
    public static final String PROPERTY = "gmp.kernel";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** Implementations of hot loops. */
    public enum Kind {
        /** Plain loops: the reference, and what runs where there is no Vector API. */
        SCALAR,
        /** {@code jdk.incubator.vector}. */
        VECTOR
    }

    /** Read once: a process must not change its arithmetic on the way. */
    private static final String WISH = System.getProperty(PROPERTY, "auto");

    /**
     * {@return the choice for this process, by the system property {@value #PROPERTY} and by what the JVM and the machine have}
     *
     * @throws IllegalArgumentException if the property is none of its values
     */
    public static KernelChoice ofProcess() {
        return of(WISH);
    }

    /** {@return the choice of plain loops} */
    public static KernelChoice scalar() {
        return new KernelChoice(Kind.SCALAR, 1, "asked for");
    }

    /**
     * {@return what it comes to in this process, always the same}
     *
     * @param wish {@code auto}, {@code vector} or {@code scalar}
     * @throws IllegalArgumentException if the wish is none of these
     */
    public static KernelChoice of(String wish) {
        return switch (wish.toLowerCase(Locale.ROOT)) {
            case "scalar" -> scalar();
            case "vector" -> withVectors("asked for");
            case "auto" -> Automatic.CHOICE;
            default ->
                throw new IllegalArgumentException(
                        "system property " + PROPERTY + ": got '" + wish + "', expected auto, vector or scalar");
        };
    }

    /** Made once, when first asked for: a JVM may switch its compiler off later on, when there is no room left for code. */
    private static final class Automatic {
        static final KernelChoice CHOICE = choose();

        private static KernelChoice choose() {
            if (!hasModule()) {
                return withoutModule();
            }
            return OptimizingCompiler.absence(
                            name -> Optional.ofNullable(System.getProperty(name)), HotSpotOptions::value)
                    .map(reason -> new KernelChoice(Kind.SCALAR, 1, reason))
                    .orElseGet(() -> withVectors("module " + VECTOR_MODULE + " and the compiler C2 are present"));
        }
    }

    private static KernelChoice withVectors(String reason) {
        if (!hasModule()) {
            return withoutModule();
        }
        int lanes = Lanes.COUNT;
        return lanes > 1
                ? new KernelChoice(Kind.VECTOR, lanes, reason)
                : new KernelChoice(Kind.SCALAR, 1, "this processor has no vectors of doubles");
    }

    private static boolean hasModule() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    private static KernelChoice withoutModule() {
        return new KernelChoice(
                Kind.SCALAR, 1, "module " + VECTOR_MODULE + " is absent; add it with --add-modules " + VECTOR_MODULE);
    }

    /** {@return whether vector kernels run} */
    public boolean isVector() {
        return kind == Kind.VECTOR;
    }

    /** {@return the choice as text for logs and results, e.g. {@code vector, 8 lanes}} */
    public String label() {
        return isVector() ? "vector, " + lanes + " lanes" : "scalar";
    }
}
