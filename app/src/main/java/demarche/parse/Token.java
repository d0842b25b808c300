package demarche.parse;

import demarche.story.Span;

/**
 * A syntactic word of a sentence, in Universal Dependencies terms.
 *
 * @param index 1-based position in the sentence, as in CoNLL-U
 * @param span where its characters stand in the story (a part of a multiword token has its own characters)
 * @param form the characters
 * @param lemma lower case but for names
 * @param upos universal part of speech
 * @param xpos Penn-style tag as in UD EWT ("VBD", "VBN", "NNS", …)
 * @param head index of its governor in the sentence, 0 for the root
 * @param relation UD relation with subtype ("nsubj:pass")
 */
public record Token(
        int index, Span span, String form, String lemma, String upos, String xpos, int head, String relation) {
    /** Whether the word is under a relation, given with the subtype or without. */
    public boolean stands(String under) {
        return relation.startsWith(under)
                && (relation.length() == under.length()
                        || relation.charAt(under.length()) == ':' && under.indexOf(':') < 0);
    }

    /** The relation without its subtype. */
    public String baseRelation() {
        int colon = relation.indexOf(':');
        return colon < 0 ? relation : relation.substring(0, colon);
    }
}
