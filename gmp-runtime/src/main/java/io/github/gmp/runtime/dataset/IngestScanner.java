package io.github.gmp.runtime.dataset;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.IngestReport.ShortestDistance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects an {@link IngestReport} frame by frame, without keeping the frames. Used by one thread. */
public final class IngestScanner {
    /** Atoms nearer than this are taken as lying at the same place. */
    private static final double COINCIDENT = 1e-3;
    /** Nearest neighbors are looked for within the first of these radii that has any, Å. */
    private static final double[] SEARCH_RADII = {2.5, 5, 12};

    private static final List<String> LABELS = List.of("energy", "forces", "stress");

    private final List<String> files = new ArrayList<>();
    private final Map<Element, Long> elements = new EnumMap<>(Element.class);
    private final Map<String, Map<String, Long>> labelKeys = new TreeMap<>();
    private final Map<String, Long> labeled = new TreeMap<>();
    private final Map<Integer, Long> periodicAxes = new TreeMap<>();
    private final Map<String, Long> configTypes = new TreeMap<>();
    private final DuplicateFinder duplicates = new DuplicateFinder();
    private final UnitCheck units = new UnitCheck();
    private final ForceSignCheck forceSigns = new ForceSignCheck();
    private Optional<Range> atomsPerFrame = Optional.empty();
    private Optional<Range> energy = Optional.empty();
    private Optional<Range> energyPerAtom = Optional.empty();
    private Optional<Range> forces = Optional.empty();
    private Optional<ShortestDistance> shortest = Optional.empty();
    private long frames;
    private long isolatedAtoms;
    private long atoms;
    private long forceVectors;
    private double forceSum;
    private long netForceFrames;
    private String netForceExample = "";
    private long coincidentFrames;
    private String coincidentExample = "";
    private String firstWithoutEnergy = "";

    /** @param file the file that the next frames come from */
    public void startFile(String file) {
        files.add(file);
    }

    /** @param frame the next frame */
    public void add(LabeledStructure frame) {
        LabelCheck.requireSound(frame);
        AtomicStructure structure = frame.structure();
        frames++;
        atoms += structure.size();
        atomsPerFrame = include(atomsPerFrame, structure.size());
        for (int atom = 0; atom < structure.size(); atom++) {
            elements.merge(structure.element(atom), 1L, Long::sum);
        }
        int axes = 0;
        for (int vector = 0; vector < 3; vector++) {
            axes += structure.cell().periodic(vector) ? 1 : 0;
        }
        periodicAxes.merge(axes, 1L, Long::sum);
        Optional.ofNullable(frame.info().get("config_type")).ifPresent(type -> configTypes.merge(type, 1L, Long::sum));
        addLabels(frame);
        duplicates.add(frame);
        if (IsolatedAtoms.isOne(frame)) {
            // Their energies and missing forces would blur the ranges of the others.
            isolatedAtoms++;
            return;
        }
        frame.energy().ifPresent(value -> {
            energy = include(energy, value);
            energyPerAtom = include(energyPerAtom, value / structure.size());
        });
        addForces(frame);
        NeighborList neighbors = neighbors(structure);
        addShortest(frame, neighbors);
        units.add(frame, neighbors);
        frame.forces().ifPresent(values -> forceSigns.add(structure, values, neighbors));
    }

    private void addLabels(LabeledStructure frame) {
        count("energy", frame.energy().isPresent(), frame);
        count("forces", frame.forces().isPresent(), frame);
        count("stress", frame.stress().isPresent(), frame);
        if (frame.energy().isEmpty() && firstWithoutEnergy.isEmpty()) {
            firstWithoutEnergy = frame.source().toString();
        }
    }

    private void count(String label, boolean present, LabeledStructure frame) {
        if (present) {
            labeled.merge(label, 1L, Long::sum);
            labelKeys
                    .computeIfAbsent(label, name -> new TreeMap<>())
                    .merge(frame.labelKeys().getOrDefault(label, label), 1L, Long::sum);
        }
    }

