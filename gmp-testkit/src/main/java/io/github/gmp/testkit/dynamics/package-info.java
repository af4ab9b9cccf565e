/** Dynamics at constant energy: whether the forces of a potential are the derivatives of its energy, seen over thousands of steps. */
@NullMarked
package io.github.gmp.testkit.dynamics;

import org.jspecify.annotations.NullMarked;
