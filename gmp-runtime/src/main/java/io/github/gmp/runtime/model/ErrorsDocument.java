package io.github.gmp.runtime.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Errors on a set as documents have them, in eV, eV/Å and eV/Å³, see {@link GroupedErrors}.
 *
 * @param all errors on all structures
 * @param byConfigType errors by {@code config_type}
 * @param forcesByElement errors of the forces by symbol of the element
 */
public record ErrorsDocument(
        @JsonUnwrapped MetricsDocument all,
        Map<String, MetricsDocument> byConfigType,
        Map<String, Forces> forcesByElement) {
    /** The units of documents with errors. */
    public static final String UNITS = "eV, eV/atom, eV/Å, eV/Å³, s";

    /**
     * Errors of forces.
     *
     * @param forceMae mean absolute error
     * @param forceRmse root of the mean squared error
     */
    public record Forces(double forceMae, double forceRmse) {}

    /**
     * {@return the document}
     *
     * @param errors errors
     */
    public static ErrorsDocument of(GroupedErrors errors) {
        Map<String, MetricsDocument> types = new LinkedHashMap<>();
        errors.byConfigType().forEach((type, metrics) -> types.put(type, MetricsDocument.of(metrics)));
        Map<String, Forces> elements = new LinkedHashMap<>();
        errors.forcesByElement()
                .forEach((element, forces) -> elements.put(element.symbol(), new Forces(forces.mae(), forces.rmse())));
        return new ErrorsDocument(MetricsDocument.of(errors.all()), types, elements);
    }
}
