package demarche.parse;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import demarche.story.InputException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Encoder(environment, environment.createSession(model.network(), options));
        } catch (OrtException e) {
            throw new InputException(
                    model.place() + "/encoder.onnx: " + e.getMessage() + ". Export the model again.", e);
        }
    }

    /** Encodes chunks in one batch; alike lengths waste least. */
    List<EncodedChunk> encode(List<Chunk> chunks) {
        int pieces = chunks.stream().mapToInt(c -> c.pieces().length).max().orElse(0);
        int words = Math.max(
                FEWEST_WORDS, chunks.stream().mapToInt(Chunk::words).max().orElse(0));
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            put(inputs, "pieces", chunks.stream().map(Chunk::pieces).toList(), pieces, 0);
            put(inputs, "shapes", chunks.stream().map(Chunk::shapes).toList(), pieces, 0);
            put(inputs, "mask", chunks.stream().map(Encoder::ones).toList(), pieces, 0);
            put(inputs, "first", chunks.stream().map(Chunk::first).toList(), words, 0);
            put(inputs, "sentence", chunks.stream().map(Chunk::sentence).toList(), words, -1);
            try (OrtSession.Result result = session.run(inputs)) {
                EncodedChunk.Batch batch = batch(result, words);
                List<EncodedChunk> out = new ArrayList<>();
                for (Chunk c : chunks) {
                    out.add(new EncodedChunk(c, out.size(), batch));
                }
                return out;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("encoder: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static int[] ones(Chunk chunk) {
        int[] out = new int[chunk.pieces().length];
        java.util.Arrays.fill(out, 1);
        return out;
    }

    private void put(Map<String, OnnxTensor> inputs, String name, List<int[]> rows, int width, long pad)
            throws OrtException {
        long[] flat = new long[rows.size() * width];
        java.util.Arrays.fill(flat, pad);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).length; j++) {
                flat[i * width + j] = rows.get(i)[j];
            }
        }
        long[] shape = {rows.size(), width};
        inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(flat), shape));
    }

    private static EncodedChunk.Batch batch(OrtSession.Result result, int words) throws OrtException {
        EncodedChunk.Head[] heads = EncodedChunk.Head.values();
        float[][] scores = new float[heads.length][];
        int[] widths = new int[heads.length];
        for (EncodedChunk.Head head : heads) {
            OnnxTensor t = tensor(result, head.name().toLowerCase(Locale.ROOT));
            scores[head.ordinal()] = floats(t);
            widths[head.ordinal()] = last(t);
        }
        OnnxTensor best = tensor(result, "heads");
        LongBuffer bestBuffer = best.getLongBuffer();
        long[] bestHeads = new long[bestBuffer.remaining()];
        bestBuffer.get(bestHeads);
        OnnxTensor relations = tensor(result, "relations");
        return new EncodedChunk.Batch(
                words,
                last(best),
                last(relations),
                scores,
                widths,
                floats(tensor(result, "arcs")),
                bestHeads,
                floats(relations),
                floats(tensor(result, "roles")));
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

    private static float[] floats(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] out = new float[buffer.remaining()];
        buffer.get(out);
        return out;
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
