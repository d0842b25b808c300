package demarche.parse;

import demarche.code.Codebook;
import demarche.code.CodebookLoader;
import demarche.code.Coded;
import demarche.code.Coder;
import demarche.ledger.Ledger;
import demarche.read.InputFormat;
import demarche.read.StoryReader;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import demarche.story.Json;
import demarche.story.Reading;
import demarche.story.Story;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CPU seconds by stage, all on one thread: reading the input, cutting words and sentences, the network, decoding its
 * scores, coding, resolving, storing. Lies in the parse room's package to see its parts.
 */
public final class Stages {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final WordPiece wordPiece;
    private final Chunker chunker;
    private final ChunkDecoder decoder;
    private final Encoder encoder;
    private final Coder coder;
    private final ReadingMaker maker = new ReadingMaker(Register.load());

    private final Labels labels;
    private long sentences;
    private long pieces;
    private double operations;

    private Stages() {
        ModelFiles model = ModelFiles.load(null);
        labels = model.labels();
        wordPiece = new WordPiece(model.vocabulary(), model.labels().maxPiecesPerWord());
        chunker = new Chunker(wordPiece, model.labels().maxPieces());
        decoder = new ChunkDecoder(model.labels(), wordPiece.words());
        encoder = Encoder.load(model, 1);
        Codebook codebook = CodebookLoader.load();
        coder = new Coder(codebook);
    }

    /** CPU seconds of each stage over the stories of a JSONL file; the first half is read once before, to warm up. */
    public static Map<String, Object> of(String input) throws IOException {
        Stages stages = new Stages();
        Path folder = Files.createTempDirectory("demarche-bench");
        List<Story> stories = stages.timed("read", () -> {
            List<Story> out = new ArrayList<>();
            new StoryReader(InputFormat.JSONL, out::add, s -> {}).read(input);
            return out;
        });
        stages.all(stories.subList(0, stories.size() / 2), folder.resolve("warm.duckdb"));
        stages.seconds.clear();
        stages.sentences = 0;
        stages.pieces = 0;
        stages.operations = 0;
        double process = processCpu();
        double thread = threadCpu();
        List<Story> again = stages.timed("read", () -> {
            List<Story> out = new ArrayList<>();
            new StoryReader(InputFormat.JSONL, out::add, s -> {}).read(input);
            return out;
        });
        stages.all(again, folder.resolve("ledger.duckdb"));
        double whole = threadCpu() - thread;
        double beside = processCpu() - process - whole;
        double sum = stages.seconds.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double encode = stages.seconds.getOrDefault("encode", 0.0);
        stages.seconds.put("between the stages", whole - sum);
        stages.seconds.put("compiler, collector, database threads", beside);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("cpuSeconds", stages.seconds);
        out.put("wholeCpuSeconds", whole + beside);
        out.put("sentences", stages.sentences);
        out.put("pieces", stages.pieces);
        out.put("operationsPerPiece", stages.operations / stages.pieces);
        out.put("encoderOperationsPerCpuSecond", stages.operations / encode);
        return out;
    }

    private void all(List<Story> stories, Path file) {
        Reading.Engine made = new Reading.Engine("bench", "bench", "bench");
        try (Ledger ledger = Ledger.open(file)) {
            List<Reading> batch = new ArrayList<>();
            for (Story story : stories) {
                Parse parse = parse(story);
                Coded coded = timed("code", () -> coder.code(parse));
                Reading reading = timed("resolve", () -> maker.make(parse, coded, made));
                timed("write JSON", () -> Json.write(reading));
                batch.add(reading);
                if (batch.size() == 32) {
                    timed("store", () -> ledger.add(batch));
                    batch.clear();
                }
            }
            timed("store", () -> ledger.add(batch));
            timed("derive", () -> {
                ledger.derive();
                return 0;
            });
        }
    }

    private Parse parse(Story story) {
        List<Sentence> bare = timed("tokenize", () -> Segmenter.sentences(story));
        List<Chunk> chunks = timed("word pieces", () -> chunker.chunks(bare, Segmenter.paragraphs(story, bare)));
        List<Parser.Analysed> analysed = new ArrayList<>();
        sentences += bare.size();
        for (Chunk chunk : chunks) {
            pieces += chunk.pieces().length;
            operations += operations(chunk);
            EncodedChunk encoded = timed("encode", () -> encoder.encode(chunk));
            analysed.add(timed("decode", () -> Parser.decode(decoder, encoded, bare)));
        }
        return timed("decode", () -> Parser.assemble(story, bare, analysed));
    }

    /**
     * Multiplications and additions of the network for a chunk: six layers of 384 with four times as many inside, attention
     * of every piece to every piece, then the heads for each word (training/model.py).
     */
    private double operations(Chunk chunk) {
        double width = 384;
        double n = chunk.pieces().length;
        double w = chunk.words();
        double layer = 4 * width * width + 2 * width * 4 * width + 2 * n * width;
        double joined = width + 16;
        double tags = joined
                * (labels.upos().size() + labels.xpos().size() + labels.lemma().size()
                        + labels.names().size() + 9);
        double arcs = 2 * joined * 256 + 257 * 257 + w * 257;
        double relations = 2 * joined * 96 + 97 * 97 * labels.relations().size();
        double roles = 2 * joined * 128 + 3 * 129 * 129 + 3 * w * 129;
        return 2 * (n * 6 * layer + w * (tags + arcs + relations + roles));
    }

    private <T> T timed(String stage, Supplier<T> work) {
        double began = threadCpu();
        T out = work.get();
        seconds.merge(stage, threadCpu() - began, Double::sum);
        return out;
    }

    private static double threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static double processCpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    public static void main(String[] args) throws IOException {
        System.out.flush();
        System.out.println(new tools.jackson.databind.json.JsonMapper().writeValueAsString(of(args[0])));
    }
}
