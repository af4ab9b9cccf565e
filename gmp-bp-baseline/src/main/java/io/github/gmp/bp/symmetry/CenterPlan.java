package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to compute around a center of one element, arranged so that shared factors are computed once. Immutable and thread-safe.
 *
 * <p>Angular functions of one sort and one η are a group: they share the product W of the e_η. For whole ζ up to {@value #LARGEST_MOMENT}
 * the angular factor 2^{1−ζ} (1 + λ cos θ)^ζ is a polynomial in cos θ, so these functions are linear in the moments Σ W cos^q θ of their
 * group, however many there are. Members are numbered through, group after group.
 */
public final class CenterPlan {
    /** Powers beyond are taken one by one: as sums of moments small values of (1 − cos θ)^ζ would drown in rounding. */
    static final int LARGEST_MOMENT = 8;

    /**
     * Angular functions of one sort and one η.
     *
     * @param thirdSide whether the distance between the two neighbors enters (G4)
     * @param eta index into {@link CenterPlan#screened()}
     * @param first number of the first member
     * @param end one past the number of the last member
     */
    public record Group(boolean thirdSide, int eta, int first, int end) {}

    private final RadialFunction[] radial;
    private final int[][] radialColumns;
    private final ScreenedGaussian[] screened;
    private final Group[] groups;
    private final AngularFactor[] factors;
    /** Columns of the members, {@code [channel][member]}. */
    private final int[][] columns;
    /** Polynomial of each member in cos θ, ascending; empty for those that are no polynomial of low degree. */
    private final double[][] polynomials;

    private final int highestMoment;
    private final boolean thirdSideOnly;

    CenterPlan(FunctionSet functions, SymmetryFunctionLayout layout, CutoffFunction cutoff) {
        radial = functions.radial().toArray(RadialFunction[]::new);
        radialColumns = new int[layout.channels().radialChannels()][radial.length];
        for (int channel = 0; channel < radialColumns.length; channel++) {
            for (int f = 0; f < radial.length; f++) {
                radialColumns[channel][f] = layout.column(radial[f], channel);
            }
        }
        double[] etas = functions.angular().stream()
                .mapToDouble(AngularFunction::eta)
                .distinct()
                .toArray();
        screened = Arrays.stream(etas)
                .mapToObj(eta -> new ScreenedGaussian(eta, cutoff))
                .toArray(ScreenedGaussian[]::new);
        Map<List<Object>, List<AngularFunction>> byGroup = new LinkedHashMap<>();
        for (AngularFunction function : functions.angular()) {
            byGroup.computeIfAbsent(List.of(function.sort(), function.eta()), key -> new ArrayList<>())
                    .add(function);
        }
        List<AngularFunction> members = new ArrayList<>();
        List<Group> groupList = new ArrayList<>();
        for (List<AngularFunction> group : byGroup.values()) {
            boolean thirdSide = group.get(0).sort() == AngularFunction.Sort.G4;
            int eta = indexOf(etas, group.get(0).eta());
            groupList.add(new Group(thirdSide, eta, members.size(), members.size() + group.size()));
            members.addAll(group);
        }
        groups = groupList.toArray(Group[]::new);
        factors = members.stream()
                .map(f -> new AngularFactor(f.zeta(), f.lambda()))
                .toArray(AngularFactor[]::new);
        columns = new int[layout.channels().angularChannels()][members.size()];
        for (int channel = 0; channel < columns.length; channel++) {
            for (int m = 0; m < members.size(); m++) {
                columns[channel][m] = layout.column(members.get(m), channel);
            }
        }
        polynomials = Arrays.stream(factors).map(CenterPlan::polynomial).toArray(double[][]::new);
        highestMoment = Math.max(
                0, Arrays.stream(polynomials).mapToInt(p -> p.length - 1).max().orElse(0));
        thirdSideOnly = Arrays.stream(groups).allMatch(Group::thirdSide);
    }

    private static int indexOf(double[] etas, double eta) {
        int index = 0;
        while (etas[index] != eta) {
            index++;
        }
        return index;
    }

    /** 2^{1−ζ} Σ_q binom(ζ, q) λ^q cos^q θ. */
    private static double[] polynomial(AngularFactor factor) {
        if (factor.zeta() != Math.rint(factor.zeta()) || factor.zeta() > LARGEST_MOMENT) {
            return new double[0];
        }
        int zeta = (int) factor.zeta();
        double[] result = new double[zeta + 1];
        double term = Math.pow(2, 1 - zeta);
        for (int q = 0; q <= zeta; q++) {
            result[q] = term;
            term = term * factor.lambda() * (zeta - q) / (q + 1);
        }
        return result;
    }

    /** @return the radial functions */
    public RadialFunction[] radial() {
        return radial;
    }

    /** Columns of the radial functions, {@code [channel][function]}. */
    int[][] radialColumns() {
        return radialColumns;
    }

    /** @return e_η of every different η of angular functions */
    public ScreenedGaussian[] screened() {
        return screened;
    }

    /** @return the groups of angular functions */
    public Group[] groups() {
        return groups;
    }

    /** @return number of angular functions */
    public int members() {
        return factors.length;
    }

    /** Columns of the angular functions, {@code [channel][member]}. */
    int[][] columns() {
        return columns;
    }

    /** @return the largest power of cos θ among the polynomials */
    public int highestMoment() {
        return highestMoment;
    }

    /**
     * @param member number of an angular function
     * @return whether its angular factor is one of the polynomials
     */
    public boolean isPolynomial(int member) {
        return polynomials[member].length > 0;
    }

    /** @return whether the third side enters all groups: then triplets with r_jk ≥ r_c add nothing */
    public boolean thirdSideOnly() {
        return thirdSideOnly;
    }

    AngularFactor factor(int member) {
        return factors[member];
    }

    /**
     * @param member number of an angular function
     * @param cosine cos θ
     * @return its angular factor, for members that are no polynomial
     */
    public double power(int member, double cosine) {
        double base = factors[member].base(cosine);
        return factors[member].value(base, factors[member].lowerPower(base));
    }

    /**
     * @param member number of an angular function
     * @param cosine cos θ
     * @return the derivative of its angular factor by cos θ, for members that are no polynomial
     */
    public double powerSlope(int member, double cosine) {
        return factors[member].derivative(factors[member].lowerPower(factors[member].base(cosine)));
    }

    /** The angular factor of any member. */
    double angularFactor(int member, double cosine) {
        if (!isPolynomial(member)) {
            return power(member, cosine);
        }
        double sum = 0;
        for (int q = polynomials[member].length - 1; q >= 0; q--) {
            sum = sum * cosine + polynomials[member][q];
        }
        return sum;
    }

    /** The derivative of the angular factor of any member by cos θ. */
    double angularSlope(int member, double cosine) {
        if (!isPolynomial(member)) {
            return powerSlope(member, cosine);
        }
        double sum = 0;
        for (int q = polynomials[member].length - 1; q > 0; q--) {
            sum = sum * cosine + q * polynomials[member][q];
        }
        return sum;
    }

    /**
     * Adds Σ_q p_q moment_q of every polynomial member.
     *
     * @param moments {@code [group][q]} with rows of {@link #highestMoment()} + 1
     * @param sums added to, {@code [member]}
     */
    public void addMoments(double[] moments, double[] sums) {
        int row = highestMoment + 1;
        for (int g = 0; g < groups.length; g++) {
            for (int m = groups[g].first(); m < groups[g].end(); m++) {
                double sum = 0;
                for (int q = 0; q < polynomials[m].length; q++) {
                    sum += polynomials[m][q] * moments[g * row + q];
                }
                sums[m] += sum;
            }
        }
    }

    /**
     * Adds Σ_q q p_q moment_{q−1} of every polynomial member.
     *
     * @param moments {@code [group][q]} with rows of {@link #highestMoment()} + 1
     * @param sums added to, {@code [member]}
     */
    public void addSlopeMoments(double[] moments, double[] sums) {
        int row = highestMoment + 1;
        for (int g = 0; g < groups.length; g++) {
            for (int m = groups[g].first(); m < groups[g].end(); m++) {
                double sum = 0;
                for (int q = 1; q < polynomials[m].length; q++) {
                    sum += q * polynomials[m][q] * moments[g * row + q - 1];
                }
                sums[m] += sum;
            }
        }
    }

    /**
     * The transpose of {@link #addMoments}: one polynomial in cos θ per group.
     *
     * @param weights of the members
     * @param combined receives Σ_m weight_m p_m, {@code [group][q]}
     */
    public void combine(double[] weights, double[] combined) {
        int row = highestMoment + 1;
        Arrays.fill(combined, 0, groups.length * row, 0);
        for (int g = 0; g < groups.length; g++) {
            for (int m = groups[g].first(); m < groups[g].end(); m++) {
                for (int q = 0; q < polynomials[m].length; q++) {
                    combined[g * row + q] += weights[m] * polynomials[m][q];
                }
            }
        }
    }
}
