package io.github.gmp.toolkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is chosen in JVMs started with other options than that of the tests, and in other makes of JVM. */
@Isolated
class KernelChoiceTest {
    private static final Map<String, String> HOTSPOT = Map.of(
            "java.vm.name", "OpenJDK 64-Bit Server VM",
            "java.vm.info", "mixed mode, sharing",
            "java.vm.version", "17.0.15+6");

    private static final Map<String, String> OPTIONS =
            Map.of("UseCompiler", "true", "TieredCompilation", "true", "TieredStopAtLevel", "4");

    private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    private static String chosenWith(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(List.of(options));
        // Surefire's own class path is a jar that only points to the real one.
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(PrintedChoice.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int lanes() {
        KernelChoice here = KernelChoice.of("vector");
        assumeTrue(here.isVector(), here.reason());
        return here.lanes();
    }

    @Test
    void vectorsAreChosenWhereEverythingIsPresent() throws IOException {
        assertThat(chosenWith(VECTOR_MODULE))
                .isEqualTo(
                        "vector, " + lanes() + " lanes (module jdk.incubator.vector and the compiler C2 are present)");
    }

    @Test
    void withoutTheModuleOfManagementTheModeTells() throws IOException {
        String reduced = "--limit-modules=java.base,jdk.incubator.vector";
        assertThat(chosenWith(VECTOR_MODULE, reduced))
                .isEqualTo(
                        "vector, " + lanes() + " lanes (module jdk.incubator.vector and the compiler C2 are present)");
        assertThat(chosenWith(VECTOR_MODULE, reduced, "-XX:TieredStopAtLevel=1"))
                .isEqualTo("scalar (vector kernels need the compiler C2, which is off:"
                        + " the JVM compiles with C1 only, as with -XX:TieredStopAtLevel=1)");
    }

    @Test
    void withoutTheModuleOfVectorsThereAreNone() throws IOException {
        assertThat(chosenWith())
                .isEqualTo("scalar (module jdk.incubator.vector is absent;"
                        + " add it with --add-modules jdk.incubator.vector)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Xint | the JVM only interprets, as with -Xint",
                "-XX:TieredStopAtLevel=1 | the JVM compiles with C1 only, as with -XX:TieredStopAtLevel=1",
                "-XX:TieredStopAtLevel=3 | TieredStopAtLevel is 3",
                "-XX:-UseCompiler | UseCompiler is false"
            })
    void withoutTheOptimizingCompilerPlainLoopsAre(String option, String why) throws IOException {
        assertThat(chosenWith(VECTOR_MODULE, option))
                .isEqualTo("scalar (vector kernels need the compiler C2, which is off: " + why + ")");
    }

    @Test
    void eitherCanBeHadByAsking() throws IOException {
        assertThat(chosenWith(VECTOR_MODULE, "-Xint", "-Dgmp.kernel=vector"))
                .isEqualTo("vector, " + lanes() + " lanes (asked for)");
        assertThat(chosenWith(VECTOR_MODULE, "-Dgmp.kernel=scalar")).isEqualTo("scalar (asked for)");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void aProcessDoesNotChangeItsMind() {
        KernelChoice before = KernelChoice.ofProcess();
        KernelChoice automatic = KernelChoice.of("auto");
        String wish = System.getProperty(KernelChoice.PROPERTY);
        String mode = System.setProperty("java.vm.info", "interpreted mode");
        System.setProperty(KernelChoice.PROPERTY, before.isVector() ? "scalar" : "vector");
        try {
            assertThat(KernelChoice.ofProcess()).isEqualTo(before);
            assertThat(KernelChoice.of("AUTO")).isSameAs(automatic);
        } finally {
            System.setProperty("java.vm.info", mode);
            if (wish == null) {
                System.clearProperty(KernelChoice.PROPERTY);
            } else {
                System.setProperty(KernelChoice.PROPERTY, wish);
            }
        }
    }

    /** Pairs {@code name=value} replace or add to what an ordinary HotSpot tells. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "java.vm.name=Java HotSpot(TM) 64-Bit Server VM | none",
                "java.vm.info=compiled mode | none",
                "TieredCompilation=false TieredStopAtLevel=1 | none",
                "UseJVMCICompiler=false java.vm.version=17.0.9+9-jvmci-23.0-b22 | none",
                "UseJVMCICompiler=true | vector kernels need the compiler C2, which is off:"
                        + " another compiler runs in its place (UseJVMCICompiler)",
                "java.vm.version=17.0.9+9-jvmci-23.0-b22 | vector kernels need the compiler C2, which is off:"
                        + " another compiler runs in its place (UseJVMCICompiler)",
                "EnableVectorSupport=false | vector kernels need EnableVectorSupport, which is false",
                "java.vm.name=Eclipse OpenJ9 VM | vector kernels need the compiler C2 of HotSpot,"
                        + " which is not known to be in Eclipse OpenJ9 VM",
                "java.vm.name=OpenJDK 64-Bit Zero VM | vector kernels need the compiler C2 of HotSpot,"
                        + " which is not known to be in OpenJDK 64-Bit Zero VM"
            })
    void otherMakesOfJvmGetPlainLoopsUnlessTheyHaveC2(String differences, String why) {
        Optional<String> absence = OptimizingCompiler.absence(
                name -> value(differences, name).or(() -> Optional.ofNullable(HOTSPOT.get(name))),
                name -> value(differences, name).or(() -> Optional.ofNullable(OPTIONS.get(name))));
        assertThat(absence).isEqualTo(Optional.ofNullable(why));
    }

    private static Optional<String> value(String differences, String name) {
        // Values have spaces, names have none.
        return List.of(differences.split(" (?=[\\w.]+=)")).stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
