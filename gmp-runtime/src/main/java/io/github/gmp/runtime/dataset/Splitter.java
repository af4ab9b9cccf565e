package io.github.gmp.runtime.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Divides a data set into training, validation and test structures, reproducibly from a seed. The test set is drawn first, then the
 * validation set, then the training set: so runs that differ in the number of training structures only are tested on the same ones.
 */
public final class Splitter {
    private static final String FRACTION_OR_COUNT = "a whole number from 1 on, or a fraction below 1";

    private Splitter() {}

    /**
     * {@return the three sets; each keeps the order of the data set}
     *
     * @param dataset a data set
     * @param config the shares
     * @throws DataException if a set comes out empty, more is asked for than there is, or an energy or a group key is missing
     * @throws ConfigException if a share is neither a count nor a fraction
     */
    public static SplitDataset split(Dataset dataset, SplitConfig config) {
        List<LabeledStructure> structures = dataset.structures();
        for (List<LabeledStructure> part : List.of(structures, dataset.validation(), dataset.test())) {
            part.forEach(LabelCheck::requireEnergy);
        }
        int total = structures.size();
        int testCount = dataset.test().isEmpty() ? count("test", config.test(), total) : 0;
        int validationCount = dataset.validation().isEmpty() ? count("validation", config.validation(), total) : 0;
        int trainCount = config.train().isPresent()
                ? count("train", config.train().get(), total)
                : Math.max(0, total - testCount - validationCount);
        requireEnough(trainCount, validationCount, testCount, total, dataset.files());

        List<List<Integer>> units = shuffled(units(structures, config), config.seed());
        List<String> warnings = new ArrayList<>();
        List<LabeledStructure> test = dataset.test().isEmpty()
                ? take(structures, units, testCount, "test", config, warnings)
                : dataset.test();
        List<LabeledStructure> validation = dataset.validation().isEmpty()
                ? take(structures, units, validationCount, "validation", config, warnings)
                : dataset.validation();
        // Without a train share the training set is all that is left, whatever group sizes did to the other two.
        int wanted = config.train().isPresent()
                ? trainCount
                : units.stream().mapToInt(List::size).sum();
        List<LabeledStructure> train = take(structures, units, wanted, "train", config, warnings);
        requireNotEmpty("train", train, total);
        requireNotEmpty("validation", validation, total);
        if (testCount > 0) {
            requireNotEmpty("test", test, total);
        }
        warnings.addAll(DuplicateFinder.acrossSets(train, validation, test));
        return new SplitDataset(
                train,
                validation,
                test,
                isolatedAtomEnergies(dataset.isolatedAtoms()),
                DatasetHash.of(List.of(train, validation, test)),
                warnings);
    }

    private static int count(String key, double share, int total) {
        if (share < 1) {
            int count = (int) Math.floor(share * total + 1e-9);
            if (count == 0 && share > 0) {
                throw new DataException("data.split." + key + ": the set is empty: " + share + " of " + total
                        + " structures is less than one; use more structures or a larger share");
            }
            return count;
        }
        if (share != Math.rint(share) || share > Integer.MAX_VALUE) {
            throw ConfigException.invalid("data.split." + key, share, FRACTION_OR_COUNT);
        }
        return (int) share;
    }

    private static void requireEnough(int train, int validation, int test, int total, List<String> files) {
        long sum = (long) train + validation + test;
        if (sum > total) {
            throw new DataException(
                    "data.split: asks for " + train + " training + " + validation + " validation + " + test + " test = "
                            + sum + " structures, but there are " + total + " (in " + String.join(", ", files) + ")");
        }
    }

    private static void requireNotEmpty(String key, List<LabeledStructure> set, int total) {
        if (set.isEmpty()) {
            throw new DataException("data.split." + key + ": the set is empty: nothing is left of " + total
                    + " structures; make the other sets smaller or use more structures");
        }
    }

    /** {@return the indices that stay together} */
    private static List<List<Integer>> units(List<LabeledStructure> structures, SplitConfig config) {
        Map<String, List<Integer>> units = new LinkedHashMap<>();
        for (int s = 0; s < structures.size(); s++) {
            String unit = String.valueOf(s);
            if (config.group().isPresent()) {
                LabeledStructure frame = structures.get(s);
                unit = frame.info().get(config.group().get());
                if (unit == null) {
                    throw new DataException(frame.source() + ": has no key '"
                            + config.group().get() + "', which data.split.group names (its keys: "
                            + String.join(", ", frame.info().keySet()) + ")");
                }
            }
            units.computeIfAbsent(unit, key -> new ArrayList<>()).add(s);
        }
        return new ArrayList<>(units.values());
    }

    /** Fisher–Yates with a generator whose algorithm the Java platform fixes. */
    private static List<List<Integer>> shuffled(List<List<Integer>> units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = units.size() - 1; last > 0; last--) {
            Collections.swap(units, last, random.nextInt(last + 1));
        }
        return units;
    }

    /** Takes units from the front, skipping those that would overshoot; only groups can. */
    private static List<LabeledStructure> take(
            List<LabeledStructure> structures,
            List<List<Integer>> units,
            int count,
            String key,
            SplitConfig config,
            List<String> warnings) {
        BitSet taken = new BitSet(structures.size());
        List<List<Integer>> left = new ArrayList<>();
        int size = 0;
        for (List<Integer> unit : units) {
            if (size + unit.size() <= count) {
                unit.forEach(taken::set);
                size += unit.size();
            } else {
                left.add(unit);
            }
        }
        units.clear();
        units.addAll(left);
        if (size < count) {
            warnings.add("data.split." + key + ": " + size + " of " + count + " structures, because groups of equal '"
                    + config.group().orElse("") + "' stay whole");
        }
        // In the order of the files: neighbors in memory, and easier to compare with the file.
        return taken.stream().mapToObj(structures::get).toList();
    }

    private static Map<Element, Double> isolatedAtomEnergies(List<LabeledStructure> frames) {
        Map<Element, Double> energies = new EnumMap<>(Element.class);
        for (LabeledStructure frame : frames) {
            LabelCheck.requireEnergy(frame);
            energies.put(frame.structure().element(0), frame.energy().getAsDouble());
        }
        return energies;
    }
}
