package demarche.parse;

import java.util.List;

/**
 * Words of consecutive sentences of one story, as the encoder reads them. Word 0 is the root, "[CLS]".
 *
 * @param pieces ids of all pieces, "[CLS]" and "[SEP]" included
 * @param shapes the shape of each piece's word
 * @param first for each word the place of its first piece
 * @param sentence for each word the number of its part, from 1; 0 for the root
 * @param parts the sentences, or windows of a very long one, in order
 */
record Chunk(int[] pieces, int[] shapes, int[] first, int[] sentence, List<Part> parts) {

    /** Words {@code from} to {@code to} (0-based, exclusive) of a sentence; the first is word {@code at} of the chunk. */
    record Part(int sentence, int from, int to, int at) {
        int size() {
            return to - from;
        }
    }

    /** Words with the root. */
    int words() {
        return first.length;
    }
}
