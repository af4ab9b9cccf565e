package io.github.gmp.api.trial;

/**
 * One trial as plain data: everything that its result depends on, beside the files of its {@link TrialJob}. Tasks are independent of one
 * another.
 *
 * @param number number within the call of {@link TrialExecutor.Session#run}, from 0
 * @param json the trial as one JSON object: resolved configurations of descriptor, regressor and data, hash of the data, seed
 */
public record TrialTask(int number, String json) {}
