package demarche.serve;

import demarche.ledger.Contents;
import demarche.parse.WordVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Full-text index of stories and statements, in memory (Lucene). Besides the words that were asked for, it can look for words of
 * nearly the same meaning ({@link NearWords}) and for words that tell the best hits from everything else (pseudo-relevance
 * feedback after Rocchio), so that texts on the same matter in other words are found too.
 */
final class SearchIndex implements AutoCloseable {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
    /** What a search leaves out: a word or phrase with a minus before it. */
    private static final Pattern UNWANTED = Pattern.compile("(?<!\\S)-(\"[^\"]*\"|\\S+)");
    /** With so many texts found nobody needs others. */
    private static final int ENOUGH = 10;

    private static final int FEEDBACK = 12;
    private static final int RELATED = 10;
    private static final int CHARACTERS = 2000;
    private static final String KIND = "kind";
    private static final String BODY = "body";
    private static final String HEAD = "heading";

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** A statement or story that was found: {@code text} is its part with most of the words, marks around them in {@code pieces}. */
    record Hit(
            String kind,
            String id,
            String story,
            @Nullable String date,
            String heading,
            List<Piece> pieces,
            double score) {}

    /** What was found, and the related words that were looked for besides. */
    record Found(Listed<Hit> hits, List<String> related) {}

    private final Supplier<WordVectors> vectors;
    private final Map<String, Integer> counts = new HashMap<>();
    private @Nullable NearWords near;

