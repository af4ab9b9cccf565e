package io.github.gmp.density.fit;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fits ρ(r) = Σ_k B_k exp(−β_k r²) with signed B to a radial density: least squares of ρ with the weight r² + r0², Σ_k B_k (π/β_k)^{3/2}
 * = N exactly, exponents by Levenberg-Marquardt with the amplitudes eliminated ({@link VariableProjection}), from several starts and from
 * the best fit with one Gaussian less. The same data give the same bits.
 */
public final class GaussianFit {
    private static final Logger LOG = LogManager.getLogger(GaussianFit.class);
    private static final Comparator<FittedDensity> BY_L1 =
            Comparator.comparingDouble(fit -> fit.quality().l1());
    private static final int FEWEST = 2;
    private static final int MOST_EVALUATIONS = 150;
    private static final double TOLERANCE = 1e-10;
    /** Data that end early miss some electrons (SG15 files end at 6 bohr: cesium has 96 % there); wrong units are off by far more. */
    private static final double ELECTRONS_TOLERANCE = 0.1;

    private final RadialDensity data;
    private final GaussianFitConfig config;
    private final List<FitGrid> grids;
    private final ExponentParameters limits;

    private GaussianFit(RadialDensity data, GaussianFitConfig config) {
        this.data = data;
        this.config = config;
        grids = config.innerRadii().stream()
                .map(radius -> new FitGrid(data, radius))
                .toList();
        limits = new ExponentParameters(grids.get(0), config.smallestRatio());
    }

    /**
     * {@return the fit with the fewest Gaussians that is good enough, or the best there is with what it lacks}
     *
     * @param data the density of one element
     * @param config what is wanted
     * @throws DataException if the data do not hold the number of electrons they state
     */
    public static FittedDensity fit(RadialDensity data, GaussianFitConfig config) {
        checkElectrons(data);
        return new GaussianFit(data, config).fit();
    }

