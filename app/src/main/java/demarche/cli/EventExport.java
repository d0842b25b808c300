package demarche.cli;

import demarche.exchange.Coverage;
import demarche.exchange.EventFormat;
import demarche.ledger.Ledger;
import demarche.ledger.ParquetFile;
import demarche.story.InputException;
import demarche.story.Json;
import demarche.story.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Events of a ledger, or of readings, into a file of another data set's format. A file is whole or not there. */
final class EventExport {
    private final EventFormat format;
    private final PrintWriter out;
    private final PrintWriter err;
    private long rows;
    private long left;

    EventExport(EventFormat format, PrintWriter out, PrintWriter err) {
        this.format = format;
        this.out = out;
        this.err = err;
    }

    /** Exports from {@code readings}, or from the ledger when there are none. */
    void run(List<Path> readings, Path ledger, Path to) throws IOException {
        if (to.toString().equals("-")) {
            write(readings, ledger, out, true);
            out.flush();
        } else {
            Path folder = to.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new InputException(to + ": its folder does not exist. Make it, or give another name.");
            }
            file(readings, ledger, to, folder);
            out.println(to + ": " + rows + " rows");
            out.flush();
        }
        if (left > 0) {
            err.println(left + " negated or hypothetical events left out: " + format
                    + " has no column that says so. plover and polecat do.");
        }
    }

    private void file(List<Path> readings, Path ledger, Path to, Path folder) throws IOException {
        boolean parquet = to.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        Path draft = Files.createTempFile(folder, "." + to.getFileName(), ".part");
        try {
            try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(draft, StandardCharsets.UTF_8))) {
                write(readings, ledger, file, !parquet);
                if (file.checkError()) {
                    throw new InputException(to + ": cannot be written: is the disk full? Give another name.");
                }
            }
            if (!parquet) {
                Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
            } else if (format == EventFormat.PLOVER) {
                ParquetFile.ofJsonLines(draft, to);
            } else {
                ParquetFile.ofTable(format.columns(), format.separator(), draft, to);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void write(List<Path> readings, Path ledger, PrintWriter to, boolean withHeader) {
        String header = format.header();
        if (withHeader && header != null) {
            to.println(header);
        }
        BiConsumer<Reading, Coverage> each = (reading, coverage) -> {
            left += reading.events().stream().filter(e -> !format.holds(e)).count();
            for (String line : format.lines(reading, coverage)) {
                to.println(line);
                rows++;
            }
        };
        if (readings.isEmpty()) {
            try (Ledger open = Ledger.openExisting(ledger, new Renewing(ledger))) {
                open.readings(each);
            }
        } else {
            readings.forEach(f -> lines(f, each));
        }
    }

    private static void lines(Path file, BiConsumer<Reading, Coverage> each) {
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Reading reading = Json.read(line);
                    each.accept(reading, Coverage.of(reading.story().outlet()));
                }
            }
        } catch (InputException e) {
            throw new InputException(file + ":" + number + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read. Give a file that \"demarche read --format jsonl\" wrote.", e);
        }
    }
}
