/** What a search may change: searched keys, the values they may take, and how these vary. */
@NullMarked
package io.github.gmp.experiments.search.space;

import org.jspecify.annotations.NullMarked;
