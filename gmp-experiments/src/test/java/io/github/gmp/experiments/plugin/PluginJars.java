package io.github.gmp.experiments.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.plugin.Plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds plugin jars from sources, as someone outside of this project would. */
public final class PluginJars {
    private PluginJars() {}

    /**
     * @param sources Java files
     * @param provider class named in META-INF/services; empty for none
     * @param jar the jar to write
     */
    public static void build(List<Path> sources, String provider, Path jar) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean good = compiler.getTask(
                            output,
                            files,
                            null,
                            List.of("--release", "17", "-Xlint:all", "-proc:none", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(good).as(output.toString()).isTrue();
            assertThat(output.toString()).as("warnings of the compiler").isEmpty();
        }
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        if (!provider.isEmpty()) {
            entries.put("META-INF/services/" + Plugin.class.getName(), provider.getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new JarEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /**
     * @param folder where to put the jar
     * @param className simple name of the class, which is in no package
     * @param source its source
     * @return the jar
     */
    public static Path build(Path folder, String className, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources-" + className));
        Path file = Files.writeString(sources.resolve(className + ".java"), source);
        Path jar = folder.resolve(className + ".jar");
        build(List.of(file), className, jar);
        return jar;
    }
}
