package io.github.gmp.runtime.features;

import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.runtime.dataset.FrameRange;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One shard, as plain data for workers.
 *
 * @param target the file to write
 * @param firstFrame number of its first structure over all inputs
 * @param frames number of structures
 * @param atoms number of atoms
 * @param ranges where they are
 */
record ShardTask(Path target, int firstFrame, long frames, long atoms, List<FrameRange> ranges) {
    ShardTask {
        ranges = List.copyOf(ranges);
    }

    String toJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("target", target.toString());
        map.put("firstFrame", (long) firstFrame);
        map.put("frames", frames);
        map.put("atoms", atoms);
        map.put("ranges", ranges.stream().map(ShardTask::map).toList());
        return PlainJson.line(map);
    }

    private static Map<String, Object> map(FrameRange range) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", range.file().toString());
        map.put("frame", range.first().frame());
        map.put("offset", range.first().offset());
        map.put("line", range.first().line());
        map.put("atoms", (long) range.first().atoms());
        map.put("frames", range.frames());
        return map;
    }

    /**
     * {@return the task}
     *
     * @param json what {@link #toJson} returned
     * @throws IllegalArgumentException if it is none
     */
    static ShardTask parse(String json) {
        try {
            Map<?, ?> map = PlainJson.read(json);
            List<FrameRange> ranges = new ArrayList<>();
            for (Object range : (List<?>) map.get("ranges")) {
                ranges.add(range((Map<?, ?>) range));
            }
            return new ShardTask(
                    Path.of((String) map.get("target")),
                    Math.toIntExact((Long) map.get("firstFrame")),
                    (Long) map.get("frames"),
                    (Long) map.get("atoms"),
                    ranges);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a task of this version of gmp featurize: " + json, e);
        }
    }

    private static FrameRange range(Map<?, ?> map) {
        FramePlace first = new FramePlace(
                (Long) map.get("frame"), (Long) map.get("offset"), (Long) map.get("line"), Math.toIntExact((Long)
                        map.get("atoms")));
        return new FrameRange(Path.of((String) map.get("file")), first, (Long) map.get("frames"));
    }
}
