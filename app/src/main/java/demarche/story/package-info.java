/** Room 1 of 9. The records everything speaks in: story, span, reading and its parts, and their JSON form. */
@NullMarked
package demarche.story;

import org.jspecify.annotations.NullMarked;
