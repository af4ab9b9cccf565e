package io.github.gmp.experiments.search;

import java.util.List;
import java.util.OptionalDouble;

/** What trials cost, before they are run. */
interface Costs {
    /**
     * @param attempts trials of one rung
     * @return how much work each of them will be, compared to the others
     */
    double[] work(List<Attempt> attempts);

    /**
     * @param candidate a candidate that its components accept
     * @return operations per atom of its own descriptor and regressor on the data of full trials, whatever a rung makes of them; empty if
     *     only the full trial tells
     */
    OptionalDouble operationsPerAtom(Candidate candidate);
}
