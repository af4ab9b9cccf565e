/** Configurations: reading YAML, binding it strictly to records, and hashing what came out. */
@NullMarked
package io.github.gmp.runtime.config;

import org.jspecify.annotations.NullMarked;
