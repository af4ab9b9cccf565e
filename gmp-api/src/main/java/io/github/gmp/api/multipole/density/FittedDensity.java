package io.github.gmp.api.multipole.density;

import java.util.Optional;

/**
 * A radial density and the Gaussians that stand for it.
 *
 * @param data what was fitted
 * @param mixture ρ_fit(r) = Σ_k B_k exp(−β_k r²), B in e/Å³, β in Å⁻², descending
 * @param quality how well they agree
 * @param shortfall what the fit was asked for and did not reach, in a sentence; empty if it reached everything
 */
public record FittedDensity(
        RadialDensity data, GaussianMixture mixture, FitQuality quality, Optional<String> shortfall) {}
