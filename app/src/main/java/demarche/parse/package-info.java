/**
 * Room 3 of 9. In: Story. Out: {@link demarche.parse.Parse}, its sentences with words, trees, names and attributions.
 * Knows nothing of politics.
 */
@NullMarked
package demarche.parse;

import org.jspecify.annotations.NullMarked;