    private void addForces(LabeledStructure frame) {
        if (frame.forces().isEmpty()) {
            return;
        }
        double[] values = frame.forces().get();
        double[] net = new double[3];
        double lengths = 0;
        double largest = 0;
        for (int i = 0; i < values.length; i += 3) {
            double length =
                    Math.sqrt(values[i] * values[i] + values[i + 1] * values[i + 1] + values[i + 2] * values[i + 2]);
            forces = include(forces, length);
            lengths += length;
            largest = Math.max(largest, length);
            for (int axis = 0; axis < 3; axis++) {
                net[axis] += values[i + axis];
            }
        }
        forceSum += lengths;
        forceVectors += values.length / 3;
        units.addLargestForce(largest);
        double netLength = Math.sqrt(net[0] * net[0] + net[1] * net[1] + net[2] * net[2]);
        // A tenth of the typical force per atom: far above rounding and the noise of electronic-structure grids.
        if (netLength > 0.1 * lengths && lengths > 0 && netForceFrames++ == 0) {
            netForceExample = frame.source().toString();
        }
    }

    private static NeighborList neighbors(AtomicStructure structure) {
        NeighborList list = NeighborList.build(structure, SEARCH_RADII[0]);
        for (int i = 1; i < SEARCH_RADII.length && list.pairs() == 0; i++) {
            list = NeighborList.build(structure, SEARCH_RADII[i]);
        }
        return list;
    }

    private void addShortest(LabeledStructure frame, NeighborList neighbors) {
        AtomicStructure structure = frame.structure();
        boolean coincident = false;
        for (int center = 0; center < structure.size(); center++) {
            for (int pair = neighbors.begin(center); pair < neighbors.end(center); pair++) {
                double distance = neighbors.distance(pair);
                int other = neighbors.neighbor(pair);
                coincident |= distance < COINCIDENT;
                if (shortest.isEmpty() || distance < shortest.get().distance()) {
                    shortest = Optional.of(new ShortestDistance(
                            distance,
                            structure.element(center),
                            structure.element(other),
                            frame.source() + ", atoms " + (center + 1) + " and " + (other + 1)));
                }
            }
        }
        if (coincident && coincidentFrames++ == 0) {
            coincidentExample = frame.source().toString();
        }
    }

    /** {@return the report on all frames so far} */
    public IngestReport report() {
        Map<String, Long> missing = new TreeMap<>();
        for (String label : LABELS) {
            long without = frames - labeled.getOrDefault(label, 0L);
            // Isolated atoms have no forces to speak of.
            long expected = label.equals("energy") ? 0 : isolatedAtoms;
            if (without > expected && (labeled.containsKey(label) || label.equals("energy"))) {
                missing.put(label, without);
            }
        }
        double meanForce = forceVectors == 0 ? 0 : forceSum / forceVectors;
        return new IngestReport(
                files,
                frames,
                isolatedAtoms,
                atoms,
                atomsPerFrame,
                elements,
                labelKeys,
                missing,
                energy,
                energyPerAtom,
                forces,
                meanForce,
                shortest,
                periodicAxes,
                configTypes,
                duplicates.duplicates(),
                warnings(missing, meanForce));
    }

    private List<String> warnings(Map<String, Long> missing, double meanForce) {
        List<String> warnings = new ArrayList<>();
        if (frames == 0) {
            warnings.add("there are no frames");
        }
        if (missing.containsKey("energy")) {
            warnings.add(missing.get("energy") + " of " + frames + " frames have no energy (first: "
                    + firstWithoutEnergy + "); they cannot be trained or tested on");
        }
        missing.forEach((label, count) -> {
            if (!label.equals("energy")) {
                warnings.add(count + " of " + frames + " frames have no " + label + ", the others do");
            }
        });
        labelKeys.forEach((label, keys) -> {
            if (keys.size() > 1) {
                warnings.add(label + " was read from different keys: " + keys
                        + "; make sure that they come from the same method");
            }
        });
        if (duplicates.duplicates() > 0) {
            warnings.add(
                    duplicates.duplicates() + " frames repeat an earlier one (first: " + duplicates.example() + ")");
        }
        if (coincidentFrames > 0) {
            warnings.add(coincidentFrames + " frames have atoms at the same place (first: " + coincidentExample + ")");
        }
        if (netForceFrames > 0) {
            warnings.add(netForceFrames + " frames have forces that do not add up to zero (first: " + netForceExample
                    + "); are they complete, and in the order of the atoms?");
        }
        warnings.addAll(units.warnings(meanForce));
        if (forceSigns.isSuspicious()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "forces look as if their sign were flipped (gradients instead of forces?): short bonds pull and long ones"
                            + " push (correlation of length and push %.2f; it should be negative)",
                    forceSigns.correlation().orElseThrow()));
        }
        return warnings;
    }

    private static Optional<Range> include(Optional<Range> range, double value) {
        return Optional.of(range.map(r -> r.with(value)).orElseGet(() -> Range.of(value)));
    }
}
