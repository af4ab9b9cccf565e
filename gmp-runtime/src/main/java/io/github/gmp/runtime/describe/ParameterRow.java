package io.github.gmp.runtime.describe;

/**
 * One parameter, in words.
 *
 * @param key its key; those of nested records follow a dot, those of lists of records {@code []}
 * @param type what belongs there
 * @param unit its unit; empty for none
 * @param defaultText its default as YAML, {@code required}, or empty if it is optional without default
 * @param range the allowed interval; empty for any
 * @param doc what it means
 */
record ParameterRow(String key, String type, String unit, String defaultText, String range, String doc) {}
