package io.github.gmp.density.radial;

/** What a file holds for each radius. */
public enum RadialForm {
    /** 4πr²ρ in electrons per length. */
    SHELL {
        @Override
        double[] densities(double[] radii, double[] values) {
            double[] densities = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                densities[i] = values[i] / (4 * Math.PI * radii[i] * radii[i]);
            }
            if (radii[0] == 0) {
                densities[0] = values.length < 3 ? densities[values.length - 1] : atNucleus(radii, densities);
            }
            return densities;
        }
    },
    /** ρ in electrons per volume. */
    DENSITY {
        @Override
        double[] densities(double[] radii, double[] values) {
            return values.clone();
        }
    };

    /** {@return ρ, in electrons per cube of the unit of the radii} */
    abstract double[] densities(double[] radii, double[] values);

    /**
     * Radii and values of a file as r and ρ.
     *
     * @param radii radii, ascending
     * @param values one value per radius
     * @param radiusUnit unit of the radii
     * @param valueUnit the length in the unit of the values: electrons per this length, or per its cube
     * @return r in Å and ρ in e/Å³, two arrays
     */
    public double[][] toAngstroms(double[] radii, double[] values, LengthUnit radiusUnit, LengthUnit valueUnit) {
        double[] r = new double[radii.length];
        double[] scaled = new double[radii.length];
        double scale = this == SHELL ? valueUnit.angstroms() : Math.pow(valueUnit.angstroms(), 3);
        for (int i = 0; i < radii.length; i++) {
            r[i] = radii[i] * radiusUnit.angstroms();
            scaled[i] = values[i] / scale;
        }
        return new double[][] {r, densities(r, scaled)};
    }

    /** ρ(0) = a of the even function a + b r² through the next two points: 4πr²ρ alone says nothing about it. */
    private static double atNucleus(double[] radii, double[] densities) {
        double first = radii[1] * radii[1];
        double second = radii[2] * radii[2];
        return (densities[1] * second - densities[2] * first) / (second - first);
    }
}
