package io.github.gmp.experiments.search;

/** How many candidates and trials a search may spend: the same for all algorithms. */
public record SearchBudget(SearchConfig config) {
    /**
     * {@return how many new candidates it has at most}
     *
     * @param generation number of a generation, from 0
     */
    public long candidates(int generation) {
        return generation == 0 ? config.population() : offspring(config.population());
    }

    /** {@return how many candidates there are at most} */
    public long candidates() {
        return config.population() + (config.generations() - 1L) * offspring(config.population());
    }

    /**
     * {@return how many of it are new in each generation after the first; the rest are the best so far}
     *
     * @param population size of a population
     */
    public static int offspring(int population) {
        return (population + 1) / 2;
    }

    /**
     * {@return how many trials it takes at most, over all rungs}
     *
     * @param generation number of a generation, from 0
     */
    public long trials(int generation) {
        long sum = 0;
        for (int rung = 1; rung <= config.rungs().size() + 1; rung++) {
            sum += remaining((int) candidates(generation), rung);
        }
        return sum;
    }

    /** {@return the number of rungs, the full trial included} */
    public int rungs() {
        return config.rungs().size() + 1;
    }

    /**
     * {@return how many trials of it there are at most, those of references included}
     *
     * @param rung number of a rung, from 1
     */
    public long trialsOnRung(int rung) {
        return trialsOnRung(rung, config.generations());
    }

    /**
     * {@return how many trials of it there are at most until so many generations have ended, those of references included}
     *
     * @param rung number of a rung, from 1
     * @param generations number of generations, at least 1
     */
    public long trialsOnRung(int rung, int generations) {
        return config.references().size()
                + remaining((int) candidates(0), rung)
                + (generations - 1L) * remaining((int) candidates(1), rung);
    }

    /** How many of a generation's candidates reach a rung. */
    private int remaining(int candidates, int rung) {
        int left = candidates;
        for (RungConfig below : config.rungs().subList(0, rung - 1)) {
            left = kept(below.keep(), left);
        }
        return left;
    }

    /** {@return how many trials there are at most, over all rungs, those of references included} */
    public long trials() {
        long references = (long) config.references().size() * (config.rungs().size() + 1);
        return references + trials(0) + (config.generations() - 1L) * trials(1);
    }

    /**
     * {@return how many go on}
     *
     * @param keep share of candidates that goes on
     * @param candidates number of candidates that were tried
     */
    public static int kept(double keep, int candidates) {
        return Math.min(candidates, Math.max(1, (int) Math.ceil(keep * candidates - 1e-9)));
    }
}
