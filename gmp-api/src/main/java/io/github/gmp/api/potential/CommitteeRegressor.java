package io.github.gmp.api.potential;

import io.github.gmp.api.model.Regressor;

import java.util.List;

/** A regressor that predicts the mean of several, whose disagreement tells what they do not know, see {@link Spread}. */
public interface CommitteeRegressor extends Regressor {
    /** {@return the members, at least one} */
    List<Regressor> members();
}
