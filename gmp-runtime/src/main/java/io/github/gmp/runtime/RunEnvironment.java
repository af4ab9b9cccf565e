package io.github.gmp.runtime;

import io.github.gmp.toolkit.kernel.KernelChoice;

/**
 * What a result was computed on.
 *
 * @param java version and vendor of the Java runtime
 * @param system operating system, architecture, processors
 * @param kernel which implementation of the hot loops runs, and why, see {@link KernelChoice}
 */
public record RunEnvironment(String java, String system, String kernel) {
    /** {@return that of this process} */
    public static RunEnvironment ofProcess() {
        KernelChoice choice = KernelChoice.ofProcess();
        return new RunEnvironment(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                choice.label() + " (" + choice.reason() + ")");
    }
}
