package io.github.gmp.experiments.cli;

import io.github.gmp.experiments.GmpVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code gmp --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String java = System.getProperty("java.vm.version") + " (" + System.getProperty("java.home") + ")";
        return new String[] {"gmp " + GmpVersion.number(), "Java " + java};
    }
}
