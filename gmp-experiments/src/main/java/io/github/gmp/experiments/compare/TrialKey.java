package io.github.gmp.experiments.compare;

import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a trial's errors depend on, as a hash: a stored result is used again only for the same.
 *
 * @param combination descriptor and regressor
 * @param seed the seed
 * @param hash SHA-256 (hex) of resolved configurations, files they name, data, split, seed, versions
 */
record TrialKey(Combination combination, long seed, String hash) {
    /** Counts up when results of the same configuration change their meaning. */
    private static final long FORMAT = 1;

    private static final int SHOWN_DIGITS = 12;

    static TrialKey of(
            Combination combination,
            long seed,
            SplitDataset data,
            boolean forces,
            Map<String, String> versions,
            FileHashes files) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("format", FORMAT);
        parts.put("descriptor", combination.descriptor().descriptor());
        parts.put("regressor", combination.regressor().regressor());
        parts.put("data", data.hash());
        parts.put("isolatedAtoms", isolatedAtoms(data));
        parts.put("forces", forces);
        parts.put("seed", seed);
        parts.put("versions", versions);
        return new TrialKey(combination, seed, files.hashOf(parts));
    }

    /** A file name that people can read, and that is different for different trials. */
    String fileName() {
        return slug(combination.descriptor().name()) + "--"
                + slug(combination.regressor().name()) + "--seed-" + seed + "--" + hash.substring(0, SHOWN_DIGITS)
                + ".json";
    }

    private static Map<String, Double> isolatedAtoms(SplitDataset data) {
        Map<String, Double> energies = new TreeMap<>();
        for (Map.Entry<Element, Double> entry : data.isolatedAtoms().entrySet()) {
            energies.put(entry.getKey().symbol(), entry.getValue());
        }
        return energies;
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(40, slug.length()));
    }
}
