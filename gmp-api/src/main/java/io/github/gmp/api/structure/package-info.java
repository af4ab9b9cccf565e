/** Elements, cells, atomic structures and their reference labels. */
@NullMarked
package io.github.gmp.api.structure;

import org.jspecify.annotations.NullMarked;
