package io.github.gmp.runtime.features;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.gmp.runtime.RunEnvironment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What made the features of an archive, as the archive says it.
 *
 * @param descriptor resolved configuration of the descriptor
 * @param descriptorFiles SHA-256 of each file that it names
 * @param descriptorState SHA-256 of the constants that it took from data, if it takes any
 * @param versions versions of plugins and host, and which kernels ran
 * @param environment what they were computed on
 * @param inputs names of the files of structures
 */
record FeatureProvenance(
        Map<String, Object> descriptor,
        Map<String, String> descriptorFiles,
        Optional<String> descriptorState,
        Map<String, String> versions,
        @JsonUnwrapped RunEnvironment environment,
        List<String> inputs) {}
