package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.SingleGaussianConfig.Shape;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One Gaussian per element, ρ(r) = N (2π w²)^{−3/2} exp(−r²/2w²): the simplest density that there is, to measure others against.
 */
final class SingleGaussians {
    private SingleGaussians() {}

    /**
     * @throws ConfigException if an element is unknown, or has neither a width nor a covalent radius
     */
    static DensitySource of(SingleGaussianConfig config, ComponentContext context) {
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            CovalentRadii.of(element)
                    .ifPresent(radius ->
                            densities.put(element, gaussian(element.atomicNumber(), config.widthPerRadius() * radius)));
        }
        // In a fixed order, so that the same mistake always gets the same message.
        new TreeMap<>(config.elements()).forEach((symbol, shape) -> {
            Element element = element(symbol);
            double electrons = shape.electrons().orElse((double) element.atomicNumber());
            densities.put(element, gaussian(electrons, width(element, shape, config.widthPerRadius())));
        });
        return new GaussianTable("of single Gaussians", densities);
    }

    private static double width(Element element, Shape shape, double widthPerRadius) {
        return shape.width()
                .or(() -> CovalentRadii.of(element).stream()
                        .mapToObj(radius -> radius * widthPerRadius)
                        .findFirst())
                .orElseThrow(() -> ConfigException.invalid(
                        "elements." + element.symbol(),
                        "no width",
                        "a width: elements beyond Cm have no covalent radius in the table"));
    }

    private static GaussianMixture gaussian(double electrons, double width) {
        double exponent = 1 / (2 * width * width);
        return GaussianMixture.of(electrons * Math.pow(exponent / Math.PI, 1.5), exponent);
    }

    private static Element element(String symbol) {
        try {
            return Element.of(symbol);
        } catch (DataException e) {
            throw ConfigException.invalid("elements." + symbol, symbol, "an element: " + e.getMessage());
        }
    }
}
