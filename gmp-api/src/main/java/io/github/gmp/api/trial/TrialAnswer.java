package io.github.gmp.api.trial;

/**
 * What a task came to, as plain data. A trial that failed (divergence, out of memory, out of time) is an answer too.
 *
 * @param number number of the task
 * @param json the result as one JSON object, as {@link TrialWorker#run} returned it
 */
public record TrialAnswer(int number, String json) {}
