/** Room 7 of 9. In: readings. Out: a ledger file with what each party holds about what, over time, and queries on it. */
@NullMarked
package demarche.ledger;

import org.jspecify.annotations.NullMarked;
