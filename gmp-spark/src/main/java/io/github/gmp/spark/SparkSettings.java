package io.github.gmp.spark;

import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of Spark: those of the user, and what GMP needs on executors. */
final class SparkSettings {
    private static final String MASTER = "spark.master";
    private static final String JARS = "spark.jars";
    private static final String CLASS_PATH = "spark.executor.extraClassPath";
    private static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

    private final SparkExecutorConfig config;
    private final TaskExecutor.Host host;

    SparkSettings(SparkExecutorConfig config, TaskExecutor.Host host) {
        this.config = config;
        this.host = host;
    }

    /**
     * {@return what its application is started with}
     *
     * @param job the job
     */
    SparkConf of(Job job) {
        // With what spark-submit or -Dspark.… say.
        SparkConf settings = new SparkConf();
        config.conf().forEach(settings::set);
        config.master().ifPresent(settings::setMaster);
        settings.setIfMissing(MASTER, "local[" + host.threads() + "]");
        settings.setIfMissing("spark.app.name", "gmp: " + job.name());
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.ui.showConsoleProgress", "false");
        // Answers are passed on as they come: their sum, which this limits, is never in memory.
        settings.setIfMissing("spark.driver.maxResultSize", "0");
        if (settings.get(MASTER).startsWith("local")) {
            // Nobody connects from outside, and machines without a name in the network have to do.
            settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            settings.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        if (hasOtherProcesses(settings)) {
            settings.set(JAVA_OPTIONS, (javaOptions() + " " + settings.get(JAVA_OPTIONS, "")).strip());
            // Whoever names jars or a class path has put GMP there already; spark-submit names jars too.
            if (!settings.contains(JARS) && !settings.contains(CLASS_PATH)) {
                settings.set(JARS, jars().map(Path::toString).collect(Collectors.joining(",")));
            }
        }
        return settings;
    }

    /** All but {@code local}, {@code local[N]} and {@code local[N,F]}. */
    private static boolean hasOtherProcesses(SparkConf settings) {
        return !settings.get(MASTER).matches("local(\\[.*])?");
    }

    /** The kernel of this process, since the last bits depend on it; and Guice without the internals of the JVM, as the launcher does. */
    private static String javaOptions() {
        List<String> options = new ArrayList<>();
        if (KernelChoice.ofProcess().isVector()) {
            options.add("--add-modules=jdk.incubator.vector");
        } else {
            options.add("-D" + KernelChoice.PROPERTY + "=scalar");
        }
        options.add("-Dguice_bytecode_gen_option=DISABLED");
        options.add("-Dfile.encoding=UTF-8");
        return String.join(" ", options);
    }

    /** The jars of this process, Spark's own excepted, and those of plugins folders. */
    private Stream<Path> jars() {
        Path ofSpark = folderOfSpark();
        Stream<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::isRegularFile)
                .filter(jar -> !ofSpark.equals(jar.getParent()));
        return Stream.concat(classPath, host.plugins().stream().map(Path::toAbsolutePath))
                .distinct();
    }

    private static Path folderOfSpark() {
        try {
            Path jar = Path.of(SparkContext.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toAbsolutePath().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Spark was loaded from a place without a path", e);
        }
    }
}
