/** Features of many structures: computed on several threads in a fixed order, checked, and written as NumPy archives. */
@NullMarked
package io.github.gmp.runtime.features;

import org.jspecify.annotations.NullMarked;
