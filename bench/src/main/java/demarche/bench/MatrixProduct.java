package demarche.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the machine gives at best: one product of the encoder's largest shape, by the library the encoder uses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatrixProduct {
    private static final int WIDTH = 384;

    /** int8 (unsigned by signed bytes, sums of 32 bits) or fp32. */
    @Param({"int8", "fp32"})
    public String kind = "int8";

    /** Rows: word pieces at a time. 170 is somewhat more than a full chunk. */
    @Param({"170", "1024"})
    public int rows = 170;

    private OrtSession session;
    private OnnxTensor input;

    /** Multiplications and additions of one call. */
    static double operations(int rows) {
        return 2.0 * rows * WIDTH * 4 * WIDTH;
    }

    /** Operations per CPU second of one thread, on a full chunk's rows. */
    static double throughput(String kind) throws OrtException {
        MatrixProduct m = new MatrixProduct();
        m.kind = kind;
        m.load();
        double best = 0;
        for (int turn = 0; turn < 10; turn++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < 200; i++) {
                m.product();
            }
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            best = Math.max(best, 200 * operations(m.rows) / took * 1e9);
        }
        m.close();
        return best;
    }

    /** Prints both throughputs as JSON. */
    public static void main(String[] args) throws OrtException {
        System.out.println(
                "{\"int8\": " + Math.round(throughput("int8")) + ", \"fp32\": " + Math.round(throughput("fp32")) + "}");
    }

    @Setup
    public void load() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        session = environment.createSession(
                Path.of(System.getProperty("demarche.bench", "bench"), "matmul", kind + ".onnx")
                        .toString(),
                options);
        long[] shape = {rows, WIDTH};
        ByteBuffer bytes = ByteBuffer.allocateDirect(rows * WIDTH * 4).order(ByteOrder.nativeOrder());
        FloatBuffer floats = bytes.asFloatBuffer();
        input = kind.equals("int8")
                ? OnnxTensor.createTensor(environment, bytes.limit(rows * WIDTH), shape, OnnxJavaType.UINT8)
                : OnnxTensor.createTensor(environment, floats, shape);
    }

    @Benchmark
    public int product() throws OrtException {
        try (OrtSession.Result result = session.run(Map.of("a", input))) {
            return result.size();
        }
    }

    @TearDown
    public void close() throws OrtException {
        input.close();
        session.close();
    }
}
