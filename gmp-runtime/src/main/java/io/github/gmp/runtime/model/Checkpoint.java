package io.github.gmp.runtime.model;

import io.github.gmp.api.state.ModelState;

import java.util.Map;

/**
 * A training after one of its epochs.
 *
 * @param epoch number of the epoch, from 1
 * @param training what the training depends on, as plain data: configuration, hashes of data and files, versions. It can be continued only
 *     where all of it is the same
 * @param state what the trainer goes on from
 */
public record Checkpoint(int epoch, Map<String, Object> training, ModelState state) {}
