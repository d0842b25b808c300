/**
 * Beside the rooms' way. In: readings. Out: their events in the formats of other event data sets (PLOVER, POLECAT, GDELT, Phoenix).
 * Knows nothing of ledgers.
 */
@NullMarked
package demarche.exchange;

import org.jspecify.annotations.NullMarked;
