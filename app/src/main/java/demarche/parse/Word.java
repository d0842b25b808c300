package demarche.parse;

/**
 * A word as it stands in a text, before it is analysed. Offsets are UTF-16 units of the text it was cut from.
 *
 * @param start first unit
 * @param end first unit after the word
 * @param form the characters
 * @param clitic whether it is written together with the word before and counts as one token with it ("n't", "'s")
 */
record Word(int start, int end, String form, boolean clitic) {}
