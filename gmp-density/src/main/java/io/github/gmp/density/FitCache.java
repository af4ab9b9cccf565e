package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Fits densities, and remembers the Gaussians in a folder: a table of one element per file, found by the numbers that were fitted, the
 * configuration of the fitter and the version of this module. A file appears whole or not at all, so several processes may share the
 * folder; a damaged one is made again.
 */
final class FitCache {
    /** What hosts call the folder. */
    static final String PURPOSE = "density-fits";

    private static final Logger LOG = LogManager.getLogger(FitCache.class);

    private final DensityFitter fitter;
    private final ComponentSpec spec;
    private final Optional<Path> folder;

    /**
     * @param fitter fits what is not remembered
     * @param spec its configuration
     * @param folder where fits are kept; empty to keep none
     */
    FitCache(DensityFitter fitter, ComponentSpec spec, Optional<Path> folder) {
        this.fitter = fitter;
        this.spec = spec;
        this.folder = folder;
    }

    /**
     * {@return its Gaussians, the same whether remembered or not}
     *
     * @param data the density of one element
     * @throws DataException if the data cannot be fitted
     */
    GaussianMixture fit(RadialDensity data) {
        Optional<Path> file = folder.map(f -> f.resolve(key(data) + ".json"));
        return file.flatMap(known -> read(known, data.element())).orElseGet(() -> {
            FittedDensity fitted = fitter.fit(data);
            fitted.shortfall().ifPresent(what -> LOG.warn("{}: {}", data.origin(), what));
            file.ifPresent(target -> write(target, fitted));
            return fitted.mixture();
        });
    }

    private static Optional<GaussianMixture> read(Path file, Element element) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(GaussianTableReader.read(file).density(element));
        } catch (DataException e) {
            LOG.warn("{}; it is made again", e.getMessage());
            return Optional.empty();
        }
    }

    private void write(Path file, FittedDensity fitted) {
        Map<String, String> notes = Map.of("source", "fit of " + fitted.data().name());
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(temporary, fitter.table(notes, List.of(fitted)));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "cannot write to {}; densities will be fitted again next time: {}", file.getParent(), e.toString());
            deleteQuietly(temporary);
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.debug("left behind: {}", temporary, e);
        }
    }

    private String key(RadialDensity data) {
        MessageDigest digest = sha256();
        add(digest, data.element().symbol());
        add(digest, spec.type());
        // Sorted: the same configuration, whatever map the host made.
        add(digest, new TreeMap<>(spec.keys()).toString());
        add(digest, new DensityPlugin().version());
        ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * (2 * data.size() + 1));
        numbers.putDouble(data.electrons());
        for (int i = 0; i < data.size(); i++) {
            numbers.putDouble(data.radius(i)).putDouble(data.density(i));
        }
        digest.update(numbers.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
