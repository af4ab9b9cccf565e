package io.github.gmp.api.multipole.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.Element;

/**
 * The spherical electron density of one isolated atom on a radial grid: the data that Gaussians are fitted to. Immutable.
 */
public final class RadialDensity {
    private final Element element;
    private final String name;
    private final String origin;
    private final double electrons;
    private final double[] radii;
    private final double[] densities;

    /**
     * Makes the density from its values on a radial grid.
     *
     * @param element the element
     * @param name what the data are called, e.g. {@code C_ONCV_PBE-1.0}
     * @param origin where they were read, for messages: file and, where there are several in a file, line
     * @param electrons number of electrons N of the complete density
     * @param radii r in Å, ascending from 0 or more; at least two
     * @param densities ρ(r) in e/Å³, one per radius
     * @throws DataException if a number is not finite, N is not positive or radii do not ascend; the message begins with
     *     the origin
     * @throws IllegalArgumentException if there are not as many densities as radii
     */
    public RadialDensity(
            Element element, String name, String origin, double electrons, double[] radii, double[] densities) {
        if (radii.length != densities.length) {
            throw new IllegalArgumentException(radii.length + " radii and " + densities.length + " densities");
        }
        this.element = element;
        this.name = name;
        this.origin = origin;
        this.electrons = electrons;
        this.radii = radii.clone();
        this.densities = densities.clone();
        check();
    }

    private void check() {
        if (!(electrons > 0) || !Double.isFinite(electrons)) {
            throw new DataException(origin + ": " + element.symbol()
                    + ": the number of electrons must be positive and finite, got " + electrons);
        }
        if (radii.length < 2) {
            throw new DataException(
                    origin + ": " + element.symbol() + ": at least 2 radii were expected, got " + radii.length);
        }
        for (int i = 0; i < radii.length; i++) {
            String point = origin + ": " + element.symbol() + ", point " + (i + 1) + ": ";
            if (!Double.isFinite(radii[i]) || !Double.isFinite(densities[i])) {
                throw new DataException(
                        point + "r = " + radii[i] + " Å and rho = " + densities[i] + " e/Å³ must be finite numbers");
            }
            if (radii[i] < 0 || i > 0 && !(radii[i] > radii[i - 1])) {
                throw new DataException(point + "radii must ascend from 0 or more, got r = " + radii[i] + " Å"
                        + (i > 0 ? " after " + radii[i - 1] + " Å" : ""));
            }
        }
    }

    /** {@return the element} */
    public Element element() {
        return element;
    }

    /** {@return what the data are called} */
    public String name() {
        return name;
    }

    /** {@return where they were read, for messages} */
    public String origin() {
        return origin;
    }

    /** {@return the number of electrons N of the complete density; data that end early hold less} */
    public double electrons() {
        return electrons;
    }

    /** {@return the number of points} */
    public int size() {
        return radii.length;
    }

    /**
     * {@return the radius r of a point in Å}
     *
     * @param point 0 … size − 1
     */
    public double radius(int point) {
        return radii[point];
    }

    /**
     * {@return the density ρ(r) at a point in e/Å³}
     *
     * @param point 0 … size − 1
     */
    public double density(int point) {
        return densities[point];
    }

    /**
     * Weight of a point in integrals over the radius: the trapezoid rule, with what lies inside the first radius counted to it.
     *
     * @param point 0 … size − 1
     * @return Δr in Å
     */
    public double spacing(int point) {
        double from = point == 0 ? 0 : 0.5 * (radii[point - 1] + radii[point]);
        double to = point == radii.length - 1 ? radii[point] : 0.5 * (radii[point] + radii[point + 1]);
        return to - from;
    }

    /** {@return ∫ 4πr²ρ dr over the grid, the electrons that the data hold} */
    public double integral() {
        double sum = 0;
        for (int i = 0; i < radii.length; i++) {
            sum += 4 * Math.PI * radii[i] * radii[i] * densities[i] * spacing(i);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "RadialDensity[" + name + ", " + electrons + " electrons, " + radii.length + " points]";
    }
}
