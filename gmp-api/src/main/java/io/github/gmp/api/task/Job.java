package io.github.gmp.api.task;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all tasks of one run of a command share. A worker in another process needs this, the files, and the same versions; the tasks say the
 * rest.
 *
 * @param kind what the tasks are, as the host of GMP calls it: {@code search} for trials of a search, {@code featurize} for shards of features
 * @param id identifies job, files and versions: workers of jobs with the same id may be shared
 * @param name name of the run, for logs and displays
 * @param baseDirectory the folder, on the machine of the command, that relative names of files start from
 * @param files files that tasks read
 * @param versions versions of all that the bits of a result depend on, by name; a worker with others refuses the job
 * @param json what else the tasks share, as one JSON object
 */
public record Job(
        String kind,
        String id,
        String name,
        String baseDirectory,
        List<InputFile> files,
        Map<String, String> versions,
        String json) {
    /** Copies the collections; versions are sorted by name. */
    public Job {
        files = List.copyOf(files);
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /**
     * A file (or folder of files) that tasks read.
     *
     * @param name its name in the configuration, relative to the base directory or absolute
     * @param sha256 SHA-256 of its contents, in hexadecimal (of a folder: of names and hashes of its files)
     */
    public record InputFile(String name, String sha256) {}
}
