package io.github.gmp.api.task;

/**
 * What a task came to, as plain data. A trial of a search that failed (divergence, out of memory, out of time) is an answer too.
 *
 * @param number number of the task
 * @param json the result as one JSON object, as {@link Worker#run} returned it
 */
public record Answer(int number, String json) {}
