package io.github.gmp.experiments.search.worker;

/** Nothing to set: {@code --threads} says how many trials run at once. */
public record LocalExecutorConfig() {}
