/** Data sets: loading, checking, splitting and the ingest report. */
@NullMarked
package io.github.gmp.runtime.dataset;

import org.jspecify.annotations.NullMarked;
