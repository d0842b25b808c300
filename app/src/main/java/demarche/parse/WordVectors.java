package demarche.parse;

import demarche.story.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * What words mean by themselves: the encoder's first layer, where words of like meaning lie near each other. It was taken over
 * from a sentence encoder (all-MiniLM-L6-v2) and not changed by training, unlike all layers above it, which tell how words stand
 * in a sentence and no longer what about.
 */
public final class WordVectors {
    /** The weights' name in the network. */
    private static final String WEIGHTS = "backbone.words.weight_quantized";

    private final WordPiece pieces;
    private final int unknown;
    private final ByteBuffer weights;
    private final int width;

    private WordVectors(WordPiece pieces, ByteBuffer weights, int width) {
        this.pieces = pieces;
        this.unknown = pieces.id("[UNK]");
        this.weights = weights;
        this.width = width;
    }

    /** The vectors of a model. */
    static WordVectors of(ModelFiles model, WordPiece pieces) {
        try {
            int count = model.vocabulary().size();
            ByteBuffer found = weights(ByteBuffer.wrap(Files.readAllBytes(model.network())));
            if (found == null || found.remaining() % count != 0) {
                throw new InputException(model.place() + "/encoder.onnx: no vectors \"" + WEIGHTS + "\" for " + count
                        + " word pieces. Export the model again.");
            }
            ByteBuffer own = ByteBuffer.allocate(found.remaining()).put(found).flip();
            return new WordVectors(pieces, own, own.remaining() / count);
        } catch (IOException e) {
            throw new UncheckedIOException(model.place() + "/encoder.onnx", e);
        }
    }

    /** A word's vector, the mean of its pieces', in units of their own; null when the vocabulary cannot spell it. */
    public float @Nullable [] of(String word) {
        int[] ids = pieces.pieces(word);
        float[] out = new float[width];
        for (int id : ids) {
            if (id == unknown) {
                return null;
            }
            for (int i = 0; i < width; i++) {
                out[i] += (float) (weights.get(id * width + i) & 0xff) / ids.length;
            }
        }
        return out;
    }

    /**
     * The bytes of the weights in an ONNX file: of its graph (field 7) the initializer (field 5) of their name (field 8), raw
     * data (field 9). See onnx.proto and the encoding of Protocol Buffers. Null when there are none.
     */
    private static @Nullable ByteBuffer weights(ByteBuffer model) {
        ByteBuffer graph = field(model, 7);
        while (graph != null && graph.hasRemaining()) {
            ByteBuffer tensor = field(graph, 5);
            if (tensor != null) {
                ByteBuffer name = field(tensor.duplicate(), 8);
                if (name != null
                        && WEIGHTS.equals(StandardCharsets.UTF_8.decode(name).toString())) {
                    return field(tensor, 9);
                }
            }
        }
        return null;
    }

    /** The next field of bytes with a number; what is read is left behind. Null when there is none. */
    private static @Nullable ByteBuffer field(ByteBuffer message, int number) {
        message.order(ByteOrder.LITTLE_ENDIAN);
        while (message.hasRemaining()) {
            long key = varint(message);
            int length = switch ((int) (key & 7)) {
                case 0 -> {
                    varint(message);
                    yield 0;
                }
                case 1 -> 8;
                case 2 -> (int) varint(message);
                case 5 -> 4;
                default -> message.remaining();
            };
            int end = Math.min(message.limit(), message.position() + length);
            if ((key & 7) == 2 && key >>> 3 == number) {
                ByteBuffer out = message.slice(message.position(), end - message.position());
                message.position(end);
                return out;
            }
            message.position(end);
        }
        return null;
    }

    private static long varint(ByteBuffer message) {
        long out = 0;
        for (int shift = 0; message.hasRemaining(); shift += 7) {
            byte b = message.get();
            out |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                break;
            }
        }
        return out;
    }
}
