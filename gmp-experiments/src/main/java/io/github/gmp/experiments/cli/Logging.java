package io.github.gmp.experiments.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Sends log messages of the given level and above to standard error. */
final class Logging {
    private Logging() {}

    static void configure(LogLevel level) {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.setStatusLevel(Level.ERROR);
        // The host ends the log itself; a hook of log4j would close it before the last messages after Ctrl-C.
        builder.setShutdownHook("disable");
        AppenderComponentBuilder stderr = builder.newAppender("stderr", "Console")
                .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
                .addAttribute("follow", true)
                .add(builder.newLayout("PatternLayout")
                        .addAttribute("pattern", "gmp: %level{lowerCase=true}: %msg%n%throwable{short.message}"));
        builder.add(stderr);
        builder.add(builder.newRootLogger(Level.toLevel(level.name())).add(builder.newAppenderRef("stderr")));
        // It warns at every file that its writer is young; what it writes is read back in tests.
        builder.add(builder.newLogger("io.jhdf", Level.ERROR));
        Configurator.reconfigure(builder.build(false));
    }
}
