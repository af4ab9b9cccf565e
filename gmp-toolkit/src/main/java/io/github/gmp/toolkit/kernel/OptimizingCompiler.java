package io.github.gmp.toolkit.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the compiler runs that turns the Vector API into vector instructions: C2 of HotSpot. Interpreted or compiled by C1, each
 * operation on a vector is a call that allocates its result, many times slower than plain loops.
 */
final class OptimizingCompiler {
    private OptimizingCompiler() {}

    /**
     * {@return why the compiler is not known to run; empty if it runs}
     *
     * @param properties system properties by name
     * @param options options of the JVM by name; empty where the JVM has none of that name or does not tell
     */
    static Optional<String> absence(
            Function<String, Optional<String>> properties, Function<String, Optional<String>> options) {
        String machine = properties.apply("java.vm.name").orElse("a JVM without name");
        // HotSpot with both compilers; "Client", "Zero" and "Minimal" lack C2, other makers have other names.
        if (!machine.endsWith(" Server VM")) {
            return Optional.of(
                    "vector kernels need the compiler C2 of HotSpot, which is not known to be in " + machine);
        }
        // Two ways of being without C2 show here, for nothing; reading options loads the classes of management.
        String mode = properties.apply("java.vm.info").orElse("");
        if (mode.contains("interpreted mode")) {
            return without("the JVM only interprets, as with -Xint");
        }
        if (mode.contains("emulated-client")) {
            return without("the JVM compiles with C1 only, as with -XX:TieredStopAtLevel=1");
        }
        return byOptions(properties, options);
    }

    private static Optional<String> byOptions(
            Function<String, Optional<String>> properties, Function<String, Optional<String>> options) {
        if (is(options, "UseCompiler", "false")) {
            return without("UseCompiler is false");
        }
        // Without tiers C2 is the only compiler, whatever the level.
        Optional<String> level = options.apply("TieredStopAtLevel").filter(l -> !l.equals("4"));
        if (level.isPresent() && is(options, "TieredCompilation", "true")) {
            return without("TieredStopAtLevel is " + level.get());
        }
        // The option is hidden where it is experimental and was not unlocked: then it is off, but in builds that come
        // with Graal.
        boolean graal = options.apply("UseJVMCICompiler")
                .map(Boolean::parseBoolean)
                .orElseGet(() -> properties.apply("java.vm.version").orElse("").contains("jvmci"));
        if (graal) {
            return without("another compiler runs in its place (UseJVMCICompiler)");
        }
        return is(options, "EnableVectorSupport", "false")
                ? Optional.of("vector kernels need EnableVectorSupport, which is false")
                : Optional.empty();
    }

    private static boolean is(Function<String, Optional<String>> options, String name, String value) {
        return options.apply(name).filter(value::equals).isPresent();
    }

    private static Optional<String> without(String why) {
        return Optional.of("vector kernels need the compiler C2, which is off: " + why);
    }
}
