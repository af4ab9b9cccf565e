/** Runs tasks of GMP on Apache Spark: the driver is the process of the command, workers live in Spark's executors. */
@NullMarked
package io.github.gmp.spark;

import org.jspecify.annotations.NullMarked;
