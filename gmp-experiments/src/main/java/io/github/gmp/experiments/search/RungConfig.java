package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.Param;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cheaper kind of trial that candidates have to pass before the full one.
 *
 * @param set what is different from the full trial
 * @param keep share of the candidates that goes on to the next rung
 */
public record RungConfig(
        @Param(
                doc =
                        "What is different from the full trial: keys of descriptor and regressor by their paths (or one of"
                                + " them as a whole, e.g. {regressor: {type: ridge}}), data.split.train and data.split.validation.")
        Map<String, Object> set,

        @Param(
                doc = "Share of each generation's candidates that goes on to the next rung: the first by non-dominated"
                        + " rank, then by crowding distance; at least one.",
                defaultValue = "0.5",
                range = "(0, 1]")
        double keep) {
    /** Copies the map, keeping its order. */
    public RungConfig {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
