/** Room 1 of 8. The records everything speaks in: story, span, reading and its parts, and their JSON form. */
@NullMarked
package demarche.story;

import org.jspecify.annotations.NullMarked;
