/** Room 2 of 9. In: files, feeds, pages, standard input. Out: stories, with boilerplate marked. Knows nothing of language or the ledger. */
@NullMarked
package demarche.read;

import org.jspecify.annotations.NullMarked;