    private SearchIndex(Contents contents, Supplier<WordVectors> vectors) throws IOException {
        this.vectors = vectors;
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            contents.texts((t, words) -> add(writer, "stories", t, words), (t, words) -> {
                add(writer, "statements", t, words);
                count(words);
            });
            writer.forceMerge(1);
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /**
     * @param vectors gives the meanings of words when they are first asked for
     */
    static SearchIndex of(Contents contents, Supplier<WordVectors> vectors) {
        try {
            return new SearchIndex(contents, vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(IndexWriter writer, String kind, Contents.Text text, String words) {
        Document out = new Document();
        out.add(new StringField(KIND, kind, Field.Store.YES));
        out.add(new StoredField("id", text.id()));
        out.add(new StoredField("story", text.story()));
        if (text.date() != null) {
            out.add(new StoredField("date", text.date()));
        }
        out.add(new TextField(HEAD, text.heading(), Field.Store.YES));
        out.add(new TextField(BODY, words, Field.Store.YES));
        try {
            writer.addDocument(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(String words) {
        for (String word : new HashSet<>(List.of(WORD.split(words.toLowerCase(Locale.ROOT))))) {
            counts.merge(word, 1, Integer::sum);
        }
    }

    /** Made when it is first needed: most servers are never asked for it. */
    private synchronized NearWords near() {
        NearWords ready = near;
        if (ready == null) {
            ready = new NearWords(vectors.get(), counts);
            near = ready;
            counts.clear();
        }
        return ready;
    }

    /**
     * Texts with all the words, else with some of them, the best first.
     *
     * @param in statements or stories; null for both
     * @param meaning whether texts that say the same in other words are wanted too
     */
    Found find(String words, @Nullable String in, boolean meaning, Slice slice) {
        try {
            Query asked = parsed(words, Occur.MUST);
            boolean all = searcher.count(within(asked, in)) > 0;
            asked = all ? asked : parsed(words, Occur.SHOULD);
            Map<String, String> others = new LinkedHashMap<>();
            Query query = within(meaning ? meant(words, new Asked(asked, all), in, others) : asked, in);
            TopDocs top = searcher.search(query, slice.offset() + slice.size());
            Set<String> marked = terms(asked);
            List<Hit> hits = new ArrayList<>();
            for (int i = slice.offset(); i < top.scoreDocs.length; i++) {
                hits.add(hit(top.scoreDocs[i], marked, others.keySet()));
            }
            return new Found(slice.of(hits, searcher.count(query)), List.copyOf(others.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that were asked for, and whether texts hold all of them. */
    private record Asked(Query query, boolean all) {}

    /**
     * What is meant by words: texts that hold, for two of three of them, itself or a word near it; those that hold the words
     * themselves first. Where there are few such texts, those too that hold words typical of the best of them.
     *
     * @param others takes the terms looked for besides and how they read
     */
    private Query meant(String words, Asked asked, @Nullable String in, Map<String, String> others) throws IOException {
        List<Query> groups = new ArrayList<>();
        String wanted = UNWANTED.matcher(words).replaceAll(" ");
        for (Token t : tokens(wanted)) {
            groups.add(same(t.term(), wanted.substring(t.start(), t.end()).toLowerCase(Locale.ROOT), others));
        }
        List<Token> unwanted =
                tokens(UNWANTED.matcher(words).results().map(MatchResult::group).collect(Collectors.joining(" ")));
        Query both = asked.query();
        for (int least = groups.size() - groups.size() / 3; least > 0; least--) {
            BooleanQuery.Builder meaning = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
            groups.forEach(g -> meaning.add(g, Occur.SHOULD));
            BooleanQuery.Builder either = new BooleanQuery.Builder()
                    .add(meaning.build(), asked.all() ? Occur.SHOULD : Occur.MUST)
                    .add(new BoostQuery(asked.query(), 1.5f), Occur.SHOULD);
            unwanted.forEach(t -> either.add(new TermQuery(new Term(BODY, t.term())), Occur.MUST_NOT));
            both = either.build();
            if (searcher.count(within(both, in)) >= ENOUGH) {
                return both;
            }
        }
        Map<String, String> typical = related(both, in);
        others.putAll(typical);
        return typical.isEmpty() ? both : widened(both, typical.keySet());
    }

    /** A term or one of those near the word it stands for. */
    private Query same(String term, String word, Map<String, String> others) throws IOException {
        SynonymQuery.Builder out = new SynonymQuery.Builder(BODY).addTerm(new Term(BODY, term));
        Set<String> taken = new HashSet<>(Set.of(term));
        for (NearWords.Near n : near().of(word)) {
            for (Token other : tokens(n.word())) {
                if (taken.add(other.term())) {
                    out.addTerm(new Term(BODY, other.term()), (float) (n.likeness() * n.likeness()));
                    others.putIfAbsent(other.term(), n.word());
                }
            }
        }
        return out.build();
    }

    private Query parsed(String words, Occur operator) {
        SimpleQueryParser parser = new SimpleQueryParser(analyzer, Map.of(BODY, 1f, HEAD, 1.5f));
        parser.setDefaultOperator(operator);
        return parser.parse(words);
    }

    private static Query within(Query query, @Nullable String kind) {
        return kind == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER)
                        .build();
    }

    private static Query widened(Query asked, Set<String> related) {
        BooleanQuery.Builder others = new BooleanQuery.Builder().setMinimumNumberShouldMatch(2);
        related.forEach(t -> others.add(new TermQuery(new Term(BODY, t)), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(new BoostQuery(asked, 3), Occur.SHOULD)
                .add(new BoostQuery(others.build(), 0.4f), Occur.SHOULD)
                .build();
    }

    private static Set<String> terms(Query query) {
        Set<Term> terms = new HashSet<>();
        query.visit(QueryVisitor.termCollector(terms));
        Set<String> out = new HashSet<>();
        terms.stream().filter(t -> !t.field().equals(KIND)).forEach(t -> out.add(t.text()));
        return out;
    }

    /** Terms of the best hits and how they read there, weighted by how rare they are elsewhere; numbers and short words left out. */
    private Map<String, String> related(Query asked, @Nullable String in) throws IOException {
        Set<String> own = terms(asked);
        Map<String, Double> weights = new HashMap<>();
        Map<String, String> read = new HashMap<>();
        for (ScoreDoc doc : searcher.search(within(asked, in), FEEDBACK).scoreDocs) {
            Set<String> seen = new HashSet<>();
            String body = body(doc);
            for (Token t : tokens(body)) {
                if (t.term().length() > 3
                        && !own.contains(t.term())
                        && t.term().matches("\\p{L}+")
                        && seen.add(t.term())) {
                    weights.merge(t.term(), rarity(t.term()), Double::sum);
                    read.putIfAbsent(t.term(), body.substring(t.start(), t.end()));
                }
            }
        }
        Map<String, String> out = new LinkedHashMap<>();
        weights.entrySet().stream()
                .filter(e -> e.getValue() > 2 * rarity(e.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RELATED)
                .forEach(e -> out.put(e.getKey(), read.getOrDefault(e.getKey(), e.getKey())));
        return out;
    }

    private double rarity(String term) {
        try {
            return Math.log((1.0 + reader.numDocs()) / (1 + reader.docFreq(new Term(BODY, term))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(ScoreDoc doc) throws IOException {
        String body = searcher.storedFields().document(doc.doc).get(BODY);
        return body.substring(0, Math.min(CHARACTERS, body.length()));
    }

    private Hit hit(ScoreDoc doc, Set<String> asked, Set<String> related) throws IOException {
        Document d = searcher.storedFields().document(doc.doc);
        return new Hit(
                d.get(KIND).equals("stories") ? "story" : "statement",
                d.get("id"),
                d.get("story"),
                d.get("date"),
                d.get(HEAD),
                Excerpt.of(d.get(BODY), tokens(d.get(BODY)), asked, related),
                doc.score);
    }

    /** A word of a text as it is indexed. */
    record Token(String term, int start, int end) {}

    private List<Token> tokens(String text) throws IOException {
        List<Token> out = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(BODY, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(org.apache.lucene.analysis.tokenattributes.OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                out.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        return out;
    }

    @Override
    public void close() {
        try {
            ((IndexReader) reader).close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
