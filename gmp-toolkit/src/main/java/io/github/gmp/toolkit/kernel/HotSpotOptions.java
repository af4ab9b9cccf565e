package io.github.gmp.toolkit.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Options of this JVM. Only this class names types of the module {@code jdk.management}, which a reduced runtime may lack. */
final class HotSpotOptions {
    private static final String MODULE = "jdk.management";

    private HotSpotOptions() {}

    /**
     * {@return the value of an option as it came to be, whoever set it; empty if this JVM has no such option or does not show it}
     *
     * @param name name of an option, without {@code -XX:}
     */
    static Optional<String> value(String name) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                .flatMap(bean -> value(bean, name));
    }

    private static Optional<String> value(HotSpotDiagnosticMXBean bean, String name) {
        try {
            return Optional.of(bean.getVMOption(name).getValue());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
