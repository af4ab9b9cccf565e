/** Where another process, e.g. an executor's on a cluster, comes in. */
@NullMarked
package io.github.gmp.cli.remote;

import org.jspecify.annotations.NullMarked;
