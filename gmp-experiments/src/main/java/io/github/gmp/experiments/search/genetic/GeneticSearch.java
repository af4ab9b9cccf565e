package io.github.gmp.experiments.search.genetic;

import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.space.Dimension;
import io.github.gmp.experiments.search.space.SearchSpace;
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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The genetic algorithm; with {@link ParetoRanking} the only class that knows Jenetics. It runs on the caller's thread with a seeded generator of its own and
 * asks for whole generations at a time, so that the same seed gives the same candidates whatever runs them.
 */
public final class GeneticSearch {
    private static final double MUTATION_PROBABILITY = 0.5;
    private static final double CROSSOVER_PROBABILITY = 0.6;
    private static final double GENE_SWAP_PROBABILITY = 0.4;
    /** How often a repeated candidate is changed again; a space with fewer candidates than trials has no new ones left. */
    private static final int RENEWALS = 20;

    private final SearchSpace space;
    private final List<String> paths;
    private final List<Dimension> dimensions;
    private final int population;
    private final int generations;
    private final long seed;

    public GeneticSearch(SearchSpace space, SearchConfig config) {
        this.space = space;
        this.paths = List.copyOf(space.dimensions().keySet());
        this.dimensions = List.copyOf(space.dimensions().values());
        this.population = config.population();
        this.generations = config.generations();
        this.seed = config.seed();
    }

    /**
     * Runs to the end.
     *
     * @param seeds genes of candidates that the first generation begins with, at most as many as its population; random ones fill it up
     * @param judge tries the genes of a whole generation (of each candidate, of each dimension) and returns the values of the objectives in
     *     the same order, all finite
     */
    public void run(List<List<double[]>> seeds, Function<List<List<double[]>>, List<double[]>> judge) {
        RandomRegistry.using(new SplittableRandom(seed), random -> runGenetic(seeds, judge));
    }

    /**
     * {@return the genes of random candidates, the same for the same seed}
     *
     * @param count number of samples
     */
    public List<List<double[]>> samples(int count) {
        List<List<double[]>> samples = new ArrayList<>();
        RandomRegistry.using(new SplittableRandom(seed), random -> {
            Genotype<DoubleGene> factory = genotypes();
            for (int i = 0; i < count; i++) {
                samples.add(genes(factory.newInstance()));
            }
        });
        return samples;
    }

    private void runGenetic(List<List<double[]>> seeds, Function<List<List<double[]>>, List<double[]>> judge) {
        Set<Map<String, Object>> known = new HashSet<>();
        DimensionMutator mutator = new DimensionMutator();
        Evaluator<DoubleGene, Vec<double[]>> evaluator = candidates -> {
            candidates.forEach(phenotype -> known.add(decode(phenotype.genotype())));
            return evaluated(candidates, judge);
        };
        Alterer<DoubleGene, Vec<double[]>> crossover =
                new UniformCrossover<>(CROSSOVER_PROBABILITY, GENE_SWAP_PROBABILITY);
        Engine<DoubleGene, Vec<double[]>> engine = new Engine.Builder<>(evaluator, genotypes())
                .minimizing()
                .populationSize(population)
                .offspringSize(SearchBudget.offspring(population))
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
                engine.stream(genotypes(seeds)).limit(generations - 1L).iterator();
        while (evolution.hasNext()) {
            evolution.next();
        }
    }

    private List<Genotype<DoubleGene>> genotypes(List<List<double[]>> genes) {
        List<Genotype<DoubleGene>> genotypes = new ArrayList<>();
        for (List<double[]> candidate : genes) {
            List<Chromosome<DoubleGene>> chromosomes = new ArrayList<>();
            for (int d = 0; d < dimensions.size(); d++) {
                chromosomes.add(chromosome(dimensions.get(d), candidate.get(d)));
            }
            genotypes.add(Genotype.of(chromosomes));
        }
        return genotypes;
    }

    private static Chromosome<DoubleGene> chromosome(Dimension dimension, double[] genes) {
        DoubleGene[] boxed = new DoubleGene[genes.length];
        for (int i = 0; i < genes.length; i++) {
            boxed[i] = DoubleGene.of(genes[i], 0, 1);
        }
        IntRange length = IntRange.of(dimension.minGenes(), dimension.maxGenes() + 1);
        return DoubleChromosome.of(0.0, 1.0, length).newInstance(ISeq.of(boxed));
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
    private Map<String, Object> decode(Genotype<DoubleGene> genotype) {
        return space.values(genes(genotype));
    }

    private static double[] values(Chromosome<DoubleGene> chromosome) {
        return chromosome.stream().mapToDouble(DoubleGene::doubleValue).toArray();
    }

    private static ISeq<Phenotype<DoubleGene, Vec<double[]>>> evaluated(
            Seq<Phenotype<DoubleGene, Vec<double[]>>> candidates,
            Function<List<List<double[]>>, List<double[]>> judge) {
        List<List<double[]>> unknown = candidates.stream()
                .filter(Phenotype::nonEvaluated)
                .map(phenotype -> genes(phenotype.genotype()))
                .toList();
        Iterator<double[]> values = judge.apply(unknown).iterator();
        return candidates.stream()
                .map(phenotype -> phenotype.isEvaluated() ? phenotype : phenotype.withFitness(Vec.of(values.next())))
                .collect(ISeq.toISeq());
    }

    /** Changes offspring that repeat a known candidate until they are new: a trial spent on a repetition teaches nothing. */
    private final class Renewal implements Alterer<DoubleGene, Vec<double[]>> {
        private final DimensionMutator mutator;
        private final Set<Map<String, Object>> known;

        Renewal(DimensionMutator mutator, Set<Map<String, Object>> known) {
            this.mutator = mutator;
            this.known = known;
        }

        @Override
        public AltererResult<DoubleGene, Vec<double[]>> alter(
                Seq<Phenotype<DoubleGene, Vec<double[]>>> offspring, long generation) {
            Set<Map<String, Object>> taken = new HashSet<>(known);
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
            Set<String> counting = decode(genotype).keySet();
            int mutations = 0;
            for (int d = 0; d < dimensions.size(); d++) {
                Chromosome<DoubleGene> chromosome = genotype.get(d);
                // A step of a key that does not count now would be none.
                if (counting.contains(paths.get(d)) && random.nextDouble() < MUTATION_PROBABILITY) {
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
    }
}
