package io.github.gmp.runtime.features;

import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.runtime.dataset.FrameRange;
import io.github.gmp.runtime.json.Json;

import java.nio.file.Path;
import java.util.List;

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

    /** What workers get. */
    private record Document(String target, int firstFrame, long frames, long atoms, List<RangeDocument> ranges) {}

    private record RangeDocument(String file, long frame, long offset, long line, int atoms, long frames) {
        static RangeDocument of(FrameRange range) {
            FramePlace first = range.first();
            return new RangeDocument(
                    range.file().toString(),
                    first.frame(),
                    first.offset(),
                    first.line(),
                    first.atoms(),
                    range.frames());
        }

        FrameRange range() {
            return new FrameRange(Path.of(file), new FramePlace(frame, offset, line, atoms), frames);
        }
    }

    String toJson() {
        return Json.line(new Document(
                target.toString(),
                firstFrame,
                frames,
                atoms,
                ranges.stream().map(RangeDocument::of).toList()));
    }

    /**
     * {@return the task}
     *
     * @param json what {@link #toJson} returned
     * @throws DataException if it is none
     */
    static ShardTask parse(String json) {
        Document document = Json.read(Document.class, json, "a task of gmp featurize");
        return new ShardTask(
                Path.of(document.target()),
                document.firstFrame(),
                document.frames(),
                document.atoms(),
                document.ranges().stream().map(RangeDocument::range).toList());
    }
}
