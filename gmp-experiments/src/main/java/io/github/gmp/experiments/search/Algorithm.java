package io.github.gmp.experiments.search;

/** How candidates are chosen. All have the same budget of candidates. */
public enum Algorithm {
    /** Non-dominated sorting genetic algorithm II (Deb et al. 2002, doi:10.1109/4235.996017). */
    NSGA2("NSGA-II"),
    /** Independent random candidates: the baseline that any search must beat at the same number of trials. */
    RANDOM("random search"),
    /** Candidates spread evenly over the space: the other baseline. */
    GRID("grid search");

    private final String title;

    Algorithm(String title) {
        this.title = title;
    }

    /** {@return its name in a sentence} */
    public String title() {
        return title;
    }
}
