package io.github.gmp.toolkit.kernel;

/** The program of {@link KernelChoiceTest}: prints what is chosen in its JVM. */
final class PrintedChoice {
    private PrintedChoice() {}

    /** @param arguments none */
    public static void main(String[] arguments) {
        KernelChoice choice = KernelChoice.ofProcess();
        System.out.print(choice.label() + " (" + choice.reason() + ")");
    }
}
