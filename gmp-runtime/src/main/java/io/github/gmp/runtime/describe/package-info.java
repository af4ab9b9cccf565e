/** Documentation of components and configuration files, generated from their records. */
@NullMarked
package io.github.gmp.runtime.describe;

import org.jspecify.annotations.NullMarked;
