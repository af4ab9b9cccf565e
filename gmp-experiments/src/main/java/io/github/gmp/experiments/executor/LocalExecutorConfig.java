package io.github.gmp.experiments.executor;

/** Nothing to set: {@code --threads} says how many tasks run at once. */
public record LocalExecutorConfig() {}
