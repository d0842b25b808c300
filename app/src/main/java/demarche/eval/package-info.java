/** Room 6 of 9, beside the rooms' way: compares readings with gold data. Figures are those of the field's reference scripts. */
@NullMarked
package demarche.eval;

import org.jspecify.annotations.NullMarked;
