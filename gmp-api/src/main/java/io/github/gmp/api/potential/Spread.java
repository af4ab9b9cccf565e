package io.github.gmp.api.potential;

import java.util.List;

/**
 * How far the members of a committee disagree about a structure: standard deviations over M members, √(Σ_m (x_m − x̄)² / (M − 1)).
 *
 * @param energy of the energy of the structure, eV
 * @param forces of the force on each atom, eV/Å: the norm of the standard deviations of its components, {@code [atoms]}; of length 0
 *     where members have no forces
 */
public record Spread(double energy, double[] forces) {
    /**
     * {@return the spread of the predictions of several members}
     *
     * @param members what each member predicts, at least two
     * @throws IllegalArgumentException if there are fewer than two members
     */
    public static Spread of(List<Potential.Evaluation> members) {
        if (members.size() < 2) {
            throw new IllegalArgumentException("a spread needs at least two members, got " + members.size());
        }
        List<double[]> forces = members.stream()
                .map(member -> member.gradient().isPresent() ? member.forces() : new double[0])
                .toList();
        double[] byAtom = new double[forces.get(0).length / 3];
        for (int atom = 0; atom < byAtom.length; atom++) {
            double variance = 0;
            for (int a = 0; a < 3; a++) {
                int component = 3 * atom + a;
                variance +=
                        variance(forces.stream().mapToDouble(f -> f[component]).toArray());
            }
            byAtom[atom] = Math.sqrt(variance);
        }
        double[] energies =
                members.stream().mapToDouble(Potential.Evaluation::energy).toArray();
        return new Spread(Math.sqrt(variance(energies)), byAtom);
    }

    private static double variance(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
