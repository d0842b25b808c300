package demarche.parse;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import demarche.story.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The network: chunks in, scores of all heads out. One session, shared by all threads. */
final class Encoder implements AutoCloseable {
    /** The network asks for the four best governors, so there must be four words to choose from. */
    private static final int FEWEST_WORDS = 4;

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** @param threads threads that one call may use within the network */
    static Encoder load(ModelFiles model, int threads) {
        Natives.prepare();
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "demarche");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Encoder(
                    environment, environment.createSession(model.network().toString(), options));
        } catch (OrtException e) {
            throw new InputException(
                    model.place() + "/encoder.onnx: " + e.getMessage() + ". Export the model again.", e);
        }
    }

    /** Scores of all heads for the words of a chunk. */
    EncodedChunk encode(Chunk chunk) {
        int words = Math.max(FEWEST_WORDS, chunk.words());
        int[] mask = new int[chunk.pieces().length];
        Arrays.fill(mask, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            put(inputs, "pieces", chunk.pieces(), mask.length, 0);
            put(inputs, "shapes", chunk.shapes(), mask.length, 0);
            put(inputs, "mask", mask, mask.length, 0);
            put(inputs, "first", chunk.first(), words, 0);
            put(inputs, "sentence", chunk.sentence(), words, -1);
            try (OrtSession.Result result = session.run(inputs)) {
                return encoded(chunk, result, words);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("encoder: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void put(Map<String, OnnxTensor> inputs, String name, int[] values, int width, long pad)
            throws OrtException {
        LongBuffer buffer = ByteBuffer.allocateDirect(width * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
        for (int i = 0; i < width; i++) {
            buffer.put(i, i < values.length ? values[i] : pad);
        }
        inputs.put(name, OnnxTensor.createTensor(environment, buffer, new long[] {1, width}));
    }

    private static EncodedChunk encoded(Chunk chunk, OrtSession.Result result, int words) throws OrtException {
        EncodedChunk.Head[] heads = EncodedChunk.Head.values();
        float[][] scores = new float[heads.length][];
        int[] widths = new int[heads.length];
        for (EncodedChunk.Head head : heads) {
            OnnxTensor t = tensor(result, head.output());
            scores[head.ordinal()] = floats(t);
            widths[head.ordinal()] = last(t);
        }
        OnnxTensor best = tensor(result, "heads");
        OnnxTensor relations = tensor(result, "relations");
        return new EncodedChunk(
                chunk,
                new EncodedChunk.Scores(
                        words,
                        last(best),
                        last(relations),
                        scores,
                        widths,
                        floats(tensor(result, "arcs")),
                        best.getLongBuffer().array(),
                        floats(relations),
                        floats(tensor(result, "roles"))));
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name)
                .orElseThrow(
                        () -> new InputException("encoder.onnx: no output \"" + name + "\". Export the model again."));
    }

    private static int last(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        return (int) shape[shape.length - 1];
    }

    /** The library hands out a copy of its own; it is not copied again. */
    private static float[] floats(OnnxTensor tensor) {
        return tensor.getFloatBuffer().array();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("encoder: " + e.getMessage(), e);
        }
    }
}
