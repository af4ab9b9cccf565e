package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.Element;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in some files of structures.
 *
 * @param files the files
 * @param frames number of frames, isolated atoms included
 * @param isolatedAtoms number of reference frames of one atom
 * @param atoms number of atoms of all frames
 * @param atomsPerFrame fewest and most atoms of a frame
 * @param elements number of atoms of each element
 * @param labelKeys per label (energy, forces, stress) the keys it was read from and in how many frames
 * @param missingLabels per label the number of frames without it, of those labels that some frame has, and of the energy in any case
 * @param energy total energies, eV; isolated atoms left out, as in the next two
 * @param energyPerAtom energies per atom, eV
 * @param forces lengths of the forces on atoms, eV/Å
 * @param meanForce their mean
 * @param shortestDistance the two atoms nearest to each other
 * @param periodicAxes number of frames by number of periodic axes
 * @param configTypes number of frames by {@code config_type}
 * @param duplicates number of frames that repeat an earlier one
 * @param warnings what looks wrong
 */
public record IngestReport(
        List<String> files,
        long frames,
        long isolatedAtoms,
        long atoms,
        Optional<Range> atomsPerFrame,
        Map<Element, Long> elements,
        Map<String, Map<String, Long>> labelKeys,
        Map<String, Long> missingLabels,
        Optional<Range> energy,
        Optional<Range> energyPerAtom,
        Optional<Range> forces,
        double meanForce,
        Optional<ShortestDistance> shortestDistance,
        Map<Integer, Long> periodicAxes,
        Map<String, Long> configTypes,
        long duplicates,
        List<String> warnings) {
    /** Copies the collections, keeping their order. */
    public IngestReport {
        files = List.copyOf(files);
        elements = Collections.unmodifiableMap(elements.isEmpty() ? Map.of() : new EnumMap<>(elements));
        labelKeys = Collections.unmodifiableMap(new LinkedHashMap<>(labelKeys));
        missingLabels = Collections.unmodifiableMap(new LinkedHashMap<>(missingLabels));
        periodicAxes = Collections.unmodifiableMap(new LinkedHashMap<>(periodicAxes));
        configTypes = Collections.unmodifiableMap(new LinkedHashMap<>(configTypes));
        warnings = List.copyOf(warnings);
    }

    /**
     * Two atoms near each other.
     *
     * @param distance in Å
     * @param first element of one
     * @param second element of the other
     * @param where the frame and the atoms
     */
    public record ShortestDistance(double distance, Element first, Element second, String where) {}
}
