/** A search from its configuration to its results: checked, estimated, run, continued. */
@NullMarked
package io.github.gmp.experiments.search.run;

import org.jspecify.annotations.NullMarked;
