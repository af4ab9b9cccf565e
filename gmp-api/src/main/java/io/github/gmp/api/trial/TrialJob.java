package io.github.gmp.api.trial;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all tasks of one search share. A worker in another process needs this, the files, and the same versions; the tasks say the rest.
 *
 * @param id identifies job, files and versions: workers of jobs with the same id may be shared
 * @param name name of the search, for logs and displays
 * @param baseDirectory the folder, on the machine of the search, that relative names of files start from
 * @param files the files that tasks read
 * @param versions versions of all that the bits of a result depend on, by name; a worker with others refuses the job
 */
public record TrialJob(
        String id, String name, String baseDirectory, List<TrialFile> files, Map<String, String> versions) {
    /** Copies the collections; versions are sorted by name. */
    public TrialJob {
        files = List.copyOf(files);
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /**
     * A file (or folder of files) that tasks read.
     *
     * @param name its name in the configuration, relative to the base directory or absolute
     * @param sha256 SHA-256 of its contents, in hexadecimal (of a folder: of names and hashes of its files)
     */
    public record TrialFile(String name, String sha256) {}
}
