package io.github.gmp.experiments.search;

import io.jenetics.Alterer;
import io.jenetics.Chromosome;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.Evaluator;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.IntRange;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The genetic algorithm, and the only class that knows Jenetics. It runs on the caller's thread with a seeded generator of its own and
 * asks for whole generations at a time, so that the same seed gives the same candidates whatever runs them.
 */
final class GeneticSearch {
    private static final double MUTATION_PROBABILITY = 0.5;
    private static final double CROSSOVER_PROBABILITY = 0.6;
    private static final double GENE_SWAP_PROBABILITY = 0.4;
    /**
     * Both logarithms of a failed candidate: finite, because crowding distances divide by the spread of a front, and beyond any
     * real one (10^30 eV, 10^30 operations), so that failures are dominated by every candidate that works.
     */
    private static final double FAILED = 30;

    private final List<Dimension> dimensions;
    private final Algorithm algorithm;
    private final int population;
    private final int generations;
    private final long seed;

    GeneticSearch(SearchSpace space, SearchConfig config) {
        this.dimensions = List.copyOf(space.dimensions().values());
        this.algorithm = config.algorithm();
        this.population = config.population();
        this.generations = config.generations();
        this.seed = config.seed();
    }

    /**
     * Runs to the end.
     *
     * @param judge tries the genes of a whole generation (of each candidate, of each dimension) and returns the trials in the same order
     */
    void run(Function<List<List<double[]>>, List<SearchTrial>> judge) {
        RandomRegistry.using(new SplittableRandom(seed), random -> {
            if (algorithm == Algorithm.RANDOM) {
                runRandom(judge);
            } else {
                runGenetic(judge);
            }
        });
    }

    /**
     * @param count number of samples
     * @return genes of random candidates, the same for the same seed
     */
    List<List<double[]>> samples(int count) {
        List<List<double[]>> samples = new ArrayList<>();
        RandomRegistry.using(new SplittableRandom(seed), random -> {
            Genotype<DoubleGene> factory = genotypes();
            for (int i = 0; i < count; i++) {
                samples.add(genes(factory.newInstance()));
            }
        });
        return samples;
    }

    private void runRandom(Function<List<List<double[]>>, List<SearchTrial>> judge) {
        Genotype<DoubleGene> factory = genotypes();
        for (int generation = 0; generation < generations; generation++) {
            List<List<double[]>> genes = new ArrayList<>();
            for (int i = 0; i < population; i++) {
                genes.add(genes(factory.newInstance()));
            }
            judge.apply(genes);
        }
    }

    private void runGenetic(Function<List<List<double[]>>, List<SearchTrial>> judge) {
        Evaluator<DoubleGene, Vec<double[]>> evaluator = candidates -> evaluate(candidates, judge);
        Alterer<DoubleGene, Vec<double[]>> crossover =
                new UniformCrossover<>(CROSSOVER_PROBABILITY, GENE_SWAP_PROBABILITY);
        Engine<DoubleGene, Vec<double[]>> engine = new Engine.Builder<>(evaluator, genotypes())
                .minimizing()
                .populationSize(population)
                .survivorsFraction(0.5)
                .survivorsSelector(NSGA2Selector.ofVec())
                .offspringSelector(UFTournamentSelector.ofVec())
                .alterers(crossover, new DimensionMutator())
                // On this thread: on a pool, alterers would draw from the generator in an order that changes from run
                // to run.
                .executor(Runnable::run)
                .build();
        Iterator<EvolutionResult<DoubleGene, Vec<double[]>>> evolution =
                engine.stream().limit(generations).iterator();
        while (evolution.hasNext()) {
            evolution.next();
        }
    }

    private Genotype<DoubleGene> genotypes() {
        List<Chromosome<DoubleGene>> chromosomes = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            IntRange length = IntRange.of(dimension.minGenes(), dimension.maxGenes() + 1);
            chromosomes.add(DoubleChromosome.of(0.0, 1.0, length));
        }
        return Genotype.of(chromosomes);
    }

    private static List<double[]> genes(Genotype<DoubleGene> genotype) {
        List<double[]> genes = new ArrayList<>();
        for (Chromosome<DoubleGene> chromosome : genotype) {
            genes.add(values(chromosome));
        }
        return genes;
    }

    private static double[] values(Chromosome<DoubleGene> chromosome) {
        return chromosome.stream().mapToDouble(DoubleGene::doubleValue).toArray();
    }

    private static ISeq<Phenotype<DoubleGene, Vec<double[]>>> evaluate(
            Seq<Phenotype<DoubleGene, Vec<double[]>>> candidates,
            Function<List<List<double[]>>, List<SearchTrial>> judge) {
        List<List<double[]>> unknown = candidates.stream()
                .filter(Phenotype::nonEvaluated)
                .map(phenotype -> genes(phenotype.genotype()))
                .toList();
        Iterator<SearchTrial> trials = judge.apply(unknown).iterator();
        return candidates.stream()
                .map(phenotype -> phenotype.isEvaluated() ? phenotype : phenotype.withFitness(fitness(trials.next())))
                .collect(ISeq.toISeq());
    }

    /** Logarithms: fronts span decades, and crowding should be even over them. */
    private static Vec<double[]> fitness(SearchTrial trial) {
        return trial.outcome()
                .map(outcome -> Vec.of(Math.log10(outcome.error()), Math.log10(outcome.operationsPerAtom())))
                .orElseGet(() -> Vec.of(FAILED, FAILED));
    }

    /** Lets each dimension take its own kind of step. */
    private final class DimensionMutator extends Mutator<DoubleGene, Vec<double[]>> {
        DimensionMutator() {
            super(MUTATION_PROBABILITY);
        }

        @Override
        protected MutatorResult<Genotype<DoubleGene>> mutate(
                Genotype<DoubleGene> genotype, double probability, RandomGenerator random) {
            List<Chromosome<DoubleGene>> chromosomes = new ArrayList<>();
            int mutations = 0;
            for (int d = 0; d < dimensions.size(); d++) {
                Chromosome<DoubleGene> chromosome = genotype.get(d);
                if (random.nextDouble() < MUTATION_PROBABILITY) {
                    double[] genes = dimensions.get(d).mutate(values(chromosome), random);
                    chromosomes.add(chromosome(dimensions.get(d), genes));
                    mutations++;
                } else {
                    chromosomes.add(chromosome);
                }
            }
            return new MutatorResult<>(Genotype.of(chromosomes), mutations);
        }

        private Chromosome<DoubleGene> chromosome(Dimension dimension, double[] genes) {
            DoubleGene[] boxed = new DoubleGene[genes.length];
            for (int i = 0; i < genes.length; i++) {
                boxed[i] = DoubleGene.of(genes[i], 0, 1);
            }
            IntRange length = IntRange.of(dimension.minGenes(), dimension.maxGenes() + 1);
            return DoubleChromosome.of(0.0, 1.0, length).newInstance(ISeq.of(boxed));
        }
    }
}
