/** JMH benchmarks on fixed workloads. */
@NullMarked
package io.github.gmp.benchmarks;

import org.jspecify.annotations.NullMarked;
