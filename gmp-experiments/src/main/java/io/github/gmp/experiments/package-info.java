/** The host: everything around descriptors and regressors that a user runs. */
@NullMarked
package io.github.gmp.experiments;

import org.jspecify.annotations.NullMarked;
