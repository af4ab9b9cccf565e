package io.github.gmp.experiments.train;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.json.Json;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the bits of a trained model depend on, as plain data that can be compared with what was read from a file. */
final class TrainingIdentity {
    private TrainingIdentity() {}

    /**
     * {@return configuration, hash of the data in the order of the split, hashes of files, versions}
     *
     * @param prepared a training
     * @param folder the folder of its run: names of files are as seen from there, wherever the configuration was read from
     * @param versions versions of everything, and the kernel
     */
    static Map<String, Object> of(PreparedTraining prepared, Path folder, Map<String, String> versions) {
        TrainConfig config = prepared.config().config();
        FileHashes hashes = new FileHashes();
        Map<String, String> files = new LinkedHashMap<>();
        for (ComponentSpec component : List.of(config.descriptor(), config.regressor())) {
            files.putAll(hashes.byName(NamedFiles.seenFrom(folder, component.keys())));
        }
        return Json.plain(new Document(
                NamedFiles.seenFrom(folder, prepared.config().resolved()),
                prepared.data().hash(),
                files,
                versions));
    }

    private record Document(
            Map<String, Object> configuration, String data, Map<String, String> files, Map<String, String> versions) {}
}
