package io.github.gmp.experiments.search.halving;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;

import java.util.List;
import java.util.OptionalDouble;

/** What trials cost, before they are run. */
public interface Costs {
    /**
     * {@return how much work each of them will be, compared to the others}
     *
     * @param attempts trials of one rung
     */
    double[] work(List<Attempt> attempts);

    /**
     * {@return operations per atom of its own descriptor and regressor on the data of full trials, whatever a rung makes of them; empty if
     * only the full trial tells}
     *
     * @param candidate a candidate that its components accept
     */
    OptionalDouble operationsPerAtom(Candidate candidate);
}
