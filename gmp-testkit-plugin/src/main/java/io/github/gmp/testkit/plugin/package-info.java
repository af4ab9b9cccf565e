/** Contract tests of whole plugins, and of the records that configure their components. */
@NullMarked
package io.github.gmp.testkit.plugin;

import org.jspecify.annotations.NullMarked;
