package io.github.gmp.io.extxyz;

import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the energy and the stress of a frame from its keys, and finds the column of its forces. */
final class FrameLabels {
    /** Relative to the largest component; labels are often printed with few digits. */
    private static final double STRESS_TOLERANCE = 1e-2;
    /** In eV/Å³ (virials: eV): below it there is only noise, e.g. in a relaxed cell. */
    private static final double STRESS_NOISE = 1e-6;

    private static final String[] COMPONENTS = {"xx", "xy", "xz", "yx", "yy", "yz", "zx", "zy", "zz"};
    /** Where xx yy zz yz xz xy stand in a row-major matrix. */
    private static final int[] FROM_VOIGT = {0, 5, 4, 5, 1, 3, 4, 3, 2};

    private static final List<String> STRESS_OR_VIRIAL_KEYS = Stream.concat(
                    LabelNames.STRESS_KEYS.stream(), LabelNames.VIRIAL_KEYS.stream())
            .toList();

    private final ExtxyzConfig config;
    private final LabelChoice choice = new LabelChoice();

    FrameLabels(ExtxyzConfig config) {
        this.config = config;
    }

    /**
     * {@return the name of the column of forces, empty if there is none}
     *
     * @param header the comment line of a frame
     */
    Optional<String> forcesColumn(FrameHeader header) {
        List<String> columns = header.layout().columns().stream()
                .map(ColumnLayout.Column::name)
                .toList();
        return choice.choose(
                LabelNames.FORCES, config.forcesKey(), LabelNames.FORCES_COLUMNS, Set.copyOf(columns), header.place());
    }

    /**
     * Adds energy, stress and the remaining keys.
     *
     * @param header the comment line
     * @param frame gets the labels
     */
    void addTo(FrameHeader header, LabeledStructure.Builder frame) {
        Map<String, String> keys = header.keys();
        Optional<String> energyKey = choice.choose(
                LabelNames.ENERGY, config.energyKey(), LabelNames.ENERGY_KEYS, keys.keySet(), header.place());
        energyKey.ifPresent(key -> {
            frame.energy(energy(key, text(key, header), header.place()));
            frame.labelKey(LabelNames.ENERGY, key);
        });
        Optional<String> stressKey = stressKey(header);
        stressKey.ifPresent(key -> {
            frame.stress(stress(key, header));
            frame.labelKey(LabelNames.STRESS, key);
        });
        checkAgreement(header);
        keys.forEach((key, text) -> {
            boolean label = energyKey.filter(key::equals).isPresent()
                    || stressKey.filter(key::equals).isPresent();
            if (!label) {
                frame.info(key, text);
            }
        });
    }

    /** The text of a key that was found. */
    private static String text(String key, FrameHeader header) {
        return Objects.requireNonNull(header.keys().get(key));
    }

    private static double energy(String key, String text, FilePosition place) {
        double[] values = FrameHeader.numbers(key, text, place);
        if (values.length != 1) {
            throw place.problem(key + " is '" + text + "'; one number, the energy in eV, was expected");
        }
        return values[0];
    }

    /** A virial says nothing of the stress without a volume; it is then left among the other keys. */
    private Optional<String> stressKey(FrameHeader header) {
        Optional<String> key = choice.choose(
                LabelNames.STRESS,
                config.stressKey(),
                header.cell().isFullyPeriodic() ? STRESS_OR_VIRIAL_KEYS : LabelNames.STRESS_KEYS,
                header.keys().keySet(),
                header.place());
        boolean needsVolume = key.isPresent() && LabelNames.isVirial(key.get());
        if (needsVolume && !header.cell().isFullyPeriodic()) {
            throw header.place()
                    .problem("the stress is to be read from '" + key.get()
                            + "', but the structure is not periodic along three axes and has no volume");
        }
        return key;
    }

    private static double[] stress(String key, FrameHeader header) {
        double[] given = matrix(key, text(key, header), header.place());
        if (!LabelNames.isVirial(key)) {
            return given;
        }
        Cell cell = header.cell();
        double volume = cell.volume();
        for (int i = 0; i < given.length; i++) {
            given[i] = -given[i] / volume;
        }
        return given;
    }

    private static double[] matrix(String key, String text, FilePosition place) {
        double[] values = FrameHeader.numbers(key, text, place);
        if (values.length != 6 && values.length != 9) {
            throw place.problem(key + " has " + values.length + (values.length == 1 ? " number" : " numbers")
                    + "; 6 (xx yy zz yz xz xy) or 9 were expected");
        }
        double[] matrix = new double[9];
        for (int i = 0; i < 9; i++) {
            matrix[i] = values.length == 9 ? values[i] : values[FROM_VOIGT[i]];
        }
        for (int i = 0; i < 9; i++) {
            int mirrored = 3 * (i % 3) + i / 3;
            if (differ(matrix, matrix, i, mirrored)) {
                throw place.problem(key + " is not symmetric: " + COMPONENTS[i] + " = " + matrix[i] + ", "
                        + COMPONENTS[mirrored] + " = " + matrix[mirrored]);
            }
        }
        return matrix;
    }

    /** A frame with both a stress and a virial must mean the same by them; the usual cause is the opposite sign convention. */
    private void checkAgreement(FrameHeader header) {
        if (config.stressKey().isPresent() || !header.cell().isFullyPeriodic()) {
            return;
        }
        Set<String> present = header.keys().keySet();
        Optional<String> stressKey =
                LabelNames.STRESS_KEYS.stream().filter(present::contains).findFirst();
        Optional<String> virialKey =
                LabelNames.VIRIAL_KEYS.stream().filter(present::contains).findFirst();
        if (stressKey.isEmpty() || virialKey.isEmpty()) {
            return;
        }
        double[] stress = stress(stressKey.get(), header);
        double[] fromVirial = stress(virialKey.get(), header);
        for (int i = 0; i < 9; i++) {
            if (differ(stress, fromVirial, i, i)) {
                throw header.place()
                        .problem("stress and virial contradict each other: " + COMPONENTS[i] + " of '" + stressKey.get()
                                + "' is " + stress[i] + ", but -virial/volume from '" + virialKey.get() + "' is "
                                + fromVirial[i] + " eV/Å³; set stressKey to the one that is meant");
            }
        }
    }

    private static boolean differ(double[] first, double[] second, int i, int j) {
        double largest = 0;
        for (int k = 0; k < 9; k++) {
            largest = Math.max(largest, Math.max(Math.abs(first[k]), Math.abs(second[k])));
        }
        return Math.abs(first[i] - second[j]) > STRESS_TOLERANCE * largest + STRESS_NOISE;
    }
}
