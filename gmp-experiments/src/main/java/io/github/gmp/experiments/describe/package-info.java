/** Documentation of components and configuration files, generated from their records. */
@NullMarked
package io.github.gmp.experiments.describe;

import org.jspecify.annotations.NullMarked;
