package demarche.parse;

import demarche.code.Codebook;
import demarche.code.CodebookLoader;
import demarche.code.Coded;
import demarche.code.Coder;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import demarche.story.Reading;
import demarche.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hot kernels, one by one, on an example story. Each result is for the whole story or one full chunk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
    private static final int WORDS = 30;

    private final Reading.Engine made = new Reading.Engine("bench", "bench", "bench");
    private Story story;
    private ModelFiles model;
    private List<Sentence> bare;
    private Chunker chunker;
    private Encoder encoder;
    private ChunkDecoder decoder;
    private Chunk chunk;
    private EncodedChunk encoded;
    private Viterbi viterbi;
    private float[][] logits;
    private double[][] arcs;
    private Coder coder;
    private ReadingMaker maker;
    private Parse parse;
    private Coded coded;

    @Setup
    public void load() throws IOException {
        Path examples = Path.of(System.getProperty("demarche.bench", "bench"), "..", "examples");
        String text = Files.readString(examples.resolve("trawlers.txt"));
        story = new Story("bench", null, text.repeat(4), null, null, null, null, List.of());
        model = ModelFiles.load(null);
        WordPiece wordPiece = new WordPiece(model.vocabulary(), model.labels().maxPiecesPerWord());
        chunker = new Chunker(wordPiece, model.labels().maxPieces());
        encoder = Encoder.load(model, 1);
        decoder = new ChunkDecoder(model.labels(), wordPiece.words());
        bare = Segmenter.sentences(story);
        chunk = chunker.chunks(bare, Segmenter.paragraphs(story, bare)).get(0);
        encoded = encoder.encode(chunk);
        viterbi = new Viterbi(model.labels().names());
        Random random = new Random(1);
        logits = new float[WORDS][model.labels().names().size()];
        arcs = new double[WORDS + 1][WORDS + 1];
        for (float[] row : logits) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat();
            }
        }
        for (double[] row : arcs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble();
            }
        }
        Codebook codebook = CodebookLoader.load();
        coder = new Coder(codebook);
        maker = new ReadingMaker(Register.load());
        try (Parser parser = Parser.load(null, 1, 1)) {
            parse = parser.parse(story);
        }
        coded = coder.code(parse);
    }

    @Benchmark
    public List<Sentence> tokenizeStory() {
        return Segmenter.sentences(story);
    }

    /** With words cut before, as nearly all are in running text. */
    @Benchmark
    public List<Chunk> wordPiecesOfStory() {
        return chunker.chunks(bare, Segmenter.paragraphs(story, bare));
    }

    @Benchmark
    public EncodedChunk encodeChunk() {
        return encoder.encode(chunk);
    }

    @Benchmark
    public Object decodeChunk() {
        return Parser.decode(decoder, encoded, bare);
    }

    @Benchmark
    public int[] viterbiOf30Words() {
        return viterbi.best(logits);
    }

    /** Random scores: nearly always cycles to contract, unlike real ones. */
    @Benchmark
    public int[] spanningTreeOf30Words() {
        return SpanningTree.heads(arcs);
    }

    @Benchmark
    public Coded rulesOnStory() {
        return coder.code(parse);
    }

    @Benchmark
    public Reading resolveStory() {
        return maker.make(parse, coded, made);
    }

    /** Word pieces of the chunk that is encoded. */
    static int pieces() throws IOException {
        Kernels kernels = new Kernels();
        kernels.load();
        return kernels.chunk.pieces().length;
    }
}