    private static void checkElectrons(RadialDensity data) {
        double integral = data.integral();
        if (!(Math.abs(integral - data.electrons()) <= ELECTRONS_TOLERANCE * data.electrons())) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%s: %s: the density adds up to %.4g electrons up to r = %.3g Å, %s were expected within %.0f %%;"
                            + " check the units",
                    data.origin(),
                    data.name(),
                    integral,
                    data.radius(data.size() - 1),
                    data.electrons(),
                    100 * ELECTRONS_TOLERANCE));
        }
    }

    private FittedDensity fit() {
        List<FittedDensity> tried = new ArrayList<>();
        List<Optional<VariableProjection.Solution>> smaller =
                new ArrayList<>(Collections.nCopies(grids.size(), Optional.empty()));
        int last = config.gaussians().orElse(config.largestGaussians());
        for (int size = FEWEST; size <= last; size++) {
            List<FittedDensity> found = new ArrayList<>();
            for (int weight = 0; weight < grids.size(); weight++) {
                List<VariableProjection.Solution> solutions = solutions(grids.get(weight), size, smaller.get(weight));
                smaller.set(weight, solutions.stream().findFirst());
                best(solutions).ifPresent(found::add);
            }
            if (config.gaussians().isPresent() && size < last) {
                continue;
            }
            found.sort(BY_L1);
            Optional<FittedDensity> good = found.stream().filter(this::isGood).findFirst();
            if (good.isPresent()) {
                return good.get();
            }
            tried.addAll(found);
        }
        return tried.stream()
                .min(Comparator.comparing((FittedDensity fit) -> !isSound(fit)).thenComparing(BY_L1))
                .map(this::withShortfall)
                .orElseThrow(() -> new DataException(data.origin() + ": " + data.name()
                        + ": no start of the fit gave finite numbers; is this the density of an atom?"));
    }

    /** The lowest minimum that keeps the limits, or the lowest. */
    private Optional<FittedDensity> best(List<VariableProjection.Solution> solutions) {
        return solutions.stream()
                .map(this::fitted)
                .filter(this::isSound)
                .findFirst()
                .or(() -> solutions.stream().findFirst().map(this::fitted));
    }

    /** All local minima found with that many Gaussians, the lowest first. */
    private List<VariableProjection.Solution> solutions(
            FitGrid grid, int size, Optional<VariableProjection.Solution> smaller) {
        List<double[]> starts = new ArrayList<>(StartExponents.evenTempered(data, size));
        smaller.map(VariableProjection.Solution::exponents)
                .map(exponents -> StartExponents.grown(exponents, config.smallestRatio()))
                .ifPresent(starts::addAll);
        List<VariableProjection.Solution> solutions = new ArrayList<>();
        starts.forEach(start -> optimize(grid, start).ifPresent(solutions::add));
        solutions.sort(Comparator.comparingDouble(VariableProjection.Solution::cost));
        return solutions;
    }

    private Optional<VariableProjection.Solution> optimize(FitGrid grid, double[] start) {
        VariableProjection projection = new VariableProjection(grid, limits);
        optimize(projection, grid, limits.parameters(start));
        projection
                .best()
                .map(solution -> ExponentParameters.pinned(solution.parameters()))
                .ifPresent(pinned -> optimize(projection, grid, pinned));
        return projection.best();
    }

    private void optimize(VariableProjection projection, FitGrid grid, RealVector start) {
        try {
            new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .model(projection)
                            .target(new double[grid.points()])
                            .parameterValidator(limits::validate)
                            .lazyEvaluation(false)
                            .maxEvaluations(MOST_EVALUATIONS)
                            .maxIterations(MOST_EVALUATIONS)
                            .build());
        } catch (MathRuntimeException e) {
            // Out of evaluations, or no progress within the tolerances, or a singular problem: the best so far stands.
            LOG.debug("{}: {}", data.name(), e.getMessage());
        }
    }

    private FittedDensity fitted(VariableProjection.Solution solution) {
        int size = solution.exponents().length;
        double[] amplitudes = new double[size];
        double[] exponents = new double[size];
        for (int k = 0; k < size; k++) {
            exponents[k] = solution.exponents()[size - 1 - k];
            amplitudes[k] = solution.electrons()[size - 1 - k] / Math.pow(Math.PI / exponents[k], 1.5);
        }
        GaussianMixture mixture = new GaussianMixture(amplitudes, exponents);
        return new FittedDensity(data, mixture, QualityMeasure.of(data, mixture), Optional.empty());
    }

    private boolean isGood(FittedDensity fit) {
        return isSound(fit) && fit.quality().l1() <= config.limit();
    }

    private boolean isSound(FittedDensity fit) {
        FitQuality quality = fit.quality();
        return quality.cancellation() <= config.largestCancellation() && quality.minimum() >= -config.mostNegative();
    }

    private FittedDensity withShortfall(FittedDensity fit) {
        FitQuality quality = fit.quality();
        List<String> missing = new ArrayList<>();
        if (quality.l1() > config.limit()) {
            missing.add(String.format(Locale.ROOT, "L1 is %.3g, at most %s was wanted", quality.l1(), config.limit()));
        }
        if (quality.minimum() < -config.mostNegative()) {
            missing.add(String.format(
                    Locale.ROOT,
                    "rho goes down to %.3g e/Å³, at most %s below zero is allowed",
                    quality.minimum(),
                    config.mostNegative()));
        }
        if (quality.cancellation() > config.largestCancellation()) {
            missing.add(String.format(
                    Locale.ROOT,
                    "cancellation is %.3g, at most %s is allowed",
                    quality.cancellation(),
                    config.largestCancellation()));
        }
        String text = fit.mixture().size() + " Gaussians: " + String.join("; ", missing);
        return new FittedDensity(data, fit.mixture(), quality, Optional.of(text));
    }
}
