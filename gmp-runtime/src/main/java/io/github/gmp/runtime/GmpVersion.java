package io.github.gmp.runtime;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The version of GMP, written into a resource by the build. */
public final class GmpVersion {
    private static final String RESOURCE = "/io/github/gmp/runtime/version.properties";

    private GmpVersion() {}

    /** {@return the version, e.g. {@code 0.1.0}} */
    public static String number() {
        try (InputStream stream = GmpVersion.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * What the bits of a result depend on beside data and configuration: kernels differ in the last of them.
     *
     * @param plugins version of each plugin
     * @return versions of plugins, of the host, and which kernels run
     */
    public static Map<String, String> ofResults(Map<String, String> plugins) {
        Map<String, String> versions = new TreeMap<>(plugins);
        versions.put("gmp", number());
        versions.put("kernel", KernelChoice.ofProcess().label());
        return versions;
    }

    /**
     * @param job a job
     * @param here versions of this process, as {@link #ofResults} tells them
     * @throws GmpException if the job was made by others
     */
    public static void requireSame(Job job, Map<String, String> here) {
        TreeSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(job.versions().keySet());
        for (String name : names) {
            String mine = here.getOrDefault(name, "none");
            String theirs = job.versions().getOrDefault(name, "none");
            if (!mine.equals(theirs)) {
                throw new GmpException("this worker cannot run tasks of " + job.name() + ": its " + name + " is " + mine
                        + ", that of the command is " + theirs);
            }
        }
    }
}
