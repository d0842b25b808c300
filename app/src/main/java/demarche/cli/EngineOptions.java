package demarche.cli;

import demarche.Engine;
import demarche.code.Codebook;
import demarche.code.CodebookLoader;
import demarche.parse.Parser;
import demarche.resolve.ReadingMaker;
import demarche.resolve.Register;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads stories. */
final class EngineOptions {
    @Option(
            names = "--codebook",
            paramLabel = "DIR",
            description = "Folder of rule files that add to or replace the built-in codebook.")
    @Nullable
    Path codebook;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    @Option(
            names = "--register",
            paramLabel = "DIR",
            description =
                    "Folder of register files (people.tsv, groups.tsv, …) whose rows add to the built-in register.")
    @Nullable
    Path register;

    Register register() {
        return register == null ? Register.load() : Register.load(register);
    }

    Engine engine() {
        // The network loads while rules and places are read.
        CompletableFuture<Parser> parser = CompletableFuture.supplyAsync(this::parser);
        Codebook rules = codebook();
        Register known = register();
        ReadingMaker.prepare();
        return new Engine(
                Parser.result(parser), rules, known, encoder.model == null ? "built-in" : encoder.model.toString());
    }

    Codebook codebook() {
        return codebook == null ? CodebookLoader.load() : CodebookLoader.load(codebook);
    }

    Parser parser() {
        return encoder.parser();
    }
}
