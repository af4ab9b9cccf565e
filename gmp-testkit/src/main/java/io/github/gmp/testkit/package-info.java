/** Contract tests: extend the one for your component and every promise of its interface is checked. */
@NullMarked
package io.github.gmp.testkit;

import org.jspecify.annotations.NullMarked;
