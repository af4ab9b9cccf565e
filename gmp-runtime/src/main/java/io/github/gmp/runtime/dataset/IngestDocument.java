package io.github.gmp.runtime.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is in some files of structures as documents have it, see {@link IngestReport}; the warnings belong to the document around it.
 *
 * @param files the files
 * @param frames number of frames, isolated atoms included
 * @param isolatedAtoms number of reference frames of one atom
 * @param atoms number of atoms of all frames
 * @param atomsPerFrame fewest and most atoms of a frame
 * @param elements number of atoms by symbol of the element
 * @param labelKeys per label the keys it was read from and in how many frames
 * @param missingLabels per label the number of frames without it
 * @param energy total energies, eV
 * @param energyPerAtom energies per atom, eV
 * @param forces lengths of the forces on atoms, eV/Å
 * @param meanForce their mean
 * @param shortestDistance the two atoms nearest to each other
 * @param periodicAxes number of frames by number of periodic axes
 * @param configTypes number of frames by {@code config_type}
 * @param duplicates number of frames that repeat an earlier one
 */
public record IngestDocument(
        List<String> files,
        long frames,
        long isolatedAtoms,
        long atoms,
        Optional<Range> atomsPerFrame,
        Map<String, Long> elements,
        Map<String, Map<String, Long>> labelKeys,
        Map<String, Long> missingLabels,
        Optional<Range> energy,
        Optional<Range> energyPerAtom,
        Optional<Range> forces,
        OptionalDouble meanForce,
        Optional<Distance> shortestDistance,
        Map<Integer, Long> periodicAxes,
        Map<String, Long> configTypes,
        long duplicates) {
    /**
     * Two atoms near each other.
     *
     * @param distance in Å
     * @param elements symbols of both
     * @param where the frame and the atoms
     */
    public record Distance(double distance, List<String> elements, String where) {}

    /**
     * A report with its warnings: what {@code gmp validate --json} prints.
     *
     * @param version version of the document
     * @param content what is in the files
     * @param warnings what looks wrong
     */
    public record Report(int version, @JsonUnwrapped IngestDocument content, List<String> warnings) {
        private static final int VERSION = 1;

        /**
         * {@return the document}
         *
         * @param report a report
         */
        public static Report of(IngestReport report) {
            return new Report(VERSION, IngestDocument.of(report), report.warnings());
        }
    }

    /**
     * {@return the document}
     *
     * @param report a report
     */
    public static IngestDocument of(IngestReport report) {
        Map<String, Long> elements = new LinkedHashMap<>();
        report.elements().forEach((element, count) -> elements.put(element.symbol(), count));
        return new IngestDocument(
                report.files(),
                report.frames(),
                report.isolatedAtoms(),
                report.atoms(),
                report.atomsPerFrame(),
                elements,
                report.labelKeys(),
                report.missingLabels(),
                report.energy(),
                report.energyPerAtom(),
                report.forces(),
                report.forces().isPresent() ? OptionalDouble.of(report.meanForce()) : OptionalDouble.empty(),
                report.shortestDistance()
                        .map(shortest -> new Distance(
                                shortest.distance(),
                                List.of(
                                        shortest.first().symbol(),
                                        shortest.second().symbol()),
                                shortest.where())),
                report.periodicAxes(),
                report.configTypes(),
                report.duplicates());
    }
}
