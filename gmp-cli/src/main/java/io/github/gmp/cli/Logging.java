package io.github.gmp.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

import java.util.List;

/** Sends log messages of the given level and above to standard error. */
final class Logging {
    /**
     * Of Spark, where the module is there: that it found no native libraries of Hadoop, which of the addresses of this machine it took, and each
     * task that it stopped after Ctrl-C. What it says of machines and of tasks that never ran is for users.
     */
    private static final List<String> NOISY =
            List.of("org.apache.hadoop", "org.apache.spark.util", "org.apache.spark.scheduler.TaskSetManager");

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
        NOISY.forEach(name -> builder.add(builder.newLogger(name, noisy(level))));
        Configurator.reconfigure(builder.build(false));
    }

    private static Level noisy(LogLevel level) {
        return level == LogLevel.WARN ? Level.ERROR : Level.toLevel(level.name());
    }
}
