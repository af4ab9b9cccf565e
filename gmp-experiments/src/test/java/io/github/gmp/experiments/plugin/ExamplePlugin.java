package io.github.gmp.experiments.plugin;

import io.github.gmp.experiments.RepositoryFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The plugin of docs/writing-a-plugin.md, built as a stranger would build it. */
public final class ExamplePlugin {
    private ExamplePlugin() {}

    /**
     * @param folder an empty folder
     * @return a plugins folder in it that holds the jar
     */
    public static Path install(Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginJars.build(sources("main"), "com.example.histogram.HistogramPlugin", folder.resolve("built.jar"));
        Files.move(folder.resolve("built.jar"), plugins.resolve("charge-histogram-1.0.jar"));
        return plugins;
    }

    /** @return its sources, without tests */
    public static List<Path> sources() throws IOException {
        return sources("main");
    }

    static List<Path> sources(String tree) throws IOException {
        try (Stream<Path> walk = Files.walk(RepositoryFiles.get("examples/plugin/src/" + tree + "/java"))) {
            return new ArrayList<>(
                    walk.filter(path -> path.toString().endsWith(".java")).toList());
        }
    }
}
