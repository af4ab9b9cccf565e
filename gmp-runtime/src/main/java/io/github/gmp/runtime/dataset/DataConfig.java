package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.runtime.files.NamedFile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code data} of a configuration: which structures are used, and how they are divided.
 *
 * @param files files of structures
 * @param validationFiles files of validation structures
 * @param testFiles files of test structures
 * @param format how to read the files
 * @param limit use the first frames only
 * @param split how {@code files} are divided
 * @param exclude frames to leave out
 * @param testWhere frames that become the test set
 */
public record DataConfig(
        @Param(
                doc = "Files of structures with labels, read one after the other. Relative names are relative to the"
                        + " configuration file.")
        List<NamedFile> files,

        @Param(
                doc = "Files that hold the validation structures; none are then taken from 'files'.",
                defaultValue = "[]")
        List<NamedFile> validationFiles,

        @Param(doc = "Files that hold the test structures; none are then taken from 'files'.", defaultValue = "[]")
        List<NamedFile> testFiles,

        @Param(doc = "How to read the files; by their names if absent.", kind = DatasetFormat.class)
        Optional<ComponentSpec> format,

        @Param(doc = "Use only so many frames from the beginning of 'files'; all if absent.", range = "[1, inf)")
        Optional<Integer> limit,

        @Param(doc = "How 'files' are divided into training, validation and test structures.", defaultValue = "{}")
        SplitConfig split,

        @Param(
                doc = "Frames to leave out: a key of the frame's comment line and the values that exclude it, e.g."
                        + " {config_type: [fluorine]}.",
                defaultValue = "{}")
        Map<String, List<String>> exclude,

        @Param(
                doc =
                        "Frames of 'files' that become the test set, and nothing else does: a key of the frame's comment line"
                                + " and the values, e.g. {config_type: [fluorine]} to test how well a model transfers to an"
                                + " element it has not seen.",
                defaultValue = "{}")
        Map<String, List<String>> testWhere) {
    /** Copies the collections. */
    public DataConfig {
        files = List.copyOf(files);
        validationFiles = List.copyOf(validationFiles);
        testFiles = List.copyOf(testFiles);
        exclude = Map.copyOf(exclude);
        testWhere = Map.copyOf(testWhere);
    }

    /**
     * No frames are set apart for the test by their keys.
     *
     * @param files files of structures
     * @param validationFiles files of validation structures
     * @param testFiles files of test structures
     * @param format how to read the files
     * @param limit use the first frames only
     * @param split how {@code files} are divided
     * @param exclude frames to leave out
     */
    public DataConfig(
            List<NamedFile> files,
            List<NamedFile> validationFiles,
            List<NamedFile> testFiles,
            Optional<ComponentSpec> format,
            Optional<Integer> limit,
            SplitConfig split,
            Map<String, List<String>> exclude) {
        this(files, validationFiles, testFiles, format, limit, split, exclude, Map.of());
    }
}
