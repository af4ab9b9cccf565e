package io.github.gmp.experiments.predict;

import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.model.MetricsJson;
import io.github.gmp.experiments.trial.ForceMetrics;
import io.github.gmp.experiments.trial.Metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Errors of a model on labeled structures.
 *
 * @param all errors on all structures
 * @param byConfigType errors by {@code config_type}, of those structures that have one
 * @param forcesByElement errors of the forces by element
 * @param atoms number of atoms
 * @param atomsOutside number of atoms with a feature outside its range in the training set
 * @param largestExcess largest distance of a feature from its range, in widths of the range
 * @param energySpread spread of the energies against their errors, of a committee; eV
 * @param forceSpread spread of the forces on atoms against their errors (norms of vectors), of a committee; eV/Å
 * @param warnings what the user should know
 */
public record EvaluationReport(
        Metrics all,
        Map<String, Metrics> byConfigType,
        Map<Element, ForceMetrics> forcesByElement,
        long atoms,
        long atomsOutside,
        double largestExcess,
        Optional<SpreadCalibration> energySpread,
        Optional<SpreadCalibration> forceSpread,
        List<String> warnings) {
    /** Copies the collections, sorted. */
    public EvaluationReport {
        byConfigType = Collections.unmodifiableMap(new TreeMap<>(byConfigType));
        forcesByElement = Collections.unmodifiableMap(new TreeMap<>(forcesByElement));
        warnings = List.copyOf(warnings);
    }

    /** @return the same as plain data, in eV and eV/Å, for JSON */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("units", "eV, eV/atom, eV/Å");
        map.put("all", MetricsJson.toMap(all));
        Map<String, Object> types = new LinkedHashMap<>();
        byConfigType.forEach((type, metrics) -> types.put(type, MetricsJson.toMap(metrics)));
        map.put("byConfigType", types);
        Map<String, Object> elements = new LinkedHashMap<>();
        forcesByElement.forEach((element, forces) ->
                elements.put(element.symbol(), Map.of("forceMae", forces.mae(), "forceRmse", forces.rmse())));
        map.put("forcesByElement", elements);
        map.put("atoms", atoms);
        map.put("atomsOutsideTrainingRange", atomsOutside);
        map.put("largestExcess", largestExcess);
        energySpread.ifPresent(calibration -> map.put("energySpread", calibration.toMap()));
        forceSpread.ifPresent(calibration -> map.put("forceSpread", calibration.toMap()));
        map.put("warnings", warnings);
        return map;
    }
}
