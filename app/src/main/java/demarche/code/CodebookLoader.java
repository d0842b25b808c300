package demarche.code;

import demarche.story.EventType;
import demarche.story.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a codebook from the jar, or from a folder of the user's that adds to it or replaces parts of it. */
public final class CodebookLoader {
    private static final String RESOURCE = "/demarche/codebook";
    /** Files beside the rules. */
    private static final Set<String> OTHERS = new TreeSet<>(Set.of(
            "classes.yml",
            "contexts.yml",
            "embedded.yml",
            "embedding.yml",
            "future.yml",
            "light-verbs.yml",
            "nouns.yml"));

    private CodebookLoader() {}

    /** The codebook that comes with Demarche. */
    public static Codebook load() {
        return compile(builtIn());
    }

    /**
     * The codebook that comes with Demarche, with the files of {@code folder} put over it: a file of the same path
     * replaces ours, others are added.
     *
     * @throws InputException when a file has a fault; the message names all faults with file and line
     */
    public static Codebook load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder. Pass a folder of codebook files with --codebook.");
        }
        Map<String, String> files = new TreeMap<>(builtIn());
        Map<String, String> labels = new HashMap<>();
        read(folder).forEach((name, content) -> {
            files.put(name, content);
            labels.put(name, folder.resolve(name).toString());
        });
        return compile(files, labels);
    }

    private static Map<String, String> builtIn() {
        try {
            var url = CodebookLoader.class.getResource(RESOURCE);
            if (url == null) {
                throw new IllegalStateException("the codebook is missing from the jar");
            }
            // The class loader has this jar open: a file system of its own would read its long directory again.
            return url.openConnection() instanceof JarURLConnection jar
                    ? read(jar.getJarFile())
                    : read(Path.of(url.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(JarFile jar) throws IOException {
        String folder = RESOURCE.substring(1) + "/";
        Map<String, String> out = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(folder) && name.endsWith(".yml")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    out.put(name.substring(folder.length()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return out;
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(p -> p.toString().endsWith(".yml")).toList()) {
                out.put(folder.relativize(file).toString().replace('\\', '/'), text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": not valid UTF-8. Save it as UTF-8.", e);
        }
    }

    /** Compiles files given as path -> content. */
    static Codebook compile(Map<String, String> files) {
        return compile(files, Map.of());
    }

    private static Codebook compile(Map<String, String> files, Map<String, String> labels) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> documents = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            String label = labels.getOrDefault(name, "codebook/" + name);
            if (!OTHERS.contains(name) && !isRules(name)) {
                faults.add(label + ": not a file of the codebook" + Spelling.hint(name, OTHERS)
                        + ". Put rules into events/ or positions/; other files are " + String.join(", ", OTHERS) + ".");
                return;
            }
            try {
                Object document =
                        new Load(LoadSettings.builder().setLabel(label).build()).loadFromString(content);
                if (document != null) {
                    documents.put(name, document);
                }
            } catch (YamlEngineException e) {
                faults.add(label + fault(e));
            } catch (StackOverflowError e) {
                faults.add(label + ": lists stand too deep in lists. A rule needs two levels.");
            }
        });
        Map<String, Set<String>> classes = new HashMap<>(classes(documents.get("nouns.yml")));
        classes.putAll(classes(documents.get("classes.yml")));
        RuleReader reader = new RuleReader(classes, faults);
        List<Rule> rules = new ArrayList<>();
        documents.forEach((name, document) -> {
            if (isRules(name)) {
                rules.addAll(reader.rules(
                        labels.getOrDefault(name, "codebook/" + name), document, files.getOrDefault(name, "")));
            }
        });
        Map<String, Codebook.Effect> embedding = embedding(documents.get("embedding.yml"), faults);
        Map<EventType, EventType> future = future(documents.get("future.yml"), faults);
        if (!faults.isEmpty()) {
            throw new InputException(String.join("\n", faults));
        }
        Set<String> unused = new TreeSet<>(classes.keySet());
        unused.removeAll(reader.usedClasses());
        unused.removeAll(Codebook.OWN_CLASSES);
        return new Codebook(
                rules,
                embedding,
                future,
                embedded(documents.get("embedded.yml")),
                new HashSet<>(strings(documents.get("light-verbs.yml"))),
                Contexts.of(classes(documents.get("contexts.yml"))),
                classes,
                unused,
                hash(files));
    }

    private static boolean isRules(String name) {
        return name.startsWith("events/") || name.startsWith("positions/");
    }

    /** Place and words of what the YAML reader says. */
    private static String fault(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked) {
            String where =
                    marked.getProblemMark().map(m -> ":" + RuleMarks.place(m)).orElse("");
            return where + ": " + marked.getProblem() + ". Correct the YAML there.";
        }
        return ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML") + ".";
    }

    private static Map<String, Set<String>> classes(@Nullable Object document) {
        Map<String, Set<String>> out = new HashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((k, v) -> out.put(String.valueOf(k), words(v)));
        }
        return out;
    }

    /** A list of words, or long ones as running text. */
    private static Set<String> words(@Nullable Object value) {
        return value instanceof String text
                ? new HashSet<>(List.of(text.strip().split("\\s+")))
                : new HashSet<>(strings(value));
    }

    private static Map<String, Codebook.Refinement> embedded(@Nullable Object document) {
        Map<String, Codebook.Refinement> out = new HashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                List<String> pair = strings(value);
                out.put(
                        String.valueOf(key),
                        new Codebook.Refinement(
                                pair.isEmpty() || pair.get(0).equals("none") ? null : pair.get(0),
                                pair.size() < 2 ? null : pair.get(1)));
            });
        }
        return out;
    }

    private static Map<String, Codebook.Effect> embedding(@Nullable Object document, List<String> faults) {
        Map<String, Codebook.Effect> out = new HashMap<>();
        if (document instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    var effect = constant(Codebook.Effect.class, map.get("effect"), "embedding.yml", faults);
                    if (effect != null) {
                        strings(map.get("lemmas")).forEach(l -> out.putIfAbsent(l, effect));
                    }
                }
            }
        }
        return out;
    }

    private static Map<EventType, EventType> future(@Nullable Object document, List<String> faults) {
        Map<EventType, EventType> out = new EnumMap<>(EventType.class);
        if (document instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                EventType from = constant(EventType.class, k, "future.yml", faults);
                EventType to = constant(EventType.class, v, "future.yml", faults);
                if (from != null && to != null) {
                    out.put(from, to);
                }
            });
        }
        return out;
    }

    private static <T extends Enum<T>> @Nullable T constant(
            Class<T> type, @Nullable Object value, String file, List<String> faults) {
        try {
            return Enum.valueOf(type, String.valueOf(value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> names =
                    Stream.of(type.getEnumConstants()).map(Enum::name).toList();
            faults.add("codebook/" + file + ": \"" + value + "\" is not known"
                    + Spelling.hint(String.valueOf(value), names) + ". One of: " + String.join(", ", names) + ".");
            return null;
        }
    }

    static List<String> strings(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String hash(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
