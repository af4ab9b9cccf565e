package io.github.gmp.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of GMP, written into a resource by the build. */
public final class GmpVersion {
    private static final String RESOURCE = "/io/github/gmp/experiments/version.properties";

    private GmpVersion() {}

    /** @return the version, e.g. {@code 0.1.0} */
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
}
