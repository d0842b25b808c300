package demarche.parse;

import demarche.story.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three files of a model, from a folder or from the jar. */
record ModelFiles(Path network, List<String> vocabulary, Labels labels, String place) {

    /** From the folder, or from the jar's {@code demarche/model} when it is null. */
    static ModelFiles load(@Nullable Path folder) {
        String name = folder == null ? "demarche/model" : folder.toString();
        Path place = folder == null ? Unpacked.folder("/demarche/model/encoder.onnx") : folder;
        if (place == null) {
            throw missing("encoder.onnx");
        }
        Path network = file(place, "encoder.onnx");
        String vocabulary = new String(read(folder, "vocab.txt"), StandardCharsets.UTF_8);
        String labels = new String(read(folder, "labels.json"), StandardCharsets.UTF_8);
        Labels read = Labels.read(labels, name + "/labels.json");
        return new ModelFiles(network, List.of(vocabulary.split("\\R")), read, name);
    }

    private static byte[] read(@Nullable Path folder, String name) {
        try {
            if (folder != null) {
                return Files.readAllBytes(file(folder, name));
            }
            try (InputStream in = ModelFiles.class.getResourceAsStream("/demarche/model/" + name)) {
                if (in == null) {
                    throw missing(name);
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Path file(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    file + ": no such file. Give the folder of a model: encoder.onnx," + " vocab.txt and labels.json.");
        }
        return file;
    }

    private static InputException missing(String name) {
        return new InputException("demarche/model/" + name
                + ": not in this jar. Build with the model/ folder in place, or pass --model DIR.");
    }
}
