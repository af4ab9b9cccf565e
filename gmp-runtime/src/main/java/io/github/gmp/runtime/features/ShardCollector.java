package io.github.gmp.runtime.features;

import io.github.gmp.api.task.Answer;
import io.github.gmp.runtime.progress.Progress;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers what is known of shards as they are done, in any order and on any thread. */
final class ShardCollector {
    private final List<ShardIndex.Shard> shards;
    private final Progress progress;
    private final InputFacts facts = new InputFacts();
    /** Hashes of shards that wait for an earlier one. */
    private final Map<Integer, String> waiting = new HashMap<>();

    private final long started = System.nanoTime();
    private int next;
    private long frames;
    private long atoms;
    private double cpuSeconds;

    ShardCollector(List<ShardIndex.Shard> shards, Progress progress) {
        this.shards = shards;
        this.progress = progress;
        progress.start(
                "features", shards.stream().mapToLong(ShardIndex.Shard::frames).sum());
    }

    synchronized void accept(Answer answer) {
        ShardIndex.Shard shard = shards.get(answer.number());
        ShardAnswer known = ShardAnswer.parse(answer.json());
        waiting.put(answer.number(), known.hashes());
        // The hash of the data is that of the structures in their order.
        for (String hashes = waiting.remove(next); hashes != null; hashes = waiting.remove(next)) {
            facts.add(hashes);
            next++;
        }
        frames += shard.frames();
        atoms += shard.atoms();
        cpuSeconds += known.cpuSeconds();
        progress.note(
                String.format(Locale.ROOT, "%,.0f structures/s", frames / ((System.nanoTime() - started) * 1e-9)));
        progress.advance(shard.frames());
    }

    /** {@return what was read, to be asked at the end} */
    synchronized Map<String, ?> input() {
        if (next != shards.size()) {
            throw new IllegalStateException("the executor answered " + next + " of " + shards.size() + " shards");
        }
        return facts.of(frames, atoms);
    }

    synchronized long frames() {
        return frames;
    }

    synchronized long atoms() {
        return atoms;
    }

    synchronized double cpuSeconds() {
        return cpuSeconds;
    }
}
