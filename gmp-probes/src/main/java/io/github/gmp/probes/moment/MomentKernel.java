package io.github.gmp.probes.moment;

/**
 * Sums over the neighbors of one center, and their derivatives. A term is function(x) · f(r) with f = R(r²) f_c(r), see {@link MomentPlan},
 * and ∇(function · f) = f ∇function + function · (f'/r) x with f'/r = 2 R'(r²) f_c + R f_c'/r: no division by r is left but in f_c'/r, which
 * multiplies x and is taken as 0 at r = 0. Neighbors are those that {@link CenterNeighbors} has selected. Kernels own scratch memory and
 * allocate nothing after their first calls; used by one thread.
 */
public interface MomentKernel {
    /** {@return the number of lanes of a block that {@link CenterNeighbors} must be made with} */
    int lanes();

    /**
     * Adds the terms of all neighbors.
     *
     * @param neighbors the neighbors of a center
     * @param sums the sums of the center, see {@link MomentPlan}, added to
     */
    void addSums(CenterNeighbors neighbors, double[] sums);

    /**
     * The gradient by the vectors of all neighbors; lanes of neighbors that are not selected stay as they are.
     *
     * @param neighbors the neighbors of a center, loaded with slopes
     * @param sumGradient ∂E/∂sums of the center
     * @param gx receives ∂E/∂x per lane
     * @param gy receives ∂E/∂y per lane
     * @param gz receives ∂E/∂z per lane
     */
    void pullback(CenterNeighbors neighbors, double[] sumGradient, double[] gx, double[] gy, double[] gz);

    /**
     * Adds the changes of the terms of all neighbors when their vectors change.
     *
     * @param neighbors the neighbors of a center, loaded with slopes
     * @param vx change of x per lane, finite in padding lanes
     * @param vy change of y per lane
     * @param vz change of z per lane
     * @param sumTangent the changes of the sums, added to
     */
    void addTangents(CenterNeighbors neighbors, double[] vx, double[] vy, double[] vz, double[] sumTangent);
}
