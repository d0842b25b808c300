/**
 * Room 8 of 9. In: a ledger. Out: pages for people and the same for programs. A page is one class and one template, listed in
 * {@link demarche.serve.Pages}. Knows nothing of SQL.
 */
@NullMarked
package demarche.serve;

import org.jspecify.annotations.NullMarked;
