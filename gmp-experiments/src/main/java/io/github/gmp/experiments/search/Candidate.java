package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.FileHashes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration to try: like one written by hand, it went through the strict binder.
 *
 * @param values the searched values by path
 * @param descriptor the resolved descriptor
 * @param regressor the resolved regressor
 * @param hash hash of descriptor and regressor with the contents of their files: identifies the candidate
 * @param refusal why the binder refused it, in which case descriptor and regressor are as they were proposed
 */
public record Candidate(
        Map<String, Object> values,
        ComponentSpec descriptor,
        ComponentSpec regressor,
        String hash,
        Optional<String> refusal) {
    public Candidate {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Candidate of(Map<String, Object> values, ComponentSpec descriptor, ComponentSpec regressor) {
        return of(values, descriptor, regressor, new FileHashes());
    }

    static Candidate of(
            Map<String, Object> values, ComponentSpec descriptor, ComponentSpec regressor, FileHashes files) {
        return new Candidate(values, descriptor, regressor, hash(descriptor, regressor, files), Optional.empty());
    }

    static Candidate refused(
            Map<String, Object> values,
            ComponentSpec descriptor,
            ComponentSpec regressor,
            FileHashes files,
            String reason) {
        return new Candidate(values, descriptor, regressor, hash(descriptor, regressor, files), Optional.of(reason));
    }

    private static String hash(ComponentSpec descriptor, ComponentSpec regressor, FileHashes files) {
        return files.hashOf(Map.of("descriptor", descriptor, "regressor", regressor));
    }
}
