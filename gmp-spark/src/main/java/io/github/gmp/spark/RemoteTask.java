package io.github.gmp.spark;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.storage.BlockManagerId;
import scala.Function1;
import scala.collection.Iterator;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Spark sends to its executors: a job as text, and how one of its tasks is run there. It is the only class of GMP that Java serializes,
 * because Spark knows no other way for what it runs; it holds nothing but text and is never stored.
 */
final class RemoteTask implements Function1<Iterator<String>, String[]>, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String id;
    private final String name;
    private final String baseDirectory;
    /** Names and hashes by turns. */
    private final String[] files;
    /** Names and versions by turns. */
    private final String[] versions;

    private final String json;

    RemoteTask(Job job) {
        kind = job.kind();
        id = job.id();
        name = job.name();
        baseDirectory = job.baseDirectory();
        List<String> namesAndHashes = new ArrayList<>();
        job.files().forEach(file -> {
            namesAndHashes.add(file.name());
            namesAndHashes.add(file.sha256());
        });
        files = namesAndHashes.toArray(String[]::new);
        List<String> namesAndVersions = new ArrayList<>();
        job.versions().forEach((component, version) -> {
            namesAndVersions.add(component);
            namesAndVersions.add(version);
        });
        versions = namesAndVersions.toArray(String[]::new);
        json = job.json();
    }

    /** On an executor: runs the one task of a partition. */
    @Override
    public String[] apply(Iterator<String> partition) {
        TaskContext context = TaskContext.get();
        Task task = new Task(context.partitionId(), partition.next());
        try {
            return Workers.of(job())
                    .run(task, context::isInterrupted)
                    .map(RemoteAnswer::answered)
                    .orElseGet(RemoteAnswer::cancelled)
                    .toTexts();
        } catch (GmpException e) {
            // As an answer: Spark would try again, and would bury the message in its own.
            return RemoteAnswer.refused(where() + e.getMessage()).toTexts();
        }
    }

    /** Which machine it is, where there are several. */
    private static String where() {
        BlockManagerId place = SparkEnv.get().blockManager().blockManagerId();
        return place.isDriver() ? "" : "executor " + place.executorId() + " on " + place.host() + ": ";
    }

    /** {@return the job that was given} */
    Job job() {
        List<Job.InputFile> jobFiles = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            jobFiles.add(new Job.InputFile(files[i], files[i + 1]));
        }
        Map<String, String> jobVersions = new LinkedHashMap<>();
        for (int i = 0; i < versions.length; i += 2) {
            jobVersions.put(versions[i], versions[i + 1]);
        }
        return new Job(kind, id, name, baseDirectory, jobFiles, jobVersions, json);
    }
}
