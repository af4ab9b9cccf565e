package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds structures that occur more than once, equal up to {@value #RESOLUTION} Å in every coordinate. */
final class DuplicateFinder {
    /** Finer than any two frames of a trajectory, coarser than the digits that files are written with. */
    static final double RESOLUTION = 1e-5;

    private final Map<String, LabeledStructure> first = new HashMap<>();
    private int duplicates;
    private String example = "";

    /** {@return whether an equal structure was added before} */
    boolean add(LabeledStructure frame) {
        LabeledStructure earlier = first.putIfAbsent(key(frame.structure()), frame);
        if (earlier == null) {
            return false;
        }
        if (duplicates++ == 0) {
            example = earlier.source() + " and " + frame.source();
        }
        return true;
    }

    /** {@return the number of structures that repeat an earlier one} */
    int duplicates() {
        return duplicates;
    }

    /** {@return the first pair found; empty if there is none} */
    String example() {
        return example;
    }

    /** {@return a warning per pair of sets that share structures} */
    static List<String> acrossSets(
            List<LabeledStructure> train, List<LabeledStructure> validation, List<LabeledStructure> test) {
        List<String> warnings = new ArrayList<>();
        compare("training", train, "validation", validation, warnings);
        compare("training", train, "test", test, warnings);
        compare("validation", validation, "test", test, warnings);
        return warnings;
    }

    private static void compare(
            String nameA, List<LabeledStructure> a, String nameB, List<LabeledStructure> b, List<String> warnings) {
        Map<String, LabeledStructure> known = new HashMap<>();
        a.forEach(frame -> known.putIfAbsent(key(frame.structure()), frame));
        int shared = 0;
        String example = "";
        for (LabeledStructure frame : b) {
            LabeledStructure twin = known.get(key(frame.structure()));
            if (twin != null && shared++ == 0) {
                example = twin.source() + " and " + frame.source();
            }
        }
        if (shared > 0) {
            warnings.add(shared + " of " + b.size() + " " + nameB + " structures are also " + nameA
                    + " structures, so errors look smaller than they are (first: " + example + ")");
        }
    }

    private static String key(AtomicStructure structure) {
        return DatasetHash.of(structure.withPositions(rounded(structure.positions())));
    }

    private static double[] rounded(double[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.rint(values[i] / RESOLUTION);
        }
        return result;
    }
}
