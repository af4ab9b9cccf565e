package io.github.gmp.bp.symmetry;

/**
 * The loops over the pairs and triplets of one center. Triplets are those of a neighbor j of section a and a neighbor k of section b, each
 * unordered pair once. Kernels own scratch memory and allocate nothing after their first calls; used by one thread.
 *
 * <p>With W = e_η(r_ij²) e_η(r_ik²) [e_η(r_jk²)] and A a function of cos θ, the chain rule goes through the dot product of the pair vectors
 * and their squares: cos θ = d_ij · d_ik / (r_ij r_ik), r_jk² = r_ij² + r_ik² − 2 d_ij · d_ik. No root or transcendental function per triplet
 * is needed where e_η and A are polynomials.
 */
public interface SymmetryKernel {
    /** Makes kernels. */
    interface Factory {
        /** @return a kernel for one thread */
        SymmetryKernel create();
    }

    /** @return number of lanes of a block that {@link CenterEnvironment} must be made with */
    int lanes();

    /**
     * Fills the radial functions and e_η of all neighbors.
     *
     * @param environment the neighbors of a center
     * @param plan what is needed
     * @param lanesUsed number of lanes in use
     * @param withSlopes whether derivatives are needed too
     */
    void loadPairs(CenterEnvironment environment, CenterPlan plan, int lanesUsed, boolean withSlopes);

    /**
     * Adds the angular functions.
     *
     * @param environment the neighbors of a center
     * @param plan the functions
     * @param a section of j
     * @param b section of k
     * @param sums added to, {@code [member]}
     */
    void addAngular(CenterEnvironment environment, CenterPlan plan, int a, int b, double[] sums);

    /**
     * Adds the gradient by pair vectors and e_η.
     *
     * @param environment the neighbors of a center, with slopes
     * @param plan the functions
     * @param a section of j
     * @param b section of k
     * @param weights ∂E/∂function, {@code [member]}
     * @param gradient added to
     */
    void pullAngular(
            CenterEnvironment environment, CenterPlan plan, int a, int b, double[] weights, PairGradient gradient);

    /**
     * Adds the changes of the angular functions.
     *
     * @param environment the neighbors of a center, with slopes
     * @param plan the functions
     * @param a section of j
     * @param b section of k
     * @param tangent the changes of the pair vectors
     * @param sums added to, {@code [member]}
     */
    void pushAngular(CenterEnvironment environment, CenterPlan plan, int a, int b, PairTangent tangent, double[] sums);
}
