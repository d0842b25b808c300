package demarche.eval;

import demarche.parse.ConllU;
import demarche.parse.Sentence;
import demarche.story.InputException;
import demarche.story.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entities of a treebank with co-reference in its MISC column, as GUM writes them:
 * {@code Entity=(1-person-giv:act-cf1-2-coref … 1)}, fields as in the line {@code # global.Entity}.
 */
public final class EntityFile {
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)(\\))?|([^()]+)\\)");

    /** A document with its mentions. */
    public record Document(String id, String text, List<Mention> mentions) {}

    /**
     * One mention.
     *
     * @param entity number of what it mentions
     * @param type "person", "organization", "place", …
     * @param span the whole phrase
     * @param head the phrase's head word
     */
    public record Mention(String entity, String type, Span span, Span head) {}

    private record Open(String entity, String type, int sentence, int token, int head) {}

    private final List<ConllU.Document> documents;
    private final List<Document> out = new ArrayList<>();
    private final Map<String, Deque<Open>> open = new HashMap<>();
    private List<Mention> mentions = new ArrayList<>();
    private int sentence;
    private int token;
    private int group = 0;
    private int type = 1;
    private int head = -1;

    private EntityFile(List<ConllU.Document> documents) {
        this.documents = documents;
    }

    /**
     * Reads a CoNLL-U file.
     *
     * @throws InputException when it is missing or no CoNLL-U, or has no entities
     */
    public static List<Document> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no such file. Give a treebank in CoNLL-U with entities, such as GUM.");
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            EntityFile reader = new EntityFile(ConllU.documents(text, file.toString()));
            text.lines().forEach(reader::line);
            reader.finish();
            if (reader.out.stream().allMatch(d -> d.mentions().isEmpty())) {
                throw new InputException(
                        file + ": no \"Entity=\" in its last column. Give a treebank with entities, such as GUM.");
            }
            return reader.out;
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void line(String line) {
        if (line.startsWith("# newdoc")) {
            finish();
        } else if (line.startsWith("# global.Entity")) {
            List<String> fields =
                    List.of(line.substring(line.indexOf('=') + 1).strip().split("-"));
            group = fields.indexOf("GRP");
            type = fields.indexOf("etype");
            head = fields.indexOf("minspan");
        } else if (line.isBlank()) {
            sentence += token > 0 ? 1 : 0;
            token = 0;
        } else if (!line.startsWith("#")) {
            String[] columns = line.split("\t", -1);
            if (columns[0].matches("\\d+")) {
                token++;
            }
            for (String item : columns[columns.length - 1].split("\\|")) {
                if (item.startsWith("Entity=") && columns[0].matches("\\d+")) {
                    brackets(item.substring(7));
                }
            }
        }
    }

    private void brackets(String value) {
        Matcher m = BRACKET.matcher(value);
        while (m.find()) {
            if (m.group(1) != null) {
                Open begun = begun(m.group(1).split("-"));
                if (m.group(2) != null) {
                    close(begun);
                } else {
                    open.computeIfAbsent(begun.entity(), k -> new ArrayDeque<>())
                            .push(begun);
                }
            } else {
                Deque<Open> begun = open.get(m.group(3).replaceAll("\\[.*", "").split("-")[0]);
                if (begun != null && !begun.isEmpty()) {
                    close(begun.pop());
                }
            }
        }
    }

    private Open begun(String[] fields) {
        String least = head >= 0 && head < fields.length ? fields[head].split(",")[0] : "1";
        int offset = least.matches("\\d+") ? Integer.parseInt(least) : 1;
        String entity = fields[Math.max(0, group)].replaceAll("\\[.*", "");
        return new Open(
                entity, type >= 0 && type < fields.length ? fields[type] : "", sentence, token, token + offset - 1);
    }

    private void close(Open begun) {
        if (begun.sentence() != sentence || out.size() >= documents.size()) {
            return;
        }
        Sentence words = documents.get(out.size()).sentences().get(sentence);
        Span span = words.token(begun.token()).span().union(words.token(token).span());
        Span inner = words.token(Math.min(begun.head(), token)).span();
        mentions.add(new Mention(begun.entity(), begun.type(), span, inner));
    }

    private void finish() {
        if (sentence > 0 || token > 0) {
            ConllU.Document document = documents.get(out.size());
            out.add(new Document(document.id(), document.text(), List.copyOf(mentions)));
        }
        mentions = new ArrayList<>();
        open.clear();
        sentence = 0;
        token = 0;
    }
}
