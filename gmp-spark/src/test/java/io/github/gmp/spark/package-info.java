/** Tests of the executor on Spark: on threads of this process, and on processes of its own. */
@NullMarked
package io.github.gmp.spark;

import org.jspecify.annotations.NullMarked;
