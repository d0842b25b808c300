package demarche.bench;

import demarche.story.Story;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Stanford CoreNLP as the coders of events use it: words, sentences, tags, lemmas, names, dependency trees, with the
 * default models. It stops where Demarche's coding begins. Documents in parallel: its best use of several processors.
 */
final class CoreNlpContender extends Contender {
    private @Nullable StanfordCoreNLP pipeline;
    private int workers = 1;

    public static void main(String[] args) {
        new CoreNlpContender().run(args[0], Integer.parseInt(args[1]));
    }

    @Override
    void load(int workers) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
        this.workers = workers;
        pipeline = new StanfordCoreNLP(properties);
    }

    @Override
    void readAll(List<Story> stories) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> all = new ArrayList<>();
            stories.forEach(s -> all.add(pool.submit(() -> annotate(s))));
            for (Future<?> f : all) {
                f.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private void annotate(Story story) {
        CoreDocument document = new CoreDocument(text(story));
        Objects.requireNonNull(pipeline).annotate(document);
        read(document.sentences().size());
    }
}
