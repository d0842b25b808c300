package demarche.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seconds from starting a command to the first byte it prints. */
final class FirstReading {
    private static final int TIMES = 5;

    private FirstReading() {}

    /** Best and median of several starts. */
    static Map<String, Double> of(List<String> command, Path folder) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                if (out.read() < 0) {
                    throw new IOException(String.join(" ", command) + ": printed nothing");
                }
                seconds.add((System.nanoTime() - began) / 1e9);
                out.transferTo(java.io.OutputStream.nullOutputStream());
            }
            process.waitFor();
        }
        Collections.sort(seconds);
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("bestSeconds", seconds.get(0));
        out.put("medianSeconds", seconds.get(TIMES / 2));
        return out;
    }
}
