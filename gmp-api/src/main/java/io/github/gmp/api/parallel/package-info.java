/** How components are given threads. */
@NullMarked
package io.github.gmp.api.parallel;

import org.jspecify.annotations.NullMarked;
