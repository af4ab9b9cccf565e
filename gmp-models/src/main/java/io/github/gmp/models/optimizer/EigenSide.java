package io.github.gmp.models.optimizer;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/**
 * One side of a weight matrix: the running mean C of G Gᵀ (or Gᵀ G), and its eigenvectors as columns of an orthogonal matrix, largest
 * eigenvalue first. They are found by a decomposition once and then followed by orthogonal iteration, U ← orthogonalize(C U): one product and
 * one QR decomposition, and no jumps from one set of eigenvectors to another where eigenvalues are close.
 */
final class EigenSide {
    /** Decompositions of larger matrices would take longer than they are worth; such a side keeps the basis it has. */
    static final int LARGEST = 512;

    private final int size;
    private final double decay;
    private final NetworkKernels kernels;
    private final double[] covariance;
    private final double[] basis;
    private final PaddedMatrix vectors;
    private final PaddedMatrix transposed;
    private final PaddedMatrix product;
    private final PaddedMatrix image;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj orthogonal;
    private final QRDecomposition<DMatrixRMaj> qr;
    private final double[] values;

    EigenSide(int size, double decay, NetworkKernels kernels) {
        this.size = size;
        this.decay = decay;
        this.kernels = kernels;
        this.covariance = new double[size * size];
        this.basis = new double[size * size];
        this.vectors = new PaddedMatrix(size, size);
        this.transposed = new PaddedMatrix(size, size);
        this.product = new PaddedMatrix(size, size);
        this.image = new PaddedMatrix(size, size);
        this.matrix = new DMatrixRMaj(size, size);
        this.orthogonal = new DMatrixRMaj(size, size);
        this.qr = DecompositionFactory_DDRM.qr(size, size);
        this.values = new double[size];
        for (int i = 0; i < size; i++) {
            basis[i * size + i] = 1.0;
        }
        reload();
    }

    void addTo(StateArrays state, String name) {
        state.with(name + ".mean", covariance).with(name + ".basis", basis);
    }

    /** To be called when the basis has changed. */
    void reload() {
        vectors.load(basis, 0, size);
        transposed.loadTransposed(basis, 0, size);
    }

    /** C ← d C + (1 − d) Fᵀ F for F {@code [rows][size]}. */
    void add(PaddedMatrix factor, int rows) {
        product.fill(size, 0.0);
        kernels.addTransposedProduct(rows, factor, factor, product);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= decay / (1.0 - decay);
        }
        product.addTo(covariance, 0, size);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= 1.0 - decay;
        }
    }

    /** Sets the basis to the eigenvectors. */
    void decompose() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        System.arraycopy(covariance, 0, matrix.data, 0, covariance.length);
        if (!eigen.decompose(matrix)) {
            return;
        }
        int[] order = descending(k -> eigen.getEigenvalue(k).getReal());
        for (int k = 0; k < size; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            for (int i = 0; i < size; i++) {
                basis[i * size + k] = vector.data[i];
            }
        }
        reload();
    }

    /**
     * One step of orthogonal iteration.
     *
     * @return which of the former basis vectors became the k-th: the order may change
     */
    int[] iterate() {
        product.load(covariance, 0, size);
        image.fill(size, 0.0);
        kernels.addProduct(size, product, vectors, image);
        Arrays.fill(values, 0.0);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                values[k] += basis[i * size + k] * image.values()[i * image.stride() + k];
            }
        }
        int[] order = descending(k -> values[k]);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                matrix.data[i * size + k] = image.values()[i * image.stride() + order[k]];
            }
        }
        if (!qr.decompose(matrix)) {
            return unchanged();
        }
        qr.getQ(orthogonal, false);
        System.arraycopy(orthogonal.data, 0, basis, 0, basis.length);
        reload();
        return order;
    }

    private int[] unchanged() {
        int[] order = new int[size];
        Arrays.setAll(order, k -> k);
        return order;
    }

    private int[] descending(IntToDoubleFunction value) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> -value.applyAsDouble(k)));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The basis, vectors as columns. */
    PaddedMatrix vectors() {
        return vectors;
    }

    /** The basis, vectors as rows. */
    PaddedMatrix transposed() {
        return transposed;
    }
}
