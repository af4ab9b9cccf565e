package io.github.gmp.api.task;

/**
 * A part of the work as plain data, e.g. a trial of a search: everything that its result depends on, beside its {@link Job} and the files of
 * that. Tasks are independent of one another.
 *
 * @param number number within the call of {@link TaskExecutor.Session#run}, from 0
 * @param json the task as one JSON object; of a trial: resolved configurations of descriptor, regressor and data, hash of the data, seed
 */
public record Task(int number, String json) {}
