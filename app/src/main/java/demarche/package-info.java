/** The way of a story: {@link demarche.Engine} goes through the rooms in order. */
@NullMarked
package demarche;

import org.jspecify.annotations.NullMarked;
