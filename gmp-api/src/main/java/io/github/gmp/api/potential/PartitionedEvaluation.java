package io.github.gmp.api.potential;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A descriptor evaluated in blocks of centers, on several threads: ∂E/∂r = Σ_blocks (∂G_block/∂r)ᵀ ∂E/∂G_block. Neighbor lists and whatever
 * the descriptor keeps exist for the blocks in work only, so memory beyond results is constant (with a runner that starts tasks in the
 * order of their indices: gradients wait for those of earlier blocks). Every call computes the features of a block again. A structure of at most {@value #BLOCK} atoms is one block, which is kept.
 *
 * <p>Blocks do not depend on the number of threads and are added up in their order, so results do not either, bit for bit. Used by one
 * thread at a time, which the runner may multiply.
 */
public final class PartitionedEvaluation implements DescriptorEvaluation {
    /** Centers per block: many enough to hide the surface of a block, few enough that their pairs take megabytes. */
    public static final int BLOCK = 256;

    private final Descriptor descriptor;
    private final AtomicStructure structure;
    private final TaskRunner runner;
    private final int block;
    private final NeighborSearch search;
    private final Optional<DescriptorEvaluation> single;
    private Optional<Matrix> features = Optional.empty();

    /** Receives the features of blocks of centers, several blocks at the same time, each once. */
    @FunctionalInterface
    public interface BlockVisitor {
        /**
         * Takes the features of one block.
         *
         * @param firstCenter number of the first center of the block
         * @param features G of the block, {@code [centers of the block][features]}
         */
        void visit(int firstCenter, Matrix features);
    }

    /** Tells ∂E/∂G of blocks of centers; asked about several blocks at the same time, about each once. */
    @FunctionalInterface
    public interface BlockGradient {
        /**
         * {@return ∂E/∂G of the block, of the same shape}
         *
         * @param firstCenter number of the first center of the block
         * @param features G of the block, {@code [centers of the block][features]}
         */
        Matrix of(int firstCenter, Matrix features);
    }

    PartitionedEvaluation(Descriptor descriptor, AtomicStructure structure, TaskRunner runner, int block) {
        this.descriptor = descriptor;
        this.structure = structure;
        this.runner = runner;
        this.block = block;
        search = NeighborSearch.of(structure, descriptor.cutoff());
        if (structure.size() <= block) {
            single = Optional.of(descriptor.evaluate(structure, search.list()));
        } else {
            single = Optional.empty();
            // Without centers: atoms that the descriptor does not know are refused now, by the number that they have
            // here.
            descriptor.evaluate(structure, search.list(0, 0));
        }
    }

    /**
     * {@return the evaluation of a structure, block by block}
     *
     * @param descriptor the descriptor
     * @param structure a structure of any size
     * @param runner what blocks of centers are run on
     * @throws DataException if the structure has an element that the descriptor does not know, or periodic images do not fit into memory
     */
    public static PartitionedEvaluation of(Descriptor descriptor, AtomicStructure structure, TaskRunner runner) {
        return new PartitionedEvaluation(descriptor, structure, runner, BLOCK);
    }

    /**
     * {@return the number of blocks that a structure is evaluated in, at least 1}
     *
     * @param atoms number of atoms of a structure
     */
    public static int blocks(int atoms) {
        return Math.max(1, blocks(atoms, BLOCK));
    }

    /**
     * Shows the features block by block; they are not kept.
     *
     * @param visitor receives each block
     */
    public void visit(BlockVisitor visitor) {
        if (single.isPresent()) {
            visitor.visit(0, single.get().features());
            return;
        }
        runner.run(blockCount(), b -> {
            CenterBlock centers = centers(b);
            visitor.visit(centers.firstCenter(), evaluate(centers).features());
        });
    }

    @Override
    public Matrix features() {
        if (features.isEmpty()) {
            features = Optional.of(single.map(DescriptorEvaluation::features).orElseGet(this::collectFeatures));
        }
        return features.get();
    }

    private Matrix collectFeatures() {
        Rows rows = new Rows(structure.size(), columns());
        visit(rows::put);
        return rows.matrix();
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        int columns = columns();
        if (featureGradient.rows() != structure.size() || featureGradient.columns() != columns) {
            throw new IllegalArgumentException("a feature gradient of " + structure.size() + " x " + columns
                    + " was expected, got " + featureGradient.rows() + " x " + featureGradient.columns());
        }
        return pullback((first, rows) -> Matrix.wrap(
                rows.rows(),
                columns,
                Arrays.copyOfRange(featureGradient.array(), first * columns, (first + rows.rows()) * columns)));
    }

    /**
     * Features, what follows from them, and back, one block at a time.
     *
     * @param gradient from G to ∂E/∂G
     * @return the gradient by positions and strain
     * @throws IllegalArgumentException if the shape of a block does not fit
     */
    public GeometryVector pullback(BlockGradient gradient) {
        if (single.isPresent()) {
            return single.get().pullback(gradient.of(0, single.get().features()));
        }
        OrderedSum sum = new OrderedSum(structure.size());
        runner.run(blockCount(), b -> {
            CenterBlock centers = centers(b);
            DescriptorEvaluation evaluation = evaluate(centers);
            Matrix byFeatures = gradient.of(centers.firstCenter(), evaluation.features());
            sum.add(b, new Part(centers.atoms(), evaluation.pullback(byFeatures)));
        });
        return sum.result();
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != structure.size()) {
            throw new IllegalArgumentException(
                    "a tangent of " + structure.size() + " atoms was expected, got " + tangent.atoms());
        }
        if (single.isPresent()) {
            return single.get().pushforward(tangent);
        }
        Rows rows = new Rows(structure.size(), columns());
        runner.run(blockCount(), b -> {
            CenterBlock centers = centers(b);
            rows.put(centers.firstCenter(), evaluate(centers).pushforward(tangent.of(centers.atoms())));
        });
        return rows.matrix();
    }

    private int blockCount() {
        return blocks(structure.size(), block);
    }

    private static int blocks(int atoms, int block) {
        return atoms / block + (atoms % block == 0 ? 0 : 1);
    }

    private int columns() {
        return descriptor.features().size();
    }

    private CenterBlock centers(int b) {
        int first = b * block;
        return CenterBlock.of(structure, search, first, Math.min(first + block, structure.size()));
    }

    private DescriptorEvaluation evaluate(CenterBlock centers) {
        return descriptor.evaluate(centers.structure(), centers.neighbors());
    }

    /** The gradient of one block, by the atoms of the block. */
    private record Part(int[] atoms, GeometryVector gradient) {}

    /** Adds up gradients of blocks in the order of the blocks, whatever the order in which they come: rounding depends on it. */
    private static final class OrderedSum {
        private final double[] positions;
        private final double[] strain = new double[9];
        /** Few at a time where the runner starts blocks in their order: each waits only for those that began before it. */
        private final Map<Integer, Part> waiting = new HashMap<>();

        private int next;

        OrderedSum(int atoms) {
            positions = new double[3 * atoms];
        }

        synchronized void add(int block, Part part) {
            waiting.put(block, part);
            while (waiting.containsKey(next)) {
                add(waiting.remove(next));
                next++;
            }
        }

        private void add(Part part) {
            int[] atoms = part.atoms();
            double[] local = part.gradient().positions();
            for (int i = 0; i < atoms.length; i++) {
                for (int a = 0; a < 3; a++) {
                    positions[3 * atoms[i] + a] += local[3 * i + a];
                }
            }
            for (int k = 0; k < strain.length; k++) {
                strain[k] += part.gradient().strain()[k];
            }
        }

        synchronized GeometryVector result() {
            return new GeometryVector(positions, strain);
        }
    }

    /** A matrix that is put together from blocks of rows. */
    private record Rows(int rows, int columns, double[] values) {
        Rows(int rows, int columns) {
            this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
        }

        void put(int firstRow, Matrix block) {
            System.arraycopy(block.array(), 0, values, firstRow * columns, block.rows() * columns);
        }

        Matrix matrix() {
            return Matrix.wrap(rows, columns, values);
        }
    }
}
