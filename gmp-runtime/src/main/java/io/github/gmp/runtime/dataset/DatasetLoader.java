package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the structures of a data section into memory and checks them. */
public final class DatasetLoader {
    private final DatasetFormats formats;

    /** @param formats finds the format of a file */
    @Inject
    public DatasetLoader(DatasetFormats formats) {
        this.formats = formats;
    }

    /**
     * {@return the data set}
     *
     * @param config the data section
     * @param progress told about every frame
     * @throws DataException if a file cannot be read or is malformed, a label is not finite, or nothing is left
     */
    public Dataset load(DataConfig config, Progress progress) {
        progress.start("reading structures", -1);
        try {
            List<LabeledStructure> isolatedAtoms = new ArrayList<>();
            // The limit is for the files to divide; separate validation and test files are taken whole.
            int limit = config.limit().orElse(Integer.MAX_VALUE);
            List<LabeledStructure> structures = read(config.files(), limit, config, isolatedAtoms, progress);
            List<LabeledStructure> heldOut = structures.stream()
                    .filter(frame -> matches(frame, config.testWhere()))
                    .toList();
            if (!config.testWhere().isEmpty() && heldOut.isEmpty()) {
                throw new DataException(
                        "data.testWhere: no structure of " + names(config) + " has " + config.testWhere());
            }
            structures.removeIf(frame -> matches(frame, config.testWhere()));
            if (structures.isEmpty()) {
                throw new DataException(nothingLeft(config));
            }
            List<LabeledStructure> validation =
                    read(config.validationFiles(), Integer.MAX_VALUE, config, isolatedAtoms, progress);
            List<LabeledStructure> test = read(config.testFiles(), Integer.MAX_VALUE, config, isolatedAtoms, progress);
            test.addAll(heldOut);
            List<String> files = Stream.of(config.files(), config.validationFiles(), config.testFiles())
                    .flatMap(List::stream)
                    .map(NamedFile::name)
                    .toList();
            return new Dataset(structures, validation, test, isolatedAtoms, files);
        } finally {
            progress.finish();
        }
    }

    private List<LabeledStructure> read(
            List<NamedFile> files,
            int limit,
            DataConfig config,
            List<LabeledStructure> isolatedAtoms,
            Progress progress) {
        List<LabeledStructure> kept = new ArrayList<>();
        for (NamedFile named : files) {
            Path file = named.path();
            DatasetFormat format = formats.formatOf(config.format(), file);
            try (Stream<LabeledStructure> frames = DatasetFormats.open(format, file)) {
                Iterator<LabeledStructure> iterator = frames.iterator();
                while (kept.size() < limit && iterator.hasNext()) {
                    LabeledStructure frame = iterator.next();
                    progress.advance(1);
                    LabelCheck.requireSound(frame);
                    if (IsolatedAtoms.isOne(frame)) {
                        isolatedAtoms.add(frame);
                    } else if (!matches(frame, config.exclude())) {
                        kept.add(frame);
                    }
                }
            } catch (UncheckedIOException e) {
                throw DatasetFormats.unreadable(file, e.getCause());
            }
        }
        return kept;
    }

    private static String nothingLeft(DataConfig config) {
        String files = names(config);
        return files.isEmpty()
                ? "data.files: names no file"
                : files + ": no structures" + (config.exclude().isEmpty() ? "" : " are left after data.exclude");
    }

    private static String names(DataConfig config) {
        return String.join(", ", config.files().stream().map(NamedFile::name).toList());
    }

    private static boolean matches(LabeledStructure frame, Map<String, List<String>> rules) {
        return rules.entrySet().stream().anyMatch(rule -> {
            String value = frame.info().get(rule.getKey());
            return value != null && rule.getValue().contains(value);
        });
    }
}
