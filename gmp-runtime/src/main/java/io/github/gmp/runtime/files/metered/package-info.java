/** Files that count the bytes read from them, whoever reads them. */
@NullMarked
package io.github.gmp.runtime.files.metered;

import org.jspecify.annotations.NullMarked;
