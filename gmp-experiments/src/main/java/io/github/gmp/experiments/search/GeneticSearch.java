package io.github.gmp.experiments.search;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
     * Logarithms of a failed candidate: finite, because crowding distances divide by the spread of a front, and beyond any
     * real one (10^30 eV, 10^30 operations), so that failures are dominated by every candidate that works.
     */
    private static final double FAILED = 30;
    /** How often a repeated candidate is changed again; a space with fewer candidates than trials has no new ones left. */
    private static final int RENEWALS = 20;

    private final List<Dimension> dimensions;
    private final Objectives objectives;
    private final Algorithm algorithm;
    private final int population;
    private final int generations;
    private final long seed;

    GeneticSearch(SearchSpace space, SearchConfig config) {
        this.dimensions = List.copyOf(space.dimensions().values());
        this.objectives = new Objectives(config.objectives());
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
            if (algorithm == Algorithm.RANDOM || generations == 1) {
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
        Set<List<Object>> known = new HashSet<>();
        DimensionMutator mutator = new DimensionMutator();
        Evaluator<DoubleGene, Vec<double[]>> evaluator = candidates -> {
            candidates.forEach(phenotype -> known.add(decode(phenotype.genotype())));
            return evaluate(candidates, judge);
        };
        Alterer<DoubleGene, Vec<double[]>> crossover =
                new UniformCrossover<>(CROSSOVER_PROBABILITY, GENE_SWAP_PROBABILITY);
        Engine<DoubleGene, Vec<double[]>> engine = new Engine.Builder<>(evaluator, genotypes())
                .minimizing()
                .populationSize(population)
                .offspringSize(offspring(population))
                // The best stay until something beats them, however old they get.
                .maximalPhenotypeAge(Long.MAX_VALUE)
                .survivorsSelector(NSGA2Selector.ofVec())
                .offspringSelector(UFTournamentSelector.ofVec())
                .alterers(crossover, mutator, new Renewal(mutator, known))
                // On this thread: on a pool, alterers would draw from the generator in an order that changes from run
                // to run.
                .executor(Runnable::run)
                .build();
        // The first step judges two generations: the random one and its offspring.
        Iterator<EvolutionResult<DoubleGene, Vec<double[]>>> evolution =
                engine.stream().limit(generations - 1L).iterator();
        while (evolution.hasNext()) {
            evolution.next();
        }
    }

    /**
     * @param population size of a population
     * @return how many of it are new in each generation after the first; the rest are the best so far
     */
    static int offspring(int population) {
        return (population + 1) / 2;
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

    /** The values that genes stand for: different genes may mean the same candidate. */
    private List<Object> decode(Genotype<DoubleGene> genotype) {
        List<Object> values = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            values.add(dimensions.get(d).decode(values(genotype.get(d))));
        }
        return values;
    }

    private static double[] values(Chromosome<DoubleGene> chromosome) {
        return chromosome.stream().mapToDouble(DoubleGene::doubleValue).toArray();
    }

    private ISeq<Phenotype<DoubleGene, Vec<double[]>>> evaluate(
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
    private Vec<double[]> fitness(SearchTrial trial) {
        double[] failed = new double[objectives.list().size()];
        Arrays.fill(failed, FAILED);
        return Vec.of(trial.outcome().map(objectives::logs).orElse(failed));
    }

    /** Changes offspring that repeat a known candidate until they are new: a trial spent on a repetition teaches nothing. */
    private final class Renewal implements Alterer<DoubleGene, Vec<double[]>> {
        private final DimensionMutator mutator;
        private final Set<List<Object>> known;

        Renewal(DimensionMutator mutator, Set<List<Object>> known) {
            this.mutator = mutator;
            this.known = known;
        }

        @Override
        public AltererResult<DoubleGene, Vec<double[]>> alter(
                Seq<Phenotype<DoubleGene, Vec<double[]>>> offspring, long generation) {
            Set<List<Object>> taken = new HashSet<>(known);
            List<Phenotype<DoubleGene, Vec<double[]>>> renewed = new ArrayList<>();
            int changed = 0;
            for (Phenotype<DoubleGene, Vec<double[]>> phenotype : offspring) {
                Phenotype<DoubleGene, Vec<double[]>> candidate = phenotype;
                for (int attempt = 0; attempt < RENEWALS && taken.contains(decode(candidate.genotype())); attempt++) {
                    candidate = Phenotype.of(mutator.mutated(candidate.genotype()), generation);
                }
                changed += candidate.equals(phenotype) ? 0 : 1;
                taken.add(decode(candidate.genotype()));
                renewed.add(candidate);
            }
            return new AltererResult<>(ISeq.of(renewed), changed);
        }
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

        Genotype<DoubleGene> mutated(Genotype<DoubleGene> genotype) {
            return mutate(genotype, MUTATION_PROBABILITY, RandomRegistry.random())
                    .result();
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
