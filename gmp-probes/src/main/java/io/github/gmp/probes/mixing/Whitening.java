package io.github.gmp.probes.mixing;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Channels by principal component analysis of the moments of training atoms, per order n. With i = (σ, e),
 *
 * <pre>C_ij = mean over atoms of Σ_m weight_m μ_{i,nm} μ_{j,nm} = Σ_q λ_q v_qi v_qj,   W_qi = v_qi / √λ_q,   λ_1 ≥ λ_2 ≥ …,</pre>
 *
 * <p>so that the mean over the training atoms of the products Σ_m weight_m A_{q,nm} A_{q',nm} is 1 for q = q' and 0 otherwise. Means are not
 * taken off: A must turn with the structure, and that of order 0 keeps its sign this way. Channels with λ_q below 10⁻¹² λ_1 are rounding and
 * get weights of zero. Eigenvectors have their largest component positive.
 */
public final class Whitening {
    /** Directions that vary less than this times the first one hold nothing but rounding. */
    private static final double ROUNDING = 1e-12;
    /** Structures are divided into so many sums, whatever the number of threads, so that results do not depend on it. */
    private static final int SUMS = 32;

    private Whitening() {}

    /**
     * {@return the channels}
     *
     * @param shape what is mixed to how many channels
     * @param elements the element of each part of the density; empty if there is one part, of all elements
     * @param structures number of training structures
     * @param moments gives μ of every atom of a structure, {@code [component][part][radial]}, to the consumer; called from several threads
     * @param runner what may be done side by side
     * @throws ConfigException if there are fewer moments than channels
     * @throws DataException if there are no atoms, or a moment is not finite
     */
    public static ChannelMixing fit(
            ChannelShape shape,
            Optional<List<Element>> elements,
            int structures,
            BiConsumer<Integer, Consumer<double[]>> moments,
            TaskRunner runner) {
        int parts = elements.map(List::size).orElse(1);
        if (shape.channels() > parts * shape.radials()) {
            throw ConfigException.invalid(
                    "channels.count",
                    shape.channels(),
                    "at most " + parts * shape.radials() + ", " + shape.radials() + " radial probes"
                            + elements.map(list -> " times " + list.size() + " elements of the training data")
                                    .orElse(""));
        }
        MomentProducts[] sums = new MomentProducts[SUMS];
        runner.run(SUMS, k -> {
            MomentProducts sum = new MomentProducts(shape, parts);
            for (int s = k; s < structures; s += SUMS) {
                moments.accept(s, sum::add);
            }
            sums[k] = sum;
        });
        MomentProducts total = sums[0];
        for (int k = 1; k < SUMS; k++) {
            total.add(sums[k]);
        }
        if (total.centers() == 0) {
            throw new DataException("channels cannot be fitted without training structures");
        }
        List<Matrix> weights = IntStream.range(0, shape.orders())
                .mapToObj(order -> weights(shape, total, order))
                .toList();
        return new ChannelMixing(shape, elements, weights);
    }

    private static Matrix weights(ChannelShape shape, MomentProducts products, int order) {
        int size = products.size();
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double mean = products.mean(order, i, j);
                if (!Double.isFinite(mean)) {
                    throw new DataException("channels cannot be fitted: a moment of order " + shape.order(order)
                            + " of the training structures is not a finite number");
                }
                covariance.set(i, j, mean);
                covariance.set(j, i, mean);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(covariance)) {
            throw new DataException("channels cannot be fitted: the principal components of the moments of order "
                    + shape.order(order) + " were not found");
        }
        double[] values = IntStream.range(0, size)
                .mapToDouble(k -> eigen.getEigenvalue(k).getReal())
                .toArray();
        List<Integer> descending =
                new ArrayList<>(IntStream.range(0, size).boxed().toList());
        descending.sort(Comparator.comparingDouble((Integer k) -> values[k]).reversed());
        double largest = values[descending.get(0)];
        double[] weights = new double[shape.channels() * size];
        for (int q = 0; q < shape.channels(); q++) {
            double value = values[descending.get(q)];
            if (value > ROUNDING * largest) {
                double[] vector = eigen.getEigenVector(descending.get(q)).getData();
                double scale = sign(vector) / Math.sqrt(value);
                for (int i = 0; i < size; i++) {
                    weights[q * size + i] = scale * vector[i];
                }
            }
        }
        return Matrix.wrap(shape.channels(), size, weights);
    }

    private static double sign(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        return largest < 0 ? -1 : 1;
    }
}
