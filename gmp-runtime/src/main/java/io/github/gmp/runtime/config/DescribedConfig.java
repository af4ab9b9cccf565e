package io.github.gmp.runtime.config;

/**
 * A configuration file that {@code gmp describe NAME} documents. Features add theirs to the Guice multibinder of this type: {@code
 * Multibinder.newSetBinder(binder(), DescribedConfig.class).addBinding().toInstance(new DescribedConfig(…))}.
 *
 * @param name the name to ask for, usually that of the command
 * @param description one or two sentences
 * @param type the record
 */
public record DescribedConfig(String name, String description, Class<? extends Record> type) {}
