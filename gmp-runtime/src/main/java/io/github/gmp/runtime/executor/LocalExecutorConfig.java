package io.github.gmp.runtime.executor;

/** Nothing to set: {@code --threads} says how many tasks run at once. */
public record LocalExecutorConfig() {}
