/** Room 9 of 9. The commands. Everything a person types ends here; the rooms know nothing of it. */
@NullMarked
package demarche.cli;

import org.jspecify.annotations.NullMarked;
