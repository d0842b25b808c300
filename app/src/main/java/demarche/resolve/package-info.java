/** Room 5 of 9. In: what the code room found. Out: a reading with parties, issues, dates and places. Knows nothing of storage. */
@NullMarked
package demarche.resolve;

import org.jspecify.annotations.NullMarked;
