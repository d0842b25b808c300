/**
 * Room 4 of 9. In: a parse and the codebook. Out: statements, events and positions whose arguments are phrases. Knows
 * nothing of who the parties are in the world.
 */
@NullMarked
package demarche.code;

import org.jspecify.annotations.NullMarked;
