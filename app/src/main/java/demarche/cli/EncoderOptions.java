package demarche.cli;

import demarche.parse.Parser;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that parses text. */
final class EncoderOptions {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of another encoder (encoder.onnx, vocab.txt, labels.json).")
    @Nullable
    Path model;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads; as many as there are processors if not given.")
    int workers = Runtime.getRuntime().availableProcessors();

    Parser parser() {
        return Parser.load(model, workers, 1);
    }
}
