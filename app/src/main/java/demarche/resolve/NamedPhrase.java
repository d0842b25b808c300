package demarche.resolve;

import demarche.parse.Sentence;
import demarche.story.Party;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a sentence that names somebody or something.
 *
 * @param first first token
 * @param last last token
 * @param head the token the rest of the name hangs on
 * @param entry what the register says, null when it does not know the name
 * @param kind what the encoder or the register takes it for; null for places and others
 */
record NamedPhrase(
        int first,
        int last,
        int head,
        String text,
        Register.@Nullable Entry entry,
        Party.@Nullable Kind kind,
        Sentence.Name.@Nullable Kind found) {}
