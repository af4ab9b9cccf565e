package io.github.gmp.runtime.config;

import java.util.Map;

/**
 * A configuration that passed all checks.
 *
 * @param config the record
 * @param resolved the same as plain data: defaults filled in, presets expanded, keys sorted, files as
 *     {@link io.github.gmp.runtime.files.NamedFile}s; what is written beside results
 * @param hash SHA-256 of the canonical JSON of {@code resolved}, in hexadecimal: it identifies the run
 * @param <C> the record
 */
public record BoundConfig<C extends Record>(C config, Map<String, Object> resolved, String hash) {}
