package io.github.gmp.cli;

import io.github.gmp.runtime.GmpVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code gmp --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String java = System.getProperty("java.vm.version") + " (" + System.getProperty("java.home") + ")";
        return new String[] {"gmp " + GmpVersion.number(), "Java " + java};
    }
}
