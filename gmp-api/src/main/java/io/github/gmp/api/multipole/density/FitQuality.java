package io.github.gmp.api.multipole.density;

/**
 * How well a sum of Gaussians ρ_fit follows a radial density ρ of N electrons. Integrals go over the grid of the data.
 *
 * @param l1 ∫ |ρ_fit − ρ| 4πr² dr / N, the share of the electrons that is in the wrong place (counted twice)
 * @param l2 (∫ (ρ_fit − ρ)² r² dr / ∫ ρ² r² dr)^½
 * @param integral Σ_k N_k with N_k = B_k (π/β_k)^{3/2}, the electrons of the fit
 * @param minimum the smallest ρ_fit on a fine grid of radii over the range of the data, in e/Å³; negative where the fit is
 * @param cancellation Σ_k |N_k| / N; 1 without cancellation
 */
public record FitQuality(double l1, double l2, double integral, double minimum, double cancellation) {}
